import { type Criterion, isApplicable, needsTarget } from '../../campaign/criterion.ts';
import type { Unit } from '../../campaign/unit.ts';
import type { AppraisedAnswer, ReportedAnswer } from '../../form/answer.ts';
import type { Decimal } from '../../numbers/decimal.ts';
import { toMillionths } from '../../numbers/millionths.ts';
import { type Measured, measure } from './measure.ts';
import { Rows } from './rows.ts';
import type { Reporting, TrackContext } from './track-context.ts';

/** One criterion's answers of all units that reported, as columns. */
export interface Figures {
  /** Index in STATUSES. */
  readonly status: Uint8Array;
  /** In whole millionths, a yes 1 and a no 0; NaN: none, or only measure() knows it. */
  readonly value: Float64Array;
  /** In whole millionths; 0: none. */
  readonly target: Float64Array;
}

export const STATUSES: readonly Measured['status'][] = [
  'measured',
  'missing',
  'not_applicable',
  'information',
];
export const MEASURED = STATUSES.indexOf('measured');
export const MISSING = STATUSES.indexOf('missing');
export const NOT_APPLICABLE = STATUSES.indexOf('not_applicable');
export const INFORMATION = STATUSES.indexOf('information');

/**
 * Every form once, into columns that scoring runs through. Says of plain answers what measure() says of all, which
 * it asks about those that are more (cumulative figures, late forms that are counted, numbers of many digits).
 */
export function readFigures(context: TrackContext, reporting: readonly Reporting[]): readonly Figures[] {
  const { criteria } = context.track;
  const codes = criteria.map(({ code }) => code);
  const reported = new Rows<ReportedAnswer>(codes);
  const appraised = new Rows<AppraisedAnswer>(codes);
  const columns = criteria.map(() => emptyColumns(reporting.length));
  const readers = criteria.map((criterion, i) => reader(criterion, columns[i]!));
  reporting.forEach(({ unit, input }, u) => {
    const own = reported.find(input.answers);
    const theirs = appraised.find(input.appraised);
    const registered = context.registered(unit.id);
    for (let i = 0; i < readers.length; i++) {
      const target = registered?.get(codes[i]!);
      if (readers[i]!(u, unit, own[i], theirs[i], target, input.late)) continue;
      const row = { reported: own[i], appraised: theirs[i], registered: target };
      const past = context.past(unit.id, codes[i]!);
      const { period } = context;
      const { status } = measure(criteria[i]!, { ...row, unit, period, late: input.late, past });
      columns[i]!.status[u] = STATUSES.indexOf(status);
      columns[i]!.value[u] = Number.NaN;
    }
  });
  return columns;
}

function emptyColumns(units: number): Figures {
  return {
    status: new Uint8Array(units),
    value: new Float64Array(units),
    target: new Float64Array(units),
  };
}

/** Whether it could say it. */
type Reader = (
  u: number,
  unit: Unit,
  reported: ReportedAnswer | undefined,
  appraised: AppraisedAnswer | undefined,
  registered: Decimal | undefined,
  late: boolean,
) => boolean;

function reader(criterion: Criterion, { status, value, target }: Figures): Reader {
  const { scoring } = criterion;
  const isHeldAgainstTarget = needsTarget(criterion);
  const isCumulative = 'basis' in scoring && scoring.basis === 'cumulative';
  const countsLate = scoring.kind === 'deduction' && scoring.automatic === 'late';
  const wantedKind = scoring.kind === 'yes_no' ? 'yes_no' : 'number';
  const general = 'target' in scoring ? scoring.target : undefined;
  const others = scoring.kind === 'information' ? INFORMATION : MISSING;
  return (u, unit, reported, appraised, registered, late) => {
    const answer = appraised?.appraised ?? reported?.reported;
    if (isCumulative || (late && countsLate)) return false;
    value[u] = Number.NaN;
    if (answer?.kind === 'not_applicable' || !isApplicable(criterion, unit)) status[u] = NOT_APPLICABLE;
    else if (answer?.kind !== wantedKind || others === INFORMATION) {
      status[u] = others;
      if (answer?.kind === 'yes_no') value[u] = answer.value ? 1 : 0;
    } else if (answer.kind === 'yes_no') value[u] = answer.value ? 1 : 0;
    else {
      value[u] = toMillionths(answer.value as Decimal);
      if (!isHeldAgainstTarget) return true;
      const given = registered ?? reported?.target ?? general;
      target[u] = given === undefined ? 0 : toMillionths(given);
      if (!(target[u]! > 0)) {
        if (Number.isNaN(target[u])) return false;
        status[u] = MISSING;
      }
    }
    return true;
  };
}
