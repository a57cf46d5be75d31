import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import { type CatchingUp, sinceRecognised } from '../../domain/exemplar/catching-up.ts';
import type { Exemplar } from '../../domain/exemplar/exemplar.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab, WantedChart } from '../../domain/publishing/wanted.ts';
import { STANDING_NAMES } from '../../messages/vi/exemplar-words.ts';
import { formatPeriod, formatPoints } from '../../messages/vi/format.ts';
import { STANDING_COLOURS, shareColours } from '../colours.ts';
import { byName, percentColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { percentOf } from './cells.ts';
import type { ExemplarView } from './exemplar-view.ts';
import { criteriaWords } from './learning-tab.ts';
import { limited } from './limited.ts';

/** More charts than these nobody looks at; the table is there. */
const MOST_CHARTS = 10;

/**
 * Bắt kịp – vượt qua: month by month how far each unit that learns is, held against the exemplar's frozen level, which
 * is a line of its own at 100%; with a chart for each of those who have come furthest.
 */
export function catchingUpTab(view: ExemplarView): TableTab {
  const { periods, campaign } = view;
  const { shown, line } = limited(
    view.learners.filter(({ months }) => months.length > 0),
    'người học có số liệu',
  );
  const lines = linesOf(shown);
  const colours = shareColours(councilRulesOn(campaign, periods.at(-1)!.period.to).review);
  return readOnlyTable({
    key: 'catching-up',
    title: 'Bắt kịp – vượt qua',
    banner: [
      'Bắt kịp, vượt qua điển hình qua các kỳ đã công bố',
      '100% là mức của điển hình khi được ghi nhận, giữ nguyên từ đó.',
      ...line,
    ],
    frozenColumns: 1,
    columns: [
      textColumn('name', 'Điển hình, người học', 260),
      textColumn('criteria', 'So theo', 160),
      ...periods.map(({ period }) => ({
        ...percentColumn(shareKey(period.id), formatPeriod(period)),
        colours,
      })),
      { ...wordColumn('standing', 'Theo số liệu kỳ gần nhất', 120), colours: STANDING_COLOURS },
    ],
    rows: lines.map((each) => row(each, view)),
    charts: chartsOf(lines, view),
  });
}

const shareKey = (period: string): string => `share:${period}`;

type Line = { readonly exemplar: Exemplar; readonly learner?: CatchingUp };

/** Below each exemplar's line those who learn from it, who is furthest first. */
function linesOf(learners: readonly CatchingUp[]): readonly Line[] {
  const byExemplar = Map.groupBy(learners, ({ exemplar }) => exemplar.id);
  return [...byExemplar]
    .sort(([a], [b]) => byName(a, b))
    .flatMap(([, those]): Line[] => {
      const { exemplar } = those[0]!;
      return [{ exemplar }, ...[...those].sort(furthestFirst).map((learner) => ({ exemplar, learner }))];
    });
}

function row({ exemplar, learner }: Line, { periods, exemplarName }: ExemplarView): CellValue[] {
  if (learner === undefined) {
    const drawn = new Set(since(exemplar, periods));
    const { total } = exemplar.baseline;
    return [
      exemplarName(exemplar.id),
      total === undefined ? 'mốc' : `mốc: ${formatPoints(total, 2)} điểm`,
      ...periods.map(({ period }) => (drawn.has(period.id) ? 100 : null)),
      null,
    ];
  }
  const months = new Map(learner.months.map((month) => [month.period, month]));
  const share = (period: string): CellValue => {
    const month = months.get(period as never);
    return month === undefined ? null : percentOf(month.distance);
  };
  const now = months.get(periods.at(-1)!.period.id);
  return [
    learner.name,
    criteriaWords(learner.criteria),
    ...periods.map(({ period }) => share(period.id)),
    now === undefined ? null : STANDING_NAMES[now.standing],
  ];
}

/** Charts have a place each and not an owner: whoever comes to be the first is drawn in the first. */
function chartsOf(lines: readonly Line[], { periods }: ExemplarView): readonly WantedChart[] {
  const at = new Map(lines.map((line, index) => [line.learner?.row.code ?? line.exemplar.id, index]));
  return lines
    .flatMap(({ learner }) => learner ?? [])
    .filter(({ exemplar }) => since(exemplar, periods).length > 1)
    .sort(furthestFirst)
    .slice(0, MOST_CHARTS)
    .map(({ row: { code }, exemplar, name }, i): WantedChart => {
      const rowAt = (key: string) => ({ from: at.get(key)!, to: at.get(key)! + 1 });
      return {
        key: `learner:${i + 1}`,
        title: `${name} học tập ${exemplar.name} (% so với mức của điển hình)`,
        shape: 'lines',
        rows: [rowAt(exemplar.id), rowAt(code)],
        names: 'name',
        points: since(exemplar, periods).map(shareKey),
      };
    });
}

/** The periods in which somebody is held against the exemplar. */
function since(exemplar: Exemplar, periods: ExemplarView['periods']): readonly string[] {
  return sinceRecognised(
    exemplar,
    periods.map(({ period }) => ({ period: period.id })),
  ).map(({ period }) => period);
}

function furthestFirst(a: CatchingUp, b: CatchingUp): number {
  const share = ({ months }: CatchingUp) => months.at(-1)!.distance.basisPoints;
  return share(b) - share(a) || byName(a.name, b.name) || (a.row.code < b.row.code ? -1 : 1);
}
