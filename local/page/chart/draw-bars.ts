import type { ChartView } from '../view/types.ts';
import { colourOf, inkOn } from './colours.ts';
import type { Frame } from './legend.ts';
import { ticks, tickText } from './scale.ts';
import { fitText, node, type SvgNode, textWidth } from './svg.ts';

const SMALL = 11;

/** Standing columns or lying bars: beside one another, on one another, or each whole cut into its shares. */
export function drawBars(chart: ChartView, frame: Frame, locale: string): SvgNode[] {
  const lying = chart.shape === 'bars';
  const columns = chart.names.map((_, i) => partsAt(chart, i));
  const most = Math.max(0, ...columns.flat().map(({ to }) => to));
  const least = Math.min(0, ...columns.flat().map(({ from }) => from));
  const marks = chart.stacked === 'percent' ? [0, 25, 50, 75, 100] : ticks(least, most || 1);
  const markTexts = marks.map((mark) => `${tickText(mark, locale)}${chart.stacked === 'percent' ? '%' : ''}`);
  const room = lying ? roomForBars(chart, frame) : roomForColumns(chart, frame, markTexts);
  const along = lying ? room.right - room.left : room.bottom - room.top;
  const place = (value: number) => {
    const share = (value - marks[0]!) / (marks.at(-1)! - marks[0]!);
    return lying ? room.left + share * along : room.bottom - share * along;
  };
  const across = (lying ? room.bottom - room.top : room.right - room.left) / Math.max(1, chart.names.length);
  const start = (i: number) => (lying ? room.top : room.left) + i * across;
  return [
    ...marks.flatMap((mark, i) => gridLine(lying, room, place(mark), markTexts[i]!)),
    ...columns.flatMap((parts, i) =>
      parts.flatMap((part) => drawPart(chart, part, { lying, start: start(i), across, place })),
    ),
    ...chart.names.flatMap((name, i) =>
      lying ? barName(name, room, start(i) + across / 2, frame) : columnName(name, room, start(i), across),
    ),
    ...axisTitle(chart, frame, room, lying),
  ];
}

interface Part {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  readonly shown: string;
  /** Which of the bars beside one another, of how many. */
  readonly slot: number;
  readonly slots: number;
}

function partsAt({ series, stacked }: ChartView, index: number): Part[] {
  const values = series.map(({ values }) => values[index] ?? null);
  const whole = values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  let height = 0;
  return values.flatMap((value, i) => {
    if (value === null || value === 0) return [];
    const size = stacked === 'percent' ? (Math.abs(value) / whole) * 100 : value;
    const shown = series[i]!.shown[index] ?? '';
    if (stacked === 'no')
      return [
        { series: i, from: Math.min(0, size), to: Math.max(0, size), shown, slot: i, slots: series.length },
      ];
    height += size;
    return [{ series: i, from: height - size, to: height, shown, slot: 0, slots: 1 }];
  });
}

interface Layout {
  readonly lying: boolean;
  readonly start: number;
  readonly across: number;
  readonly place: (value: number) => number;
}

function drawPart(chart: ChartView, part: Part, { lying, start, across, place }: Layout): SvgNode[] {
  const thickness = Math.min(across * 0.72, lying ? 26 : 64) / part.slots;
  const from = start + (across - thickness * part.slots) / 2 + part.slot * thickness;
  const [a, b] = [place(part.from), place(part.to)];
  const [low, size] = [Math.min(a, b), Math.abs(a - b)];
  const one = chart.series[part.series]!;
  const colour = colourOf(one, part.series);
  const box = lying
    ? { x: low, y: from, width: size, height: thickness }
    : { x: from, y: low, width: thickness, height: size };
  const fits =
    (lying ? thickness : size) >= SMALL + 2 && textWidth(part.shown, SMALL) + 4 <= (lying ? size : thickness);
  return [
    node('rect', { ...rounded(box), fill: colour }, [node('title', {}, [`${one.name}: ${part.shown}`])]),
    ...(fits
      ? [
          node(
            'text',
            {
              x: round(box.x + box.width / 2),
              y: round(box.y + box.height / 2 + SMALL * 0.36),
              'text-anchor': 'middle',
              'font-size': SMALL,
              fill: inkOn(colour),
            },
            [part.shown],
          ),
        ]
      : []),
  ];
}

