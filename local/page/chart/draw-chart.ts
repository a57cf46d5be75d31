import type { ChartView } from '../view/types.ts';
import { drawBars } from './draw-bars.ts';
import { drawLines } from './draw-lines.ts';
import { drawLegend, type Frame } from './legend.ts';
import { fitText, node, type SvgNode, textWidth } from './svg.ts';

const TITLE_SIZE = 15;
const PAD = 14;

/**
 * A chart as a drawing of its own size. Whoever cannot see it hears its title and what each series holds. Ink is
 * `currentColor`, so that it follows the page's light or dark.
 */
export function drawChart(chart: ChartView, locale: string): SvgNode {
  const { width, height, title } = chart;
  const lines = titleLines(title, width - 2 * PAD);
  const top = PAD + lines.length * (TITLE_SIZE + 4);
  const { nodes: legend, frame } = drawLegend(chart, {
    left: PAD,
    top: top + 6,
    right: width - PAD,
    bottom: height - PAD,
  });
  const body: Frame = frame;
  const drawn =
    chart.series.length === 0
      ? [emptyNote(chart)]
      : chart.shape === 'lines' || chart.shape === 'area'
        ? drawLines(chart, body, locale)
        : drawBars(chart, body, locale);
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
      'font-size': 12,
      fill: 'currentColor',
    },
    [
      node('title', {}, [title]),
      node('desc', {}, [describe(chart)]),
      ...lines.map((line, i) =>
        node(
          'text',
          {
            x: PAD,
            y: PAD + TITLE_SIZE + i * (TITLE_SIZE + 4) - 2,
            'font-size': TITLE_SIZE,
            'font-weight': 600,
          },
          [line],
        ),
      ),
      ...drawn,
      ...legend,
    ],
  );
}

function emptyNote({ width, height, notShown }: ChartView): SvgNode {
  const what = notShown.length > 0 ? `Chưa vẽ được biểu đồ này: ${notShown.join(', ')}` : 'Chưa có số liệu';
  return node('text', { x: width / 2, y: height / 2, 'text-anchor': 'middle', opacity: 0.7 }, [what]);
}

/** At most two lines, broken between words. */
function titleLines(title: string, pixels: number): string[] {
  if (title === '') return [];
  const words = title.split(' ');
  let first = '';
  while (words.length > 0 && (first === '' || textWidth(`${first} ${words[0]}`, TITLE_SIZE) <= pixels))
    first = first === '' ? words.shift()! : `${first} ${words.shift()}`;
  return words.length === 0 ? [first] : [first, fitText(words.join(' '), pixels, TITLE_SIZE)];
}

/** The numbers in words: "Nộp đúng hạn – Cụm 1: 5, Cụm 2: 4; …". */
function describe({ series, names }: ChartView): string {
  return series
    .map(({ name, shown }) => `${name} – ${names.map((each, i) => `${each}: ${shown[i] || '–'}`).join(', ')}`)
    .join('; ');
}
