import type { Issue } from '../issue.ts';
import type { ExemplarStep, ReadRow, RegisterContext } from './register.ts';

/**
 * A step opens for an exemplar only when the one before is done (DOMAIN, guards). A row that was kept before stays
 * valid: what happened, happened.
 */
export function stepDone(row: ReadRow, step: ExemplarStep, context: RegisterContext): Issue[] {
  const exemplar = row.values.exemplar;
  if (typeof exemplar !== 'string') return [];
  const done = context.stepsDone(exemplar);
  if (done === undefined || done.has(step)) return [];
  return [{ code: 'step_missing', exemplar, step: firstMissing(done, step), at: row.at('exemplar') }];
}

const ORDER: readonly ExemplarStep[] = ['built', 'propagated', 'learned', 'reviewed', 'decided'];

/** The earliest of the steps that stand in the way: that is the one to do now. */
export function firstMissing(done: ReadonlySet<ExemplarStep>, step: ExemplarStep): ExemplarStep {
  return ORDER.find((each) => !done.has(each)) ?? step;
}
