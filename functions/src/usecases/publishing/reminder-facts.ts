import { votersOf } from '../../domain/ballot/ballot-box.ts';
import { counts, outcomeOf } from '../../domain/ballot/ballot-state.ts';
import { standKey, takenIn } from '../../domain/ballot/nominees.ts';
import { firstPeriod, nextPeriod } from '../../domain/campaign/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import type { Day } from '../../domain/campaign/period.ts';
import { earlierDecision } from '../../domain/decision/duplicate-reward.ts';
import { learnersOf, waitsFor, whoLearns } from '../../domain/exemplar/learners.ts';
import { STILL_RUNNING, UNIT_PLAN } from '../../domain/register/registers/registration.ts';
import type {
  BallotFacts,
  CommitmentFacts,
  PeriodFacts,
  ReminderFacts,
  ReviewFacts,
} from '../../domain/reminders/reminder-facts.ts';
import { dayIn } from '../day-in.ts';
import { currentUnits } from '../registers/current-units.ts';
import { exemplarsIn } from '../registers/exemplars-in.ts';
import { rulesOf } from '../rules-of.ts';
import type { OpenedPeriod, Snapshot } from './snapshot.ts';

/** What the list of reminders is worked out from, as a delivery sees it at that moment. */
export async function reminderFacts(snapshot: Snapshot, at: Date): Promise<ReminderFacts> {
  const [{ campaign }, members, periods] = await Promise.all([
    snapshot.setup(),
    snapshot.members(),
    snapshot.periods(),
  ]);
  const today = dayIn(campaign.timeZone, at);
  const [periodFacts, ballots, commitments, toReview, toDecide, withoutPlan] = await Promise.all([
    Promise.all(periods.map((opened) => factsOf(opened, campaign, snapshot))),
    openBallots(campaign, periods, snapshot),
    openCommitments(campaign, periods, today, snapshot),
    waitingReview(campaign, periods, snapshot),
    waitingDecisions(snapshot),
    unitsWithoutPlan(campaign, periods, today, snapshot),
  ]);
  const last = periods.at(-1)?.period;
  const next = last === undefined ? firstPeriod(campaign.calendar) : nextPeriod(last, campaign.calendar);
  return {
    campaign,
    today,
    members,
    periods: periodFacts,
    ...(next !== undefined && next.from <= today && { next }),
    ballots,
    toDecide,
    withoutPlan,
    commitments,
    ...(toReview && { toReview }),
  };
}

/** Forms are only looked at where something is still to be done with them. */
async function factsOf(
  { period, record }: OpenedPeriod,
  campaign: Campaign,
  snapshot: Snapshot,
): Promise<PeriodFacts> {
  const { state, deadlineAt } = record;
  const formsUntil = dayIn(campaign.timeZone, deadlineAt);
  if (state !== 'open' && state !== 'closed')
    return { period, state, formsUntil, missing: [], toAppraise: 0 };
  const [submissions, appraisals, refusals] = await Promise.all([
    snapshot.submissions(period.id),
    snapshot.appraisals(period.id),
    snapshot.refusals(period.id),
  ]);
  const sent = new Set(submissions.map(({ unitId }) => unitId));
  const appraised = new Set(appraisals.map(({ unitId }) => unitId));
  const refused = new Map(refusals.map(({ unitId, issues }) => [unitId, issues.length]));
  const missing = rulesOf(campaign, period).units.flatMap(({ id, name }) => {
    const issues = refused.get(id);
    if (sent.has(id)) return [];
    return [{ unitId: id, name, ...(issues !== undefined && { refusedFor: issues }) }];
  });
  return {
    period,
    state,
    formsUntil,
    missing: state === 'open' ? missing : [],
    toAppraise: [...sent].filter((unitId) => !appraised.has(unitId)).length,
  };
}

async function openBallots(
  { timeZone }: Campaign,
  periods: readonly OpenedPeriod[],
  snapshot: Snapshot,
): Promise<readonly BallotFacts[]> {
  const open = (await snapshot.ballots()).filter(({ state, voided }) => state === 'open' && !voided);
  if (open.length === 0) return [];
  const boxes = new Map((await snapshot.ballotBoxes()).map((box) => [box.ballot, box]));
  return open.flatMap(({ id, title, period, openedAt, electorate }): BallotFacts[] => {
    const opened = periods.find((each) => each.period.id === period);
    const box = boxes.get(id);
    if (opened === undefined || box === undefined) return [];
    const voted = new Set(votersOf(box));
    const notVoted = electorate.filter((email) => !voted.has(email));
    return [{ title, period: opened.period, openedOn: dayIn(timeZone, openedAt), notVoted }];
  });
}

