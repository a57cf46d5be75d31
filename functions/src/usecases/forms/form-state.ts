import type { Refusal, SentForm, Submission } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';

/** What became of a unit's form, as callers are told. Moments are ISO texts. */
export interface AcceptedState {
  readonly revision: number;
  readonly submittedAt: string;
  readonly source: Submission['source'];
  readonly late: boolean;
  /** False where it was opened again and not sent anew. */
  readonly locked: boolean;
}

export interface RefusedState {
  readonly at: string;
  readonly issues: Refusal['issues'];
}

/**
 * A form is locked as soon as it is accepted: other answers are not taken in until somebody opened it again with a
 * reason, or the whole period was reopened after it came in.
 */
export function isLocked(
  { unlocked, reopenings }: SentForm,
  record: Pick<PeriodRecord, 'reopenings'> | undefined,
): boolean {
  return unlocked === undefined && reopenings === (record?.reopenings.length ?? 0);
}

export function acceptedState(submission: SentForm, record: PeriodRecord | undefined): AcceptedState {
  const { revision, submittedAt, source, late } = submission;
  const locked = isLocked(submission, record);
  return { revision, submittedAt: submittedAt.toISOString(), source, late, locked };
}

/**
 * A form that was accepted later takes a refusal's place by being there: so accepting writes nothing of refusals,
 * which most units never had.
 */
export function stands(refusal: Refusal, submission: SentForm | undefined): boolean {
  if (submission === undefined) return true;
  const { afterRevision, refusedAt } = refusal;
  return afterRevision === undefined
    ? refusedAt > submission.submittedAt
    : afterRevision >= submission.revision;
}

/** Those that stand. */
export function standing(refusals: readonly Refusal[], submissions: readonly SentForm[]): readonly Refusal[] {
  if (refusals.length === 0) return refusals;
  const newest = new Map(submissions.map((submission) => [submission.unitId, submission]));
  return refusals.filter((refusal) => stands(refusal, newest.get(refusal.unitId)));
}

export function refusedState({ refusedAt, issues }: Refusal): RefusedState {
  return { at: refusedAt.toISOString(), issues };
}
