import { pointsOf } from '../../domain/numbers/micropoints.ts';
import type { ListChanges, Named } from '../../domain/setup/compare-campaigns.ts';
import type { ResultChanges, UnitChange, UnitOutcome } from '../../domain/setup/compare-results.ts';
import { changesNothing, MOST_NAMES, type PreviewFacts } from '../preview-facts.ts';

/** What saving would change, line by line: first what the current month would look like. */
export function explainPreview(facts: PreviewFacts): string[] {
  if (changesNothing(facts)) return ['Nothing differs from what is in use.'];
  const { changes, month, hasResults } = facts;
  return [
    ...(month ? monthLines(month) : ['No period has a form yet to try it on.']),
    ...listLine('Units', changes.units),
    ...listLine('Criteria', changes.criteria),
    ...listLine('Members', changes.members),
    ...(changes.targets > 0 ? [`Units’ own targets: ${changes.targets} differ.`] : []),
    ...(changes.settings.length > 0
      ? [`Settings: ${changes.settings.map(({ section, rows }) => `${section} (${rows} rows)`).join(', ')}.`]
      : []),
    ...removedLine('units', changes.units),
    ...removedLine('criteria', changes.criteria),
    ...(hasResults
      ? ['Periods that are evaluated keep their results; to work them out again, reopen them with a reason.']
      : []),
  ];
}

type Month = NonNullable<PreviewFacts['month']>;

function monthLines({ period, forms, isEvaluated, changes }: Month): string[] {
  const when = isEvaluated
    ? `Period ${period.id} (already evaluated; this is if it were reopened, ${forms} forms)`
    : `Period ${period.id} (for now, with ${forms} forms)`;
  const counted = COUNTED.filter(([what]) => changes.counts[what] > 0).map(
    ([what, words]) => `${changes.counts[what]} ${words}`,
  );
  const first =
    counted.length === 0
      ? `${when}: no unit changes its place, points, grade or recognition.`
      : `${when}: ${counted.join(', ')}.`;
  return [
    first,
    ...changes.units.map(unitLine),
    ...(changes.more > 0 ? [`and ${changes.more} more units.`] : []),
  ];
}

const COUNTED: readonly (readonly [keyof ResultChanges['counts'], string])[] = [
  ['place', 'units change places'],
  ['grade', 'change grades'],
  ['recognition', 'change recognitions'],
  ['points', 'change points'],
  ['comes', 'come in'],
  ['goes', 'go out'],
];

function unitLine({ name, before, after }: UnitChange): string {
  if (before === undefined) return `${name}: comes in${placeText(after!)}.`;
  if (after === undefined) return `${name}: goes out${placeText(before)}.`;
  const parts = [
    changed('place', before.place?.toString(), after.place?.toString()),
    changed('points', pointsText(before), pointsText(after)),
    changed('grade', before.grade, after.grade),
    changed('recognition', before.recognitions.join(', '), after.recognitions.join(', ')),
  ];
  return `${name}: ${parts.filter((part) => part !== undefined).join('; ')}.`;
}

function changed(what: string, before: string | undefined, after: string | undefined): string | undefined {
  return before === after ? undefined : `${what} ${before || 'none'} → ${after || 'none'}`;
}

const placeText = ({ place }: UnitOutcome): string => (place === undefined ? '' : ` (place ${place})`);
const pointsText = ({ total }: UnitOutcome) => (total === undefined ? undefined : pointsOf(total));

function listLine(what: string, { added, removed, changed: altered }: ListChanges): string[] {
  const parts = [countText('new', added), countText('gone', removed), countText('changed', altered)].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? [] : [`${what}: ${parts.join('; ')}.`];
}

function countText(word: string, some: readonly Named[]): string {
  return some.length === 0 ? '' : `${some.length} ${word} (${namesOf(some)})`;
}

/** Whoever wanted it to end on a day would have written the day. */
function removedLine(what: string, { removed }: ListChanges): string[] {
  return removed.length === 0
    ? []
    : [
        `Mind: the ${what} are gone from every period that is not evaluated. If they only end on a day, keep the row and write the day under “Đến ngày”.`,
      ];
}

function namesOf(some: readonly Named[]): string {
  const names = some
    .slice(0, MOST_NAMES)
    .map(({ code, name }) => (code === name ? code : `${code} – ${name}`));
  return [...names, ...(some.length > MOST_NAMES ? ['…'] : [])].join(', ');
}
