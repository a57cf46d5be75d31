import { AppError } from '../../functions/src/domain/app-error.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { councilFiles, IN_MARCH, MEMBERS_OF_COUNCIL, SIGNED, VOTING_DAY } from '../http/council-campaign.ts';
import {
  EDITOR_A,
  EDITOR_B,
  filledAppraisal,
  filledForm,
  OFFICER,
  OFFICER_2,
} from '../http/small-campaign.ts';
import { ADMIN } from '../http/test-office.ts';
import { errorIn, jobIn, jobsIn, type ListedJob } from './answer.ts';
import type { Caller, Told } from './caller.ts';
import type { Desk } from './desk.ts';

export const MARCH = '2024-03' as PeriodId;
export const BALLOT = 'BC-2024-03-1';

export interface Month {
  readonly caller: Caller;
  readonly store: Store;
  readonly desk: Desk;
  /** The right time, or another one where clocks step. */
  readonly clock: (right: Date) => Date;
}

/** Everything that happens in a month, by everybody, each asking until it is acknowledged. Throws where it is not. */
export async function playMonth({ caller, store, desk, clock }: Month): Promise<void> {
  const at = (right: string) => ({ at: clock(new Date(right)).toISOString() });
  const ask = async (path: string, as: string, body: object, right = IN_MARCH): Promise<Told> =>
    requireStatus(await caller.ask(path, as, body, at(right)), 200);
  const move = (action: string, parts: object = {}, right = IN_MARCH) =>
    ask('/move-period', OFFICER, { period: MARCH, action, ...parts }, right);
  const submit = (unitId: string, as: string, points: number) =>
    ask('/submit-form', as, { period: MARCH, unitId, cells: filledForm({ C1: points, C2: 'Có' }) });

  await ask('/load-campaign', ADMIN, { files: councilFiles(caller.campaign, {}) });
  await ask('/provision', OFFICER, {});
  await move('open');
  await deliverAll(caller, store);
  await Promise.all([
    submit('A', EDITOR_A, 9),
    refusedForm(caller, at(IN_MARCH)),
    desk.fill('C', MARCH, [4, 'Có']),
  ]);
  await Promise.all([
    ask('/unlock-form', EDITOR_A, { period: MARCH, unitId: 'A', reason: 'Nhầm điểm' }),
    submit('B', EDITOR_B, 8),
  ]);
  await submit('A', EDITOR_A, 9.5);
  await collected(caller, store);
  const cells = filledAppraisal([{ unit: 'B', criterion: 'C1', appraised: 7.5, note: 'Thiếu minh chứng' }]);
  await ask('/appraise', OFFICER_2, { period: MARCH, cells });
  await move('close');
  await move('evaluate');

  await ask('/open-ballot', OFFICER, { period: MARCH, purpose: 'nomination' }, VOTING_DAY);
  const votes = { 'praise-A': 'yes', 'reward-A': 'yes', 'praise-B': 'yes' };
  await Promise.all(MEMBERS_OF_COUNCIL.map((as) => vote(caller, as, votes)));
  await ask('/close-ballot', OFFICER, { ballot: BALLOT, minutes: 'Số 5' }, VOTING_DAY);
  const decide = (kind: string, subjects: readonly object[]) =>
    ask('/decide', OFFICER, { ballot: BALLOT, kind, subjects, ...SIGNED }, VOTING_DAY);
  await Promise.all([
    decide('praise', [{ candidate: 'praise-A', field: 'NN' }]),
    decide('praise', [{ candidate: 'praise-B', field: 'NN' }]),
    decide('reward', [{ candidate: 'reward-A' }]),
  ]);
  await job(caller, store, 'publish', VOTING_DAY);
  await move('reopen', { reason: 'Bổ sung thẩm định' }, VOTING_DAY);
  await move('close', {}, VOTING_DAY);
  await move('evaluate', {}, VOTING_DAY);
  await job(caller, store, 'publish', VOTING_DAY);
  await deliverAll(caller, store);
}

