import { AppError } from '../../domain/app-error.ts';
import type { Ballot, BallotPurpose, Candidate } from '../../domain/ballot/ballot.ts';
import { emptyBox, type Seal } from '../../domain/ballot/ballot-box.ts';
import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import { ballotTitle } from '../../messages/vi/council-words.ts';
import type { Member } from '../../ports/member.ts';
import type { PeriodRecord, PeriodState } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { wrongState } from '../periods/period-steps.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { periodOf, setupOf } from '../rules-of.ts';
import { type BallotView, viewOf } from './ballot-view.ts';
import { nominationCandidates } from './nomination-candidates.ts';
import { type ProposedStanding, type ReviewedLearner, reviewCandidates } from './review-candidates.ts';

export interface OpeningOrder {
  readonly purpose: BallotPurpose;
  readonly period: string;
  /** Only these candidates, by id; all who may stand if absent. */
  readonly only?: readonly string[] | undefined;
  /** Of a review: what to put to the vote where the numbers do not say it, and the evidence. */
  readonly proposals?: readonly ProposedStanding[] | undefined;
  readonly checkOnly?: boolean | undefined;
  readonly spreadsheetId?: string | undefined;
}

export interface OpenedBallot {
  /** As it is, or with checkOnly as it would be. */
  readonly ballot: BallotView;
  /** Of a review: everybody who learns, those who cannot stand with the reason. */
  readonly learners?: readonly ReviewedLearner[];
}

/**
 * Opens the council's vote on a period: on who is recognised in it, or on who caught up with or surpassed an exemplar.
 * Candidates, voters and rules are frozen. Who stands in an open or a valid ballot of the period does not stand again.
 * Throws AppError period_wrong_state, nothing_to_vote_on, council_empty, candidate_not_eligible, evidence_missing,
 * ballot_key_missing, not_found, workbook_unknown.
 */
export async function openBallot(
  acting: Acting,
  order: OpeningOrder,
  seal: Seal | undefined,
): Promise<OpenedBallot> {
  const { store, by, now } = acting;
  await requireWorkbook(store, 'office', order.spreadsheetId);
  if (order.checkOnly === true) {
    const planned = await planBallot(store, order, { at: now(), by, allowEmpty: true });
    return shown(planned, by, undefined);
  }
  return once(acting, async (transaction) => {
    const at = now();
    const planned = await planBallot(transaction, order, { at, by, allowEmpty: false });
    const { ballot, record } = planned;
    if (ballot.rules.secrecy === 'secret' && seal === undefined) throw new AppError('ballot_key_missing');
    transaction.addBallot(ballot);
    transaction.putBallotBox(emptyBox(ballot, seal));
    if (ballot.purpose === 'nomination')
      transaction.putPeriod({
        ...record,
        revision: record.revision + 1,
        state: 'evaluated',
        ballot: 'open',
        changedAt: at,
        changedBy: by,
      });
    const details = {
      ballot: ballot.id,
      candidates: ballot.candidates.length,
      members: ballot.electorate.length,
    };
    transaction.appendLog({ at, by, action: 'ballot_opened', period: ballot.period, details });
    transaction.enqueue('office', at);
    return shown(planned, by, seal);
  });
}

interface PlannedBallot {
  readonly ballot: Ballot;
  readonly record: PeriodRecord;
  readonly learners: readonly ReviewedLearner[] | undefined;
}

const STATES: Readonly<Record<BallotPurpose, readonly (PeriodState | undefined)[]>> = {
  nomination: ['evaluated', 'voted'],
  review: ['evaluated', 'voted', 'published'],
};

async function planBallot(
  reader: Reader,
  { purpose, period: id, only, proposals = [] }: OpeningOrder,
  { at, by, allowEmpty }: { readonly at: Date; readonly by: string; readonly allowEmpty: boolean },
): Promise<PlannedBallot> {
  const { campaign } = await setupOf(reader);
  const period = periodOf(campaign, id);
  const [record, ballots, members, stored] = await Promise.all([
    reader.period(period.id),
    reader.ballots(period.id),
    reader.members(),
    reader.result(period.id),
  ]);
  if (record === undefined || stored === undefined || !STATES[purpose].includes(record.state))
    throw wrongState(period, record, purpose === 'nomination' ? 'nominate' : 'review');
  const rules = councilRulesOn(campaign, period.to);
  const context = { campaign, period, stored, ballots };
  const review =
    purpose === 'review' ? await reviewCandidates(reader, context, { proposals, rules }) : undefined;
  const all = review?.candidates ?? (await nominationCandidates(reader, context));
  const electorate = electorateOf(members);
  const candidates = chosenOf(all, only);
  if (!allowEmpty && candidates.length === 0) throw new AppError('nothing_to_vote_on', { period: id });
  if (!allowEmpty && electorate.length === 0) throw new AppError('council_empty');
  const nth = ballots.filter((each) => each.purpose === purpose).length + 1;
  const ballot: Ballot = {
    id: `${purpose === 'nomination' ? 'BC' : 'BX'}-${period.id}-${nth}`,
    purpose,
    period: period.id,
    resultVersion: stored.version,
    title: ballotTitle(purpose, period.id, nth),
    rules: rules.ballots[purpose],
    candidates,
    electorate,
    state: 'open',
    openedAt: at,
    openedBy: by,
  };
  return { ballot, record, learners: review?.learners };
}

function electorateOf(members: readonly Member[]): readonly string[] {
  return members
    .filter(({ roles }) => roles.includes('council_member'))
    .map(({ email }) => email)
    .sort();
}

function chosenOf(all: readonly Candidate[], only: readonly string[] | undefined): readonly Candidate[] {
  if (only === undefined) return all;
  const unknown = only.find((id) => !all.some((each) => each.id === id));
  if (unknown !== undefined) throw new AppError('candidate_not_eligible', { candidate: unknown });
  return all.filter(({ id }) => only.includes(id));
}

function shown({ ballot, learners }: PlannedBallot, by: string, seal: Seal | undefined): OpenedBallot {
  return { ballot: viewOf(ballot, emptyBox(ballot, seal), by), ...(learners && { learners }) };
}
