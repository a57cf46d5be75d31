import type { ChartView } from '../view/types.ts';
import { colourOf } from './colours.ts';
import type { Frame } from './legend.ts';
import { ticks, tickText } from './scale.ts';
import { fitText, node, type SvgNode, textWidth } from './svg.ts';

const SMALL = 11;

/** One line a series, with a point at each value; a gap where there is none. Areas are filled down to the axis. */
export function drawLines(chart: ChartView, frame: Frame, locale: string): SvgNode[] {
  const numbers = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const whole = numbers.every(Number.isInteger);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const marks = ticks(chart.shape === 'area' ? Math.min(0, least) : least, most, 6).filter(
    (mark) => !whole || Number.isInteger(mark),
  );
  const texts = marks.map((mark) => tickText(mark, locale));
  const room: Frame = {
    left: frame.left + Math.max(...texts.map((text) => textWidth(text, SMALL))) + 8,
    top: frame.top + 6,
    right: frame.right - 8,
    bottom: frame.bottom - SMALL - 10,
  };
  const high = room.bottom - room.top;
  const y = (value: number) => {
    const share = (value - marks[0]!) / (marks.at(-1)! - marks[0]! || 1);
    return round(chart.reversed ? room.top + share * high : room.bottom - share * high);
  };
  const step = (room.right - room.left) / Math.max(1, chart.names.length);
  const x = (i: number) => round(room.left + step * (i + 0.5));
  return [
    ...marks.flatMap((mark, i) => [
      node('line', {
        x1: room.left,
        x2: room.right,
        y1: y(mark),
        y2: y(mark),
        stroke: 'currentColor',
        'stroke-opacity': 0.16,
      }),
      node(
        'text',
        {
          x: room.left - 6,
          y: round(y(mark) + SMALL * 0.36),
          'text-anchor': 'end',
          'font-size': SMALL,
          'fill-opacity': 0.72,
        },
        [texts[i]!],
      ),
    ]),
    ...chart.names.map((name, i) =>
      node('text', { x: x(i), y: room.bottom + SMALL + 8, 'text-anchor': 'middle', 'font-size': SMALL }, [
        fitText(name, step - 4, SMALL),
      ]),
    ),
    ...chart.series.flatMap((one, i) => drawSeries(one, i, chart, { x, y, bottom: room.bottom })),
  ];
}

interface Places {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly bottom: number;
}

function drawSeries(
  one: ChartView['series'][number],
  index: number,
  { shape, names }: ChartView,
  { x, y, bottom }: Places,
): SvgNode[] {
  const colour = colourOf(one, index);
  const runs: { i: number; value: number }[][] = [[]];
  one.values.forEach((value, i) => {
    if (value === null) runs.push([]);
    else runs.at(-1)!.push({ i, value });
  });
  return runs
    .filter((run) => run.length > 0)
    .flatMap((run) => {
      const points = run.map(({ i, value }) => `${x(i)},${y(value)}`).join(' ');
      const area = `${x(run[0]!.i)},${bottom} ${points} ${x(run.at(-1)!.i)},${bottom}`;
      return [
        ...(shape === 'area' ? [node('polygon', { points: area, fill: colour, 'fill-opacity': 0.25 })] : []),
        node('polyline', {
          points,
          fill: 'none',
          stroke: colour,
          'stroke-width': 2,
          'stroke-linejoin': 'round',
        }),
        ...run.map(({ i, value }) =>
          node('circle', { cx: x(i), cy: y(value), r: 3.5, fill: colour }, [
            node('title', {}, [`${one.name} – ${names[i] ?? ''}: ${one.shown[i] ?? ''}`]),
          ]),
        ),
      ];
    });
}

const round = (value: number) => Math.round(value * 10) / 10;
