import { AppError } from '../../domain/app-error.ts';
import type { Ballot } from '../../domain/ballot/ballot.ts';
import { type BallotBox, type Seal, tallyOf, votersOf } from '../../domain/ballot/ballot-box.ts';
import { counts, isValid, requireOpen, stateOf } from '../../domain/ballot/ballot-state.ts';
import { cleanText } from '../../domain/form/text.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader, Writer } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { type BallotView, viewOf } from './ballot-view.ts';
import { findBallot } from './find-ballot.ts';

export interface ClosingOrder {
  readonly ballot: string;
  /** Number and day of the minutes. */
  readonly minutes: string;
  readonly spreadsheetId?: string | undefined;
}

/**
 * Closes a ballot and counts it. Where too few voted in secret nobody counts: the sealed tally is thrown away unopened.
 * The last valid nomination of a period moves it on to "voted". Throws AppError not_found, ballot_not_open,
 * minutes_missing, ballot_key_missing, workbook_unknown.
 */
export async function closeBallot(
  acting: Acting,
  { ballot: id, minutes: given, spreadsheetId }: ClosingOrder,
  seal: Seal | undefined,
): Promise<{ readonly ballot: BallotView }> {
  await requireWorkbook(acting.store, 'office', spreadsheetId);
  const minutes = cleanText(given);
  if (minutes === '') throw new AppError('minutes_missing');
  return once(acting, async (transaction) => {
    const { ballot, box } = await findBallot(transaction, id);
    requireOpen(ballot);
    const { period } = ballot;
    const [record, siblings] = await Promise.all([transaction.period(period), transaction.ballots(period)]);
    const [at, by] = [acting.now(), acting.by];
    const closing = { at, by, minutes, voted: votersOf(box).length };
    const closed = { ...ballot, state: 'closed' as const, closing, ...counted(ballot, box, seal) };
    const emptied = withoutSeal(box);
    transaction.putBallot(closed);
    transaction.putBallotBox(emptied);
    if (closed.purpose === 'nomination' && record !== undefined)
      transaction.putPeriod(
        afterNomination(record, [...siblings.filter((each) => each.id !== id), closed], closing),
      );
    logClosing(transaction, closed);
    transaction.enqueue('office', at);
    // Leaders see what a review came to; a nomination shows with its decision.
    if (closed.purpose === 'review') transaction.enqueue('summary', at);
    return { ballot: viewOf(closed, emptied, by) };
  });
}

function counted(ballot: Ballot, box: BallotBox, seal: Seal | undefined): Pick<Ballot, 'tally'> {
  if (box.secrecy === 'secret' && !isValid(ballot, votersOf(box).length)) return {};
  const tally = tallyOf(box, ballot, seal);
  if (tally === undefined) throw new AppError('ballot_key_missing');
  return { tally };
}

/** What is no longer needed to vote is no longer there to be guessed at. */
export function withoutSeal(box: BallotBox): BallotBox {
  if (box.secrecy === 'open') return box;
  const { sealed: _, ...rest } = box;
  return rest;
}

/** A period is voted when a nomination counts and none is open. */
function afterNomination(
  record: PeriodRecord,
  ballots: readonly Ballot[],
  { at, by }: { readonly at: Date; readonly by: string },
): PeriodRecord {
  const nominations = ballots.filter(({ purpose }) => purpose === 'nomination');
  const isAnyOpen = nominations.some((each) => stateOf(each) === 'open');
  const isHeld = nominations.some(counts);
  const state = !isAnyOpen && isHeld ? 'voted' : 'evaluated';
  return {
    ...record,
    revision: record.revision + 1,
    state,
    ballot: isAnyOpen ? 'open' : isHeld ? 'held' : 'not_held',
    changedAt: at,
    changedBy: by,
  };
}

function logClosing(transaction: Pick<Reader & Writer, 'appendLog'>, ballot: Ballot): void {
  const { at, by, voted } = ballot.closing!;
  const details = { ballot: ballot.id, voted, members: ballot.electorate.length };
  transaction.appendLog({ at, by, action: 'ballot_closed', period: ballot.period, details });
}
