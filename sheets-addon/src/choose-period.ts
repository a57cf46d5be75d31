import type { ContextPeriod, PeriodState } from './backend/answers.ts';
import type { Words } from './words/words.ts';

/** What an officer does to a period, or looks at in it. */
export type PeriodUse =
  | 'tracking'
  | 'collect'
  | 'close'
  | 'evaluate'
  | 'nominate'
  | 'review'
  | 'publish'
  | 'reopen';

export type PeriodChoice =
  | { readonly period: ContextPeriod; readonly others: readonly ContextPeriod[] }
  /** Nothing to do it to. `nearest`: the period that a person will have had in mind. */
  | { readonly nearest: ContextPeriod | undefined };

/**
 * The period it makes sense for: of those in the right state the oldest, so that months are done one after the other;
 * for looking and for reopening the newest. `asked` is what the person chose, where it is still possible.
 */
export function choosePeriod(
  use: PeriodUse,
  periods: readonly ContextPeriod[],
  asked: string | undefined,
): PeriodChoice {
  const { states, first } = USES[use];
  const possible = periods.filter(({ state }) => states.includes(state));
  const usual = first === 'oldest' ? possible[0] : possible[possible.length - 1];
  const period = possible.find((each) => each.period === asked) ?? (asked === undefined ? usual : undefined);
  if (period !== undefined) return { period, others: possible.filter((each) => each !== period) };
  return { nearest: periods.find((each) => each.period === asked) ?? periods[periods.length - 1] };
}

/** Why it cannot be done now, and what to do first. `changedOn`: the day of the period's last step, or "". */
export function explainWhyNot(
  use: PeriodUse,
  nearest: ContextPeriod | undefined,
  { whyNot }: Words,
  changedOn: string,
): string {
  if (nearest === undefined) return whyNot.noneOpened;
  const { name, state } = nearest;
  const isToVote = use === 'nominate' || use === 'review';
  switch (state) {
    case 'open':
      if (isToVote) return whyNot.notToVote.open(name);
      if (use === 'evaluate' || use === 'publish' || use === 'reopen') return whyNot.open[use](name);
      return whyNot.open.other(name);
    case 'closed':
      if (isToVote) return whyNot.notToVote.closed(name);
      return use === 'publish' ? whyNot.closed.publish(name) : whyNot.closed.other(name);
    case 'evaluated':
    case 'voted':
      return whyNot.evaluated(name);
    case 'published':
      return whyNot.published(name, changedOn);
  }
}

const USES: Readonly<
  Record<PeriodUse, { readonly states: readonly PeriodState[]; readonly first: 'oldest' | 'newest' }>
> = {
  tracking: { states: ['open', 'closed', 'evaluated', 'voted', 'published'], first: 'newest' },
  collect: { states: ['open'], first: 'oldest' },
  close: { states: ['open'], first: 'oldest' },
  evaluate: { states: ['closed'], first: 'oldest' },
  nominate: { states: ['evaluated', 'voted'], first: 'oldest' },
  review: { states: ['evaluated', 'voted', 'published'], first: 'newest' },
  publish: { states: ['evaluated', 'voted'], first: 'oldest' },
  reopen: { states: ['closed', 'evaluated', 'voted', 'published'], first: 'newest' },
};

/** Why a unit has no form to fill or to open again: no month takes forms, or the form's tab is gone. */
export function explainNoForm(periods: readonly ContextPeriod[] | undefined, words: Words): string {
  const newest = periods?.[periods.length - 1];
  if (newest === undefined || openPeriods(periods ?? []).length > 0) return words.check.noForm;
  return words.check.notOpen(newest.name, words.states[newest.state]);
}

export function openPeriods(periods: readonly ContextPeriod[]): readonly ContextPeriod[] {
  return periods.filter(({ state }) => state === 'open');
}
