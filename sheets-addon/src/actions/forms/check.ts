import type { Context } from '../../backend/answers.ts';
import type { FormTab } from '../../choose-form.ts';
import { explainNoForm } from '../../choose-period.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Screen } from '../../screen.ts';
import { issueList } from '../issue-list.ts';
import type { RulesAtHand } from '../kept-rules.ts';
import { type Action, buttons, call, text } from '../visit.ts';
import { checkOnDesk, openFormDesk, rulesAtHand } from './form-on-desk.ts';

/** Kiểm tra phiếu: what is wrong, marked in the cells and listed; works while the server is away. */
export const check: Action = (desk, asked) =>
  withForm(desk, asked.period, 'check', (found) => {
    const { words } = desk;
    const { form, atHand } = found;
    const checked = checkOnDesk(desk, found);
    const isLocked = atHand.rules.submission?.locked === true;
    const isFine = checked.issues.length === 0;
    return formScreen(desk, 'check', found, [
      ...(isFine
        ? [text(isLocked ? words.check.fineLocked : words.check.fine, 'good')]
        : [
            text(words.check.found(checked.issues.length), 'bad'),
            ...issueList(desk, form.tab.sheetId, checked),
          ]),
      buttons(
        isFine && !isLocked
          ? {
              label: words.buttons.submit,
              call: call('submit', { period: form.period }),
              look: 'main',
              busy: words.busy.check,
            }
          : undefined,
        {
          label: words.buttons.checkAgain,
          call: call('check', { period: form.period }),
          ...(isFine ? {} : { look: 'main' }),
          busy: words.busy.check,
        },
      ),
    ]);
  });

export type FormUse = 'check' | 'submit';

/** A form that can be checked: where it stands, whose it is, by which rules. */
export interface FoundForm {
  /** Undefined while the server is away. */
  readonly context: Context | undefined;
  readonly unitId: string;
  readonly form: FormTab;
  readonly atHand: RulesAtHand;
  readonly timeZone: string;
}

/** What checking and submitting begin with: the form that is meant, or a screen that says what is in the way. */
export function withForm(
  desk: Desk,
  asked: string | undefined,
  use: FormUse,
  work: (found: FoundForm) => Screen,
): Screen {
  const { words } = desk;
  const { context, unitId, choice } = openFormDesk(desk, asked);
  const stop = (...blocks: readonly Block[]): Screen => ({
    title: words.titles[use],
    ...accountOf(context),
    blocks,
    again: call(use, asked === undefined ? {} : { period: asked }),
  });
  if (unitId === undefined) return stop(text(words.check.unitWorkbookOnly, 'warning'));
  if ('none' in choice) return stop(text(explainNoForm(context?.periods, words), 'warning'));
  if ('several' in choice)
    return stop(
      text(words.choose.form),
      buttons(...choice.several.map(({ period, tab }) => ({ label: tab.name, call: call(use, { period }) }))),
    );
  const { form } = choice;
  const atHand = rulesAtHand(desk, { context, unitId }, form.period);
  if (atHand === undefined) {
    const retry = { label: words.buttons.again, call: call(use, { period: form.period }) };
    return stop(text(words.check.noRules, 'warning'), buttons({ ...retry, look: 'main' }));
  }
  const { state, name } = atHand.rules;
  if (state !== 'open') return stop(text(words.check.notOpen(name, words.states[state]), 'warning'));
  const timeZone = context?.campaign.timeZone ?? USUAL_TIME_ZONE;
  return work({ context, unitId, form, atHand, timeZone });
}

/** A screen about one form: whose it is, and by which rules it was read. */
export function formScreen(
  { words }: Desk,
  use: FormUse,
  { context, form, atHand: { rules, keptSince }, timeZone }: FoundForm,
  blocks: readonly Block[],
): Screen {
  const keptRules = keptSince && words.check.keptRules(words.moment(keptSince, timeZone));
  return {
    title: words.titles[use],
    ...accountOf(context),
    blocks: [
      text(`${rules.unit.name} · ${rules.name}`, 'quiet'),
      ...(form.copy ? [text(words.check.copiedTab(form.copy.name, form.tab.name), 'warning')] : []),
      ...(keptRules ? [text(keptRules, 'warning')] : []),
      ...blocks,
    ],
    again: call(use, { period: form.period }),
  };
}

function accountOf(context: Context | undefined): Pick<Screen, 'account'> {
  return context === undefined ? {} : { account: { email: context.account, verified: true } };
}

/** Where the server has not said otherwise: the project's home. */
const USUAL_TIME_ZONE = 'Asia/Ho_Chi_Minh';
