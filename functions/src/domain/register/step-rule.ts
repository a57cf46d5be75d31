import type { At } from '../at.ts';
import type { ExemplarStep } from '../exemplar/exemplar-step.ts';
import type { Issue } from '../issue.ts';
import type { RegisterContext } from './register.ts';

/** A step opens for an exemplar only when the one before is done (DOMAIN, guards). */
export function stepDone(
  exemplar: string,
  step: ExemplarStep,
  at: At,
  { stepsDone }: RegisterContext,
): Issue[] {
  const done = stepsDone(exemplar) ?? new Set();
  return done.has(step) ? [] : [{ code: 'step_missing', exemplar, step: firstMissing(done, step), at }];
}

const ORDER: readonly ExemplarStep[] = ['built', 'propagated', 'learned', 'reviewed', 'decided'];

/** The earliest of the steps that stand in the way: that is the one to do now. */
export function firstMissing(done: ReadonlySet<ExemplarStep>, step: ExemplarStep): ExemplarStep {
  return ORDER.find((each) => !done.has(each)) ?? step;
}
