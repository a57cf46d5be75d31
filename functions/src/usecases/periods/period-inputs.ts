import { AppError } from '../../domain/app-error.ts';
import { parsePeriod, previousPeriod, yearOf } from '../../domain/campaign/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { historyOf, pastUnitOf } from '../../domain/evaluation/history.ts';
import type {
  PastPeriod,
  PastUnit,
  PeriodInputs,
  Rules,
  UnitInput,
} from '../../domain/evaluation/period-inputs.ts';
import type { Appraisal, Submission, UnitRange } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { rulesOf } from '../rules-of.ts';

/**
 * How far it has come, in units of all units: reading a unit's form is half of it, evaluating it the other half.
 * Awaited between steps, never inside of one.
 */
export type Tell = (done: number, total: number) => Promise<void>;

/** What a period's evaluation looks at, by the campaign's rules. Throws AppError earlier_period_not_evaluated. */
export async function readInputs(
  reader: Reader,
  campaign: Campaign,
  period: Period,
  tell: Tell,
): Promise<PeriodInputs> {
  const rules = rulesOf(campaign, period);
  const { length: total } = rules.units;
  const [{ submissions, appraisals }, history] = await Promise.all([
    readForms(reader, period, rules, (read) => tell(Math.floor(Math.min(read, total) / 2), total)),
    readHistory(reader, campaign, period),
  ]);
  return { rules, submissions: unitInputs(rules, submissions, appraisals), history };
}

/** Every unit's form with what the office said to it. */
export interface Forms {
  readonly submissions: readonly Submission[];
  readonly appraisals: readonly Appraisal[];
}

export async function readForms(
  reader: Reader,
  period: Period,
  rules: Rules,
  tell: (read: number) => Promise<void> = async () => {},
): Promise<Forms> {
  const [submissions, appraisals] = await Promise.all([
    readSubmissions(reader, period, rules, tell),
    reader.appraisals(period.id),
  ]);
  return { submissions, appraisals };
}

/** The forms of units that are valid in the period. */
export function unitInputs(
  rules: Rules,
  submissions: readonly Submission[],
  appraisals: readonly Appraisal[],
): readonly UnitInput[] {
  const valid = new Set(rules.units.map((unit) => unit.id));
  const appraisalOf = new Map(appraisals.map((appraisal) => [appraisal.unitId, appraisal]));
  return submissions
    .filter(({ unitId }) => valid.has(unitId))
    .map((submission) => unitInput(submission, appraisalOf.get(submission.unitId)));
}

/** Units whose forms are asked for in one call, and calls that are on their way while one answer is taken in. */
const UNITS_AT_ONCE = 500;
const CALLS_AHEAD = 3;

async function readSubmissions(
  reader: Reader,
  { id }: Period,
  { units }: Rules,
  tell: (read: number) => Promise<void>,
): Promise<readonly Submission[]> {
  const ranges = rangesOf(units.map((unit) => unit.id));
  const read = (range: UnitRange) => {
    const reading = reader.submissionsBetween(id, range);
    reading.catch(() => {}); // thrown where it is awaited, which may be never, after another one's
    return reading;
  };
  const all: Submission[] = [];
  const coming = ranges.slice(0, CALLS_AHEAD).map(read);
  for (let i = 0; i < ranges.length; i++) {
    all.push(...(await coming[i]!));
    const next = ranges[i + CALLS_AHEAD];
    if (next !== undefined) coming.push(read(next));
    await tell(all.length);
  }
  return all;
}

/** Together every id there may be, also of units that are in no rules any more. */
function rangesOf(unitIds: readonly string[]): readonly UnitRange[] {
  const ends = [...unitIds].sort().filter((_, i) => i > 0 && i % UNITS_AT_ONCE === 0);
  return [...ends, undefined].map((upTo, i) => ({ after: ends[i - 1], upTo }));
}

function unitInput(submission: Submission, appraisal: Appraisal | undefined): UnitInput {
  const { unitId, revision, late, answers } = submission;
  const appraisalRevision = appraisal?.revision ?? 0;
  // In the order of canonical JSON, which is then written many times faster.
  return { answers, appraisalRevision, appraised: appraisal?.answers ?? [], late, revision, unitId };
}

/**
 * What earlier periods contribute. One result after the other, oldest first, some units at a time: none is held whole.
 * A period that is opened and not evaluated would be missing; `passOver`: it is left out, to look ahead.
 */
export async function readHistory(
  reader: Reader,
  campaign: Campaign,
  period: Period,
  { passOver = false }: { readonly passOver?: boolean } = {},
): Promise<PastPeriod[]> {
  const history: PastPeriod[] = [];
  for (const record of await neededBefore(reader, campaign, period)) {
    const stored = await reader.resultInParts(record.period, record.resultVersion);
    if (stored !== undefined) {
      const units: PastUnit[] = [];
      for await (const some of stored.units()) units.push(...some.map(pastUnitOf));
      history.push(...historyOf(period, campaign.calendar, [{ period: record.period, units }]));
    } else if (!passOver)
      throw new AppError('earlier_period_not_evaluated', { period: period.id, earlier: record.period });
  }
  return history;
}

/** Opened periods of the same year before this one, and the one just before it. */
async function neededBefore(
  reader: Reader,
  { calendar }: Campaign,
  period: Period,
): Promise<readonly PeriodRecord[]> {
  const previous = previousPeriod(period, calendar)?.id;
  return (await reader.periods())
    .map((record) => ({ record, of: parsePeriod(record.period, calendar) }))
    .filter(({ of }) => of !== undefined && of.from < period.from)
    .filter(({ of }) => of!.id === previous || yearOf(of!) === yearOf(period))
    .sort((a, b) => (a.of!.from < b.of!.from ? -1 : 1))
    .map(({ record }) => record);
}
