import type { Context, FormRules } from '../../backend/answers.ts';
import { explainNoForm, openPeriods } from '../../choose-period.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Screen } from '../../screen.ts';
import {
  type Action,
  address,
  buttons,
  call,
  campaignOf,
  contextOf,
  otherPeriods,
  screen,
  text,
} from '../visit.ts';

/** Mở lại phiếu để sửa, the question; by the unit for itself, by the office for any unit. */
export const unlock: Action = (desk, asked) => {
  const { words } = desk;
  const context = contextOf(desk);
  const unitId = asked.unitId ?? context.unit?.id;
  const periods = openPeriods(context.periods);
  const period = periods.find((each) => each.period === asked.period) ?? periods[0];
  const show = (...blocks: readonly (Block | undefined)[]): Screen =>
    screen(context, words.titles.unlock, blocks, { again: call('unlock', asked) });
  if (unitId === undefined) return show(text(words.check.unitWorkbookOnly, 'warning'));
  if (period === undefined) return show(text(explainNoForm(context.periods, words), 'warning'));

  const rules = desk.backend.get<FormRules>('/form-rules', {
    campaign: campaignOf(desk),
    unitId,
    period: period.period,
  });
  const others = periods.filter((each) => each !== period);
  return show(
    ...lockedOrNot(desk, rules, context),
    otherPeriods(desk, others, (id) => call('unlock', { ...asked, period: id })),
  );
};

/** Mở lại phiếu để sửa, done. */
export const unlockNow: Action = (desk, { period = '', unitId = '', reason = '', requestKey }) => {
  const { words } = desk;
  const context = contextOf(desk);
  const isOwn = context.unit?.id === unitId;
  // The office opens a unit's form from its own workbook, so where it stands is no proof of anything.
  const from = isOwn ? address(desk) : { campaign: campaignOf(desk) };
  desk.backend.post('/unlock-form', { ...from, period, unitId, reason, requestKey });
  return screen(
    context,
    words.titles.unlock,
    [
      text(words.unlock.done, 'good'),
      buttons(
        isOwn
          ? { label: words.buttons.checkForm, call: call('check', { period }) }
          : { label: words.buttons.tracking, call: call('tracking', { period }) },
      ),
    ],
    { again: call(isOwn ? 'check' : 'tracking', { period }) },
  );
};

function lockedOrNot(desk: Desk, rules: FormRules, context: Context): readonly Block[] {
  const { words } = desk;
  const { submission, name, unit, period } = rules;
  if (submission === undefined) return [text(words.unlock.notLocked(name))];
  if (!submission.locked) return [text(words.unlock.notLockedAgain(name))];
  return [
    { kind: 'heading', text: words.unlock.question(unit.name, name) },
    {
      kind: 'facts',
      facts: [
        { name: words.facts.account, value: context.account },
        {
          name: words.facts.revision,
          value: words.submit.revision(
            submission.revision,
            words.moment(submission.submittedAt, context.campaign.timeZone),
          ),
        },
      ],
    },
    text(words.unlock.explain, 'quiet'),
    {
      kind: 'ask',
      fields: [
        {
          kind: 'lines',
          name: 'reason',
          label: words.unlock.reason,
          help: words.unlock.reasonHelp,
          required: true,
          most: MOST_REASON,
        },
      ],
      buttons: [
        {
          label: words.buttons.unlockNow,
          call: call('unlock-now', { period, unitId: unit.id, requestKey: desk.newKey() }),
          look: 'main',
          busy: words.busy.unlock,
        },
      ],
    },
  ];
}

/** Characters of a reason. */
export const MOST_REASON = 500;
