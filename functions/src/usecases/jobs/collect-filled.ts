import type { Job } from '../../ports/job.ts';
import type { Acting } from '../acting.ts';
import {
  type CollectedUnit,
  collectOneByOne,
  type FormsToCollect,
  formsToCollect,
} from '../forms/collect-forms.ts';
import type { JobContext } from './job-context.ts';
import type { JobProgress } from './job-run.ts';

/**
 * Collects the forms of an open period, unit by unit, and ends the job; returns without having ended it where the time
 * is over first. Units are counted in the order of their ids, as far as nobody before them is still being looked at.
 */
export async function collectFilled(context: JobContext, acting: Acting): Promise<void> {
  const { run, google, leftMs, concurrency } = context;
  const forms = behind(run.job.after, await formsToCollect(acting, run.job.period!));
  const looked = takenBefore(run.job, forms);
  const unitIds = [...forms.unitIds, ...looked.keys()].sort();
  const tally = tallyOf(run.job, unitIds.length);
  await run.save(tally);

  let counted = 0;
  const count = (): JobProgress => {
    for (let unit = looked.get(unitIds[counted] ?? ''); unit; unit = looked.get(unitIds[counted] ?? '')) {
      add(tally, unit);
      counted++;
    }
    const { done, outcome } = tally;
    return { done, outcome: { ...outcome }, ...(counted > 0 && { after: unitIds[counted - 1] }) };
  };
  const onLooked = (unit: CollectedUnit) => {
    looked.set(unit.unitId, unit);
    return run.tell(count);
  };
  await collectOneByOne(acting, google, forms, { leftMs, concurrency, onLooked });
  const progress = count();
  if (counted < unitIds.length) return run.save(progress);
  // Units that sent their form themselves meanwhile were not looked at, and are done too.
  const end = { state: 'done', done: tally.total, outcome: tally.outcome } as const;
  await run.end(end, (writer) => writer.enqueue('office', acting.now()));
}

function behind(after: string | undefined, forms: FormsToCollect): FormsToCollect {
  if (after === undefined) return forms;
  return {
    ...forms,
    unitIds: forms.unitIds.filter((unitId) => unitId > after),
    submissions: forms.submissions.filter(({ unitId }) => unitId > after),
  };
}

type Outcome = Record<'accepted' | 'late' | 'refused' | 'missing' | 'unavailable', number>;

interface Tally {
  done: number;
  readonly total: number;
  readonly outcome: Outcome;
}

const NOTHING: Outcome = { accepted: 0, late: 0, refused: 0, missing: 0, unavailable: 0 };

function tallyOf({ outcome, done, total }: Job, units: number): Tally {
  return outcome === undefined
    ? { done: 0, total: units, outcome: { ...NOTHING } }
    : { done, total, outcome: { ...NOTHING, ...outcome } };
}

/** What a runner that was killed had taken in and not counted: what was collected since the job began. */
function takenBefore({ startedAt }: Job, { submissions }: FormsToCollect): Map<string, CollectedUnit> {
  const taken = submissions.filter(
    ({ source, submittedAt }) => source === 'collected' && submittedAt >= startedAt!,
  );
  return new Map(taken.map(({ unitId, late }) => [unitId, { unitId, outcome: 'accepted', late }]));
}

/** Late ones are counted among the accepted ones, and by themselves. */
function add(tally: Tally, unit: CollectedUnit): void {
  tally.done++;
  tally.outcome[unit.outcome]++;
  if (unit.outcome === 'accepted' && unit.late) tally.outcome.late++;
}
