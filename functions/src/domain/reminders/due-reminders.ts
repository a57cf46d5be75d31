import { dayNumber } from '../campaign/calendar.ts';
import type { Day } from '../campaign/period.ts';
import { DEFAULT_WORKING_DAYS, deadlineDay, workingDaysBefore } from '../campaign/working-days.ts';
import type { Addressee, Nearness, Reminder } from './reminder.ts';
import type { BallotFacts, PeriodFacts, ReminderFacts } from './reminder-facts.ts';

/**
 * What is due now, for whom and by when: overdue first, then by day. What the office does next is always in it;
 * whoever else is to do something is reminded so many working days before, as the campaign says.
 */
export function dueReminders(facts: ReminderFacts): readonly Reminder[] {
  const all = [
    ...openNext(facts),
    ...facts.periods.flatMap((period) => ofPeriod(period, facts)),
    ...facts.ballots.flatMap((ballot) => ofBallot(ballot, facts)),
    ...ofCommitments(facts),
    ...reviews(facts),
    ...decisions(facts),
    ...plans(facts),
  ];
  return all
    .map((reminder, at) => ({ reminder, at }))
    .sort((a, b) => compare(dueOf(a.reminder), dueOf(b.reminder)) || a.at - b.at)
    .map(({ reminder }) => reminder);
}

/** How near a reminder's day is. */
export function nearnessOf({ due }: Reminder, facts: Pick<ReminderFacts, 'today' | 'campaign'>): Nearness {
  if (due === undefined) return { state: 'undated', days: 0 };
  const days = dayNumber(due) - dayNumber(facts.today);
  if (days <= 0) return { state: days < 0 ? 'overdue' : 'today', days };
  return { state: isNear(due, facts) ? 'soon' : 'later', days };
}

const dueOf = ({ due = '9999-12-31' as Day }: Reminder): Day => due;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether it is time to remind people of a day, or past it. */
function isNear(due: Day, { today, campaign }: Pick<ReminderFacts, 'today' | 'campaign'>): boolean {
  const { workingDays = DEFAULT_WORKING_DAYS } = campaign;
  return today >= workingDaysBefore(due, workingDays.remindDaysBefore, workingDays);
}

function officers({ members }: ReminderFacts): Addressee {
  return {
    role: 'officer',
    addresses: addressesOf(members.filter(({ roles }) => roles.includes('officer'))),
  };
}

function editorsOf(unitId: string, unit: string, { members }: ReminderFacts): Addressee {
  const editors = members.filter(
    ({ roles, unitIds }) => roles.includes('unit_editor') && unitIds.includes(unitId),
  );
  return { role: 'unit_editor', unit, addresses: addressesOf(editors) };
}

const addressesOf = (members: readonly { readonly email: string }[]): readonly string[] =>
  members.map(({ email }) => email).sort();

function openNext(facts: ReminderFacts): Reminder[] {
  const { next } = facts;
  if (next === undefined) return [];
  return [{ what: { kind: 'open_period', period: next }, due: next.from, for: officers(facts) }];
}

function ofPeriod(of: PeriodFacts, facts: ReminderFacts): Reminder[] {
  const { period, state } = of;
  const by = (step: 'appraise' | 'publish') => deadlineDay(facts.campaign, period, step);
  switch (state) {
    case 'open':
      return ofOpenPeriod(of, facts);
    case 'closed':
      return [
        {
          what: { kind: 'appraise', period, waiting: of.toAppraise },
          due: by('appraise'),
          for: officers(facts),
        },
      ];
    case 'evaluated':
    case 'voted': {
      const hasOpenBallot = facts.ballots.some((ballot) => ballot.period.id === period.id);
      return [{ what: { kind: 'publish', period, hasOpenBallot }, due: by('publish'), for: officers(facts) }];
    }
    case 'published':
      return [];
  }
}

function ofOpenPeriod({ period, formsUntil: due, missing }: PeriodFacts, facts: ReminderFacts): Reminder[] {
  const units = missing.flatMap(({ unitId, name, refusedFor }): Reminder[] => {
    const to = editorsOf(unitId, name, facts);
    if (refusedFor !== undefined)
      return [{ what: { kind: 'form_refused', period, issues: refusedFor }, due, for: to }];
    return isNear(due, facts) ? [{ what: { kind: 'form_missing', period }, due, for: to }] : [];
  });
  if (facts.today <= due) return units;
  return [
    { what: { kind: 'close_period', period, missing: missing.length }, due, for: officers(facts) },
    ...units,
  ];
}

/** The calendar's day for votes is nobody's who was asked only after it. */
function ofBallot(
  { title: ballot, period, openedOn, notVoted }: BallotFacts,
  facts: ReminderFacts,
): Reminder[] {
  const due = deadlineDay(facts.campaign, period, 'vote');
  return [...notVoted].sort().map((email) => ({
    what: { kind: 'vote', period, ballot },
    ...(openedOn <= due && { due }),
    for: { role: 'council_member', addresses: [email] },
  }));
}

function ofCommitments(facts: ReminderFacts): Reminder[] {
  return facts.commitments
    .filter(({ due }) => isNear(due, facts))
    .map(({ unitId, unit, learner, exemplar, promise, due }) => ({
      what: { kind: 'commitment', learner, exemplar, promise },
      due,
      for: editorsOf(unitId, unit, facts),
    }));
}

/** Nothing says by when the office decides. */
function decisions(facts: ReminderFacts): Reminder[] {
  return facts.toDecide.map(({ title, passed }) => ({
    what: { kind: 'decide', ballot: title, passed },
    for: officers(facts),
  }));
}

function plans(facts: ReminderFacts): Reminder[] {
  return facts.withoutPlan.map(({ unitId, name }) => ({
    what: { kind: 'plan_missing' },
    for: editorsOf(unitId, name, facts),
  }));
}

function reviews(facts: ReminderFacts): Reminder[] {
  const { toReview } = facts;
  if (toReview === undefined || toReview.byNumbers + toReview.byEvidence === 0) return [];
  const { period } = toReview;
  return [
    {
      what: { kind: 'review', ...toReview },
      due: deadlineDay(facts.campaign, period, 'vote'),
      for: officers(facts),
    },
  ];
}