/** What cannot be decided, because it was before or the exemplar fell, nobody is reminded of. */
async function waitingDecisions(snapshot: Snapshot): Promise<ReminderFacts['toDecide']> {
  const closed = (await snapshot.ballots()).filter(counts);
  if (closed.length === 0) return [];
  const [decisions, exemplars] = await Promise.all([snapshot.decisions(), exemplarsIn(snapshot)]);
  return closed.flatMap((ballot) => {
    const { id, title, period, candidates } = ballot;
    const passed = new Set(outcomeOf(ballot).candidates.flatMap((each) => (each.passed ? [each.id] : [])));
    const decided = new Set(
      decisions
        .filter((decision) => decision.ballot === id)
        .flatMap(({ subjects }) => subjects.map(({ candidate }) => candidate)),
    );
    const waiting = candidates.filter(({ id: candidate, outcome: kind, learned, ...of }) => {
      if (!passed.has(candidate) || decided.has(candidate)) return false;
      if (learned !== undefined && !exemplars.stepsDone(learned.exemplar).has('reviewed')) return false;
      return earlierDecision({ ...of, kind, period, exemplar: learned?.exemplar }, decisions) === undefined;
    });
    return waiting.length === 0 ? [] : [{ title, passed: waiting.length }];
  });
}

/** Nobody is asked for a plan before the launch. */
async function unitsWithoutPlan(
  campaign: Campaign,
  periods: readonly OpenedPeriod[],
  today: Day,
  snapshot: Snapshot,
): Promise<ReminderFacts['withoutPlan']> {
  if (campaign.launch === undefined || campaign.launch.date > today) return [];
  const plans = (await snapshot.registerRows('registration')).filter(
    ({ values }) => values.kind === UNIT_PLAN && values.state === STILL_RUNNING,
  );
  const having = new Set(plans.map(({ unitId }) => unitId));
  return [...currentUnits(campaign, periods, today).values()]
    .filter(({ id }) => !having.has(id))
    .map(({ id, name }) => ({ unitId: id, name }));
}

const STILL_LEARNING = 'Đang học';

async function openCommitments(
  campaign: Campaign,
  periods: readonly OpenedPeriod[],
  today: Day,
  snapshot: Snapshot,
): Promise<readonly CommitmentFacts[]> {
  const rows = (await snapshot.registerRows('learning')).filter(
    ({ values }) => values.state === STILL_LEARNING && typeof values.dueOn === 'string',
  );
  if (rows.length === 0) return [];
  const [registrations, { all }] = await Promise.all([
    snapshot.registerRows('registration'),
    exemplarsIn(snapshot),
  ]);
  const registered = new Map(registrations.map((row) => [row.code, row]));
  const exemplars = new Map(all.map(({ id, name }) => [id, name]));
  const units = currentUnits(campaign, periods, today);
  const unitName = (unitId: string) => units.get(unitId)?.name ?? unitId;
  return rows.map((row) => {
    const { unitId = '', values } = row;
    return {
      unitId,
      unit: unitName(unitId),
      learner: whoLearns(row, { registration: (code) => registered.get(code), unitName }).name,
      exemplar: exemplars.get(String(values.exemplar)) ?? String(values.exemplar),
      promise: String(values.commitment),
      due: values.dueOn as Day,
    };
  });
}

/** Who waits for a review after the newest result, and nobody has put to the vote. */
async function waitingReview(
  campaign: Campaign,
  periods: readonly OpenedPeriod[],
  snapshot: Snapshot,
): Promise<ReviewFacts | undefined> {
  const newest = periods.findLast(({ record }) => record.publishedVersion > 0);
  const learning = newest === undefined ? [] : await snapshot.registerRows('learning');
  if (newest === undefined || learning.length === 0) return undefined;
  const [{ stored }, exemplars, ballots] = await Promise.all([
    snapshot.published(newest),
    exemplarsIn(snapshot),
    snapshot.ballots(),
  ]);
  const learners = learnersOf({
    learning,
    registrations: [],
    exemplars: exemplars.all,
    stepsDone: exemplars.stepsDone,
    result: stored.result,
    thresholds: councilRulesOn(campaign, newest.period.to).review,
    unitName: (unitId) => unitId,
  });
  const taken = takenIn(ballots);
  const waiting = learners.filter((learner) => {
    const { subject, exemplar } = learner;
    const outcomes = waitsFor(learner);
    const keys = outcomes.map((outcome) =>
      standKey({ outcome, subject, learned: { exemplar: exemplar.id } }),
    );
    return keys.length > 0 && !keys.some((key) => taken.has(key));
  });
  const byNumbers = waiting.filter(({ distance }) => distance !== undefined).length;
  return { period: newest.period, byNumbers, byEvidence: waiting.length - byNumbers };
}
