import type { ChartView } from '../view/types.ts';
import { colourOf } from './colours.ts';
import { fitText, node, type SvgNode, textWidth } from './svg.ts';

/** Pixels, from the drawing's upper left corner. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SIZE = 12;
const BOX = 10;
const GAP = 16;
const LINE = 18;

/** The series' names beside or around the frame, and what room they leave. */
export function drawLegend(chart: ChartView, frame: Frame): { nodes: SvgNode[]; frame: Frame } {
  const { legend, series } = chart;
  if (legend === 'none' || series.length === 0) return { nodes: [], frame };
  return legend === 'left' || legend === 'right' ? beside(chart, frame) : around(chart, frame);
}

function beside({ legend, series }: ChartView, frame: Frame) {
  const most = (frame.right - frame.left) * 0.34;
  const width = Math.min(most, Math.max(...series.map(({ name }) => textWidth(name, SIZE))) + BOX + 10);
  const left = legend === 'right' ? frame.right - width : frame.left;
  const line = Math.min(LINE, (frame.bottom - frame.top) / series.length);
  const nodes = series.flatMap((one, i) => entry(one, i, left, frame.top + 8 + i * line, width));
  return {
    nodes,
    frame: legend === 'right' ? { ...frame, right: left - GAP } : { ...frame, left: left + width + GAP },
  };
}

function around({ legend, series }: ChartView, frame: Frame) {
  const rows: { index: number; x: number }[][] = [[]];
  let x = frame.left;
  series.forEach(({ name }, index) => {
    const width = Math.min(textWidth(name, SIZE) + BOX + 6, frame.right - frame.left);
    if (x > frame.left && x + width > frame.right) {
      rows.push([]);
      x = frame.left;
    }
    rows.at(-1)!.push({ index, x });
    x += width + GAP;
  });
  const height = rows.length * LINE;
  const top = legend === 'top' ? frame.top : frame.bottom - height;
  const nodes = rows.flatMap((row, r) =>
    row.flatMap(({ index, x: at }) =>
      entry(series[index]!, index, at, top + 10 + r * LINE, frame.right - at),
    ),
  );
  return {
    nodes,
    frame: legend === 'top' ? { ...frame, top: frame.top + height + 6 } : { ...frame, bottom: top - 8 },
  };
}

function entry(
  one: ChartView['series'][number],
  index: number,
  x: number,
  y: number,
  width: number,
): SvgNode[] {
  return [
    node('rect', { x, y: y - BOX + 1, width: BOX, height: BOX, rx: 2, fill: colourOf(one, index) }),
    node('text', { x: x + BOX + 6, y, 'font-size': SIZE }, [fitText(one.name, width - BOX - 6, SIZE)]),
  ];
}