/** Calls the deliverer until nothing waits; what was put off or is still leased need not wait for its time here. */
export async function deliverAll(caller: Caller, store: Store): Promise<void> {
  for (let round = 1; (await store.pendingOutboxCount()) > 0; round++) {
    if (round > 60) throw new Error('workbooks are still waiting after 60 deliveries');
    if (round > 1) await letTimePass(store);
    await caller.ask('/deliver', OFFICER, { withinMs: 5000 }, { at: VOTING_DAY, keyless: true });
  }
}

/** Who could not be read is told of, and read the next time; what is filled in is never called missing. */
async function collected(caller: Caller, store: Store): Promise<void> {
  for (let round = 1; round <= 10; round++) {
    const { missing = 0, unavailable = 0 } = await job(caller, store, 'collect', IN_MARCH);
    if (missing > 0) throw new Error('a form that is filled in was called missing');
    if (unavailable === 0) return;
  }
  throw new Error('forms cannot be read after 10 times');
}

async function job(
  caller: Caller,
  store: Store,
  kind: string,
  right: string,
): Promise<NonNullable<ListedJob['outcome']>> {
  const asked = await caller.ask('/start-job', OFFICER, { kind, period: MARCH }, { at: right });
  const { id } = jobIn(requireStatus(asked, 202).body);
  for (let round = 1; ; round++) {
    await caller.ask('/run-jobs', OFFICER, { withinMs: 5000 }, { at: right, keyless: true });
    const told = await caller.ask('/jobs', OFFICER, {}, { query: true });
    const found = jobsIn(told.body).find((each) => each.id === id);
    if (found === undefined) throw new Error(`the job ${id} is nowhere`);
    if (found.state === 'done') return found.outcome ?? {};
    if (found.state === 'failed') throw new Error(`the job ${id} failed: ${found.error?.code}`);
    if (round > 60) throw new Error(`the job ${id} is ${found.state} after 60 runs`);
    await letTimePass(store);
  }
}

/** A form with a mistake is refused as often as it comes. */
async function refusedForm(caller: Caller, wish: { at: string }): Promise<void> {
  const cells = filledForm({ C1: 'nhiều', C2: 'Có' });
  const refused = await caller.ask('/submit-form', EDITOR_B, { period: MARCH, unitId: 'B', cells }, wish);
  requireStatus(refused, 422);
}

/** A secret vote takes no key: whoever's answer got lost is told that the vote is in. */
async function vote(caller: Caller, as: string, votes: object): Promise<void> {
  const told = await caller.ask(
    '/cast-vote',
    as,
    { ballot: BALLOT, votes },
    { at: VOTING_DAY, keyless: true },
  );
  if (errorIn(told.body).code !== 'already_voted') requireStatus(told, 200);
}

/** Leases and put-offs end: nobody waits for them here. Where a call that was cut off holds its locks, once more. */
async function letTimePass(store: Store): Promise<void> {
  for (let tried = 1; ; tried++)
    try {
      return await endLeases(store);
    } catch (error) {
      const isBeaten = error instanceof AppError && error.code === 'conflict';
      if (!isBeaten || tried === 5) throw error;
    }
}

function endLeases(store: Store): Promise<void> {
  const ids = ['summary', 'office', 'units', 'unit:A', 'unit:B', 'unit:C'] as const;
  const past = new Date(0);
  return store.transact(async (transaction) => {
    const entries = await Promise.all(ids.map((id) => transaction.outboxEntry(id)));
    const jobs = await transaction.unfinishedJobs();
    for (const entry of entries) {
      if (entry?.state !== 'pending') continue;
      const { leaseUntil: _, ...free } = entry;
      transaction.putOutboxEntry({ ...free, notBefore: past });
    }
    for (const { leaseUntil: _, ...free } of jobs) transaction.putJob(free);
  });
}

function requireStatus(told: Told, status: number): Told {
  if (told.status === status) return told;
  throw new Error(
    `${told.path} → ${told.status} ${JSON.stringify(told.body)} after ${told.attempts} attempts`,
  );
}
