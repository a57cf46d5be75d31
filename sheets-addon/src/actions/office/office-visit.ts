import type { Context, ContextPeriod, PeriodStatus } from '../../backend/answers.ts';
import type { ActionName, CallArguments } from '../../call.ts';
import { choosePeriod, explainWhyNot, type PeriodUse } from '../../choose-period.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Fact, Screen } from '../../screen.ts';
import { call, campaignOf, contextOf, otherPeriods, screen, text } from '../visit.ts';

/** What every item of the office begins with. */
export interface OfficeVisit {
  readonly context: Context;
  readonly title: string;
  readonly action: ActionName;
  /** What the action was asked with besides its period. */
  readonly given?: CallArguments;
}

/** Officers only, and in the office's own workbook; the server decides, this only says it kindly and first. */
export function officeVisit(
  desk: Desk,
  action: ActionName,
  title: string,
  work: (visit: OfficeVisit) => Screen,
): Screen {
  const context = contextOf(desk);
  const isAdmins = ADMINS_TOO.includes(action);
  const mayAct = context.roles.includes('officer') || (isAdmins && context.roles.includes('admin'));
  if (context.workbook !== 'office' || !mayAct)
    return screen(context, title, [text(desk.words.whyNot.officeOnly, 'warning'), rolesLine(desk, context)]);
  return work({ context, title, action });
}

const ADMINS_TOO: readonly ActionName[] = [
  'provision',
  'log',
  'setup',
  'save-setup',
  'reminders',
  'operations',
];

/** The same with the period that it makes sense for, or why it makes none now. */
export function withPeriod(
  desk: Desk,
  visit: OfficeVisit,
  use: PeriodUse,
  asked: string | undefined,
  work: (period: ContextPeriod, others: Block | undefined) => Screen,
): Screen {
  const { context, title, action, given = {} } = visit;
  const choice = choosePeriod(use, context.periods, asked);
  if ('period' in choice)
    return work(
      choice.period,
      otherPeriods(desk, choice.others, (period) => call(action, { ...given, period })),
    );
  const { nearest } = choice;
  const why = explainWhyNot(use, nearest, desk.words, nearest ? lastStepOn(desk, context, nearest) : '');
  return screen(context, title, [text(why, 'warning')], {
    again: call(action, asked === undefined ? given : { ...given, period: asked }),
  });
}

/** Who is acting comes first wherever something is asked. */
export function actingFacts(
  { words }: Desk,
  { account }: Context,
  period: ContextPeriod | undefined,
  more: readonly Fact[] = [],
): Block {
  return {
    kind: 'facts',
    facts: [
      { name: words.facts.account, value: account },
      ...(period
        ? [
            { name: words.facts.period, value: period.name },
            { name: words.facts.state, value: words.states[period.state] },
          ]
        : []),
      ...more,
    ],
  };
}

export function rolesLine({ words }: Desk, { roles }: Context): Block {
  return text(words.help.yourRoles(roles.map((role) => words.roles[role] ?? role).join(', ')), 'quiet');
}

export function periodStatus(desk: Desk, period: string): PeriodStatus {
  return desk.backend.get('/period-status', { campaign: campaignOf(desk), period });
}

/** Only worth asking for a published period, whose day the sentence names. */
function lastStepOn(desk: Desk, { campaign }: Context, { period, state }: ContextPeriod): string {
  if (state !== 'published') return '';
  const { changedAt } = periodStatus(desk, period);
  return changedAt === undefined ? '' : desk.words.day(changedAt, campaign.timeZone);
}