const round = (value: number) => Math.round(value * 10) / 10;
const rounded = (box: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(box).map(([name, value]) => [name, round(value)]));

function roomForBars({ names }: ChartView, frame: Frame): Frame {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, SMALL)));
  const width = Math.min(longest, (frame.right - frame.left) * 0.36);
  return { ...frame, left: frame.left + width + 8, bottom: frame.bottom - SMALL - 8 };
}

function roomForColumns({ names, axes }: ChartView, frame: Frame, marks: readonly string[]): Frame {
  const left = frame.left + Math.max(...marks.map((mark) => textWidth(mark, SMALL))) + 8;
  const across = (frame.right - left) / Math.max(1, names.length);
  const twoLines = names.some((name) => textWidth(name, SMALL) > across - 4);
  return {
    ...frame,
    left: left + (axes.values ? SMALL + 6 : 0),
    bottom: frame.bottom - (twoLines ? 2 * (SMALL + 2) : SMALL) - 8,
  };
}

function gridLine(lying: boolean, room: Frame, at: number, text: string): SvgNode[] {
  const line = lying
    ? { x1: round(at), x2: round(at), y1: room.top, y2: room.bottom }
    : { x1: room.left, x2: room.right, y1: round(at), y2: round(at) };
  const place = lying
    ? { x: round(at), y: room.bottom + SMALL + 5, 'text-anchor': 'middle' }
    : { x: room.left - 6, y: round(at + SMALL * 0.36), 'text-anchor': 'end' };
  return [
    node('line', { ...line, stroke: 'currentColor', 'stroke-opacity': 0.16 }),
    node('text', { ...place, 'font-size': SMALL, 'fill-opacity': 0.72 }, [text]),
  ];
}

function barName(name: string, room: Frame, middle: number, frame: Frame): SvgNode[] {
  const text = fitText(name, room.left - frame.left - 8, SMALL);
  return [
    node(
      'text',
      { x: room.left - 6, y: round(middle + SMALL * 0.36), 'text-anchor': 'end', 'font-size': SMALL },
      [text, ...(text === name ? [] : [node('title', {}, [name])])],
    ),
  ];
}

function columnName(name: string, room: Frame, start: number, across: number): SvgNode[] {
  return wrap(name, across - 4).map((line, i) =>
    node(
      'text',
      {
        x: round(start + across / 2),
        y: room.bottom + (SMALL + 2) * (i + 1) + 3,
        'text-anchor': 'middle',
        'font-size': SMALL,
      },
      [line, node('title', {}, [name])],
    ),
  );
}

/** Two lines at most. */
function wrap(name: string, pixels: number): string[] {
  if (textWidth(name, SMALL) <= pixels) return [name];
  const words = name.split(' ');
  let first = words.shift()!;
  while (words.length > 0 && textWidth(`${first} ${words[0]}`, SMALL) <= pixels) first += ` ${words.shift()}`;
  return [
    fitText(first, pixels, SMALL),
    ...(words.length > 0 ? [fitText(words.join(' '), pixels, SMALL)] : []),
  ];
}

function axisTitle({ axes }: ChartView, frame: Frame, room: Frame, lying: boolean): SvgNode[] {
  if (!axes.values || lying) return [];
  const middle = round((room.top + room.bottom) / 2);
  const x = frame.left + SMALL;
  return [
    node(
      'text',
      {
        x,
        y: middle,
        transform: `rotate(-90 ${x} ${middle})`,
        'text-anchor': 'middle',
        'font-size': SMALL,
        'fill-opacity': 0.72,
      },
      [axes.values],
    ),
  ];
}
