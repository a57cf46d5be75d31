import type { Context, ContextPeriod, Moved } from '../../backend/answers.ts';
import type { ActionName } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Block } from '../../screen.ts';
import { MOST_REASON } from '../forms/unlock.ts';
import { type Action, address, buttons, call, contextOf, screen, text } from '../visit.ts';
import { actingFacts, officeVisit, periodStatus, withPeriod } from './office-visit.ts';

/** Mở kỳ tiếp theo, the question. */
export const openPeriod: Action = (desk) =>
  officeVisit(desk, 'open-period', desk.words.titles.openPeriod, ({ context, title }) => {
    const { words } = desk;
    const { next } = context;
    const again = { again: call('open-period') };
    if (next === undefined) return screen(context, title, [text(words.move.noNext)], again);
    return screen(context, title, ask(desk, context, 'open', next), again);
  });

/** Chốt tháng, the question: with what is still missing, and what to do about it. */
export const close: Action = (desk, asked) =>
  officeVisit(desk, 'close', desk.words.titles.close, (visit) =>
    withPeriod(desk, visit, 'close', asked.period, (period, others) => {
      const { words } = desk;
      const { counts } = periodStatus(desk, period.period);
      const missing = counts.missing + counts.refused;
      const before: readonly Block[] = [
        text(words.move.counts(counts.submitted, counts.units)),
        ...(missing === 0
          ? []
          : [
              text(words.move.missing(missing), 'warning'),
              buttons({ label: words.buttons.collect, call: call('collect', { period: period.period }) }),
            ]),
      ];
      return screen(
        visit.context,
        visit.title,
        [...ask(desk, visit.context, 'close', period, before), others],
        { again: call('close', { period: period.period }) },
      );
    }),
  );

/** Mở lại tháng, the question: it wants a reason. */
export const reopen: Action = (desk, asked) =>
  officeVisit(desk, 'reopen', desk.words.titles.reopen, (visit) =>
    withPeriod(desk, visit, 'reopen', asked.period, (period, others) =>
      screen(visit.context, visit.title, [...ask(desk, visit.context, 'reopen', period), others], {
        again: call('reopen', { period: period.period }),
      }),
    ),
  );

/** The step itself, once for each question that was asked. */
export const moveNow: Action = (desk, { action, period = '', reason, requestKey }) => {
  const { words } = desk;
  const step = STEPS.find((each) => each === action) ?? 'close';
  const moved = desk.backend.post<Moved>('/move-period', {
    ...address(desk),
    period,
    action: step,
    ...(reason === undefined ? {} : { reason }),
    requestKey,
  });
  const context = contextOf(desk);
  const name = context.periods.find((each) => each.period === moved.period)?.name ?? moved.period;
  return screen(
    context,
    titleOf(desk, step),
    [text(words.move.done[step](name), 'good'), afterwards(desk, step, moved.period)],
    { again: call('tracking', { period: moved.period }) },
  );
};

const STEPS = ['open', 'close', 'reopen'] as const;
type Step = (typeof STEPS)[number];

function ask(
  desk: Desk,
  context: Context,
  step: Step,
  period: Pick<ContextPeriod, 'period' | 'name'> & Partial<ContextPeriod>,
  before: readonly Block[] = [],
): readonly Block[] {
  const { words } = desk;
  const button = {
    label: { open: words.buttons.openPeriod, close: words.buttons.close, reopen: words.buttons.reopen }[step],
    call: call('move-now', { action: step, period: period.period, requestKey: desk.newKey() }),
    look: step === 'open' ? ('main' as const) : ('danger' as const),
    busy: words.busy.move,
  };
  const cancel = { label: words.buttons.cancel, call: call('tracking') };
  return [
    { kind: 'heading', text: words.move.question[step](period.name) },
    actingFacts(desk, context, period.state === undefined ? undefined : (period as ContextPeriod)),
    ...before,
    text(words.move.consequence[step], 'quiet'),
    step === 'reopen'
      ? {
          kind: 'ask',
          fields: [
            {
              kind: 'lines',
              name: 'reason',
              label: words.move.reason,
              help: words.move.reasonHelp,
              required: true,
              most: MOST_REASON,
            },
          ],
          buttons: [button, cancel],
        }
      : buttons(button, cancel),
  ];
}

function afterwards({ words }: Desk, step: Step, period: string): Block {
  const track = { label: words.buttons.tracking, call: call('tracking', { period }) };
  const next: Readonly<Record<Step, { label: string; call: { do: ActionName } }>> = {
    open: track,
    close: { label: words.titles.appraise, call: call('appraise') },
    reopen: track,
  };
  return buttons(next[step]);
}

function titleOf({ words }: Desk, step: Step): string {
  return { open: words.titles.openPeriod, close: words.titles.close, reopen: words.titles.reopen }[step];
}
