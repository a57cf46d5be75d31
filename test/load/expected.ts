import { isDeepStrictEqual } from 'node:util';
import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { FormCells } from '../../functions/src/domain/form/form.ts';
import type { Submission } from '../../functions/src/ports/form.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { Reply } from '../http/test-office.ts';
import { answersIn } from './campaign.ts';
import { outcomeOf } from './measured.ts';

/** What one unit's editor was told, in the order of the answers. */
export interface Told {
  readonly unitId: string;
  readonly cells: FormCells;
  readonly requestKey: string;
  readonly reply: Reply;
}

/**
 * Everything that what is stored lacks or has too much of, held against what the functions' callers were told: each
 * accepted form once, in its revision, with its line in the log and its answer; of refused ones nothing but that.
 */
export async function lostOrTwice(
  client: FirestoreClient,
  {
    store,
    campaign,
    period,
  }: { readonly store: Store; readonly campaign: string; readonly period: PeriodId },
  told: readonly Told[],
): Promise<readonly string[]> {
  const [submissions, refusals, log, answers, revisions] = await Promise.all([
    store.submissions(period),
    store.refusals(period),
    store.log(1_000_000, period),
    client.firestore.collection(`campaigns/${campaign}/requests`).select().get(),
    client.firestore.collectionGroup('revisions').select('unitId', 'period').get(),
  ]);
  const newest = new Map(submissions.map((each) => [each.unitId, each]));
  const refused = new Set(refusals.map(({ unitId }) => unitId));
  const stored = new Set(answers.docs.map(({ id }) => id));
  const logged = countBy(log, ({ action, unitId }) => `${action} ${unitId}`);
  const below = countBy(revisions.docs, (each) => `${each.get('period')} ${each.get('unitId')}`);
  const faults: string[] = [];
  for (const [unitId, calls] of Map.groupBy(told, (each) => each.unitId)) {
    const say = (what: string) => faults.push(`${unitId}: ${what}`);
    const requests = [...Map.groupBy(calls, ({ requestKey }) => requestKey).values()];
    if (requests.some((same) => new Set(same.map(({ reply }) => JSON.stringify(reply.body))).size > 1))
      say('the same request was answered in two ways');
    const once = requests.map(([first]) => first!);
    const kept = once.filter(({ reply }) => reply.status === 200 && reply.body.changed === true);
    const revision = kept.length;
    const { revision: found = 0 } = newest.get(unitId) ?? {};
    if (found !== revision) say(`revision ${found} is stored, ${revision} were accepted`);
    const last = kept.find(({ reply }) => reply.body.revision === revision);
    if (last !== undefined && !isDeepStrictEqual(answered(newest.get(unitId)), answersIn(last.cells)))
      say('other answers are stored');
    if ((below.get(`${period} ${unitId}`) ?? 0) !== Math.max(0, revision - 1))
      say('revisions are missing or too many');
    if ((logged.get(`form_submitted ${unitId}`) ?? 0) !== revision) say('lines in the log');
    for (const { requestKey, reply } of calls)
      if (stored.has(requestKey) !== (reply.status === 200))
        say(`request ${requestKey}: ${outcomeOf(reply)}`);
    const wasRefused = calls.some(({ reply }) => outcomeOf(reply) === 'has_issues');
    if (refused.has(unitId) !== wasRefused) say('the refusal');
    if (!calls.every(({ reply }) => reply.status === 200 || reply.body?.error?.message))
      say('an error without a sentence');
    newest.delete(unitId);
  }
  for (const unitId of newest.keys()) faults.push(`${unitId}: is stored, and nobody was told so`);
  return faults;
}

function answered(submission: Submission | undefined): Readonly<Record<string, string>> {
  const { answers = [] } = submission ?? {};
  return Object.fromEntries(
    answers.map(({ criterion, reported }) => [
      criterion,
      reported !== undefined && 'value' in reported ? String(reported.value) : '',
    ]),
  );
}

function countBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}
