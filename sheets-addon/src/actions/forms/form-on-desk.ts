import type { FormCells } from '../../../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../../../functions/src/domain/form/submission-form.ts';
import { sheetIdOf } from '../../../../functions/src/domain/publishing/stable-id.ts';
import type { Context, ContextPeriod, FormRules } from '../../backend/answers.ts';
import type { Question } from '../../backend/backend.ts';
import { isAway } from '../../backend/trouble.ts';
import { chooseForm, type FormChoice, type FormTab } from '../../choose-form.ts';
import type { Desk } from '../../desk.ts';
import { checkSubmission } from '../../form/found-issue.ts';
import { essentialCells } from '../../form/plain-cells.ts';
import { keepRules, keptRules, type RulesAtHand } from '../kept-rules.ts';
import { type ShownOnTab, showOnTab } from '../show-on-tab.ts';
import { campaignOf, contextOf, contextQuestion } from '../visit.ts';

/** What is known of a unit's form before it is looked at. */
export interface FormDesk {
  /** Undefined while the server is away. */
  readonly context: Context | undefined;
  /** Undefined in a workbook that is no unit's. */
  readonly unitId: string | undefined;
  readonly choice: FormChoice;
}

/** Throws TroubleError not_ours, refused. A server that does not answer keeps nobody from checking a form. */
export function openFormDesk(desk: Desk, asked: string | undefined): FormDesk {
  campaignOf(desk);
  const { unitId } = desk.book;
  const choose = (periods?: readonly ContextPeriod[]): FormChoice =>
    chooseForm(desk.book.tabs(), periods, asked, (key) => sheetIdOf(key));
  const likely = choose();
  if (unitId !== undefined && 'form' in likely)
    desk.backend.ahead(contextQuestion(desk), rulesQuestion(desk, unitId, likely.form.period));
  const context = unlessAway(() => contextOf(desk));
  return { context, unitId, choice: choose(context?.periods) };
}

export function rulesAtHand(
  desk: Desk,
  { context, unitId }: { readonly context: Context | undefined; readonly unitId: string },
  period: string,
): RulesAtHand | undefined {
  const ask = (): FormRules => desk.backend.get(...rulesQuestion(desk, unitId, period));
  // Who did not answer a moment ago is not waited for again.
  const rules = context === undefined ? undefined : unlessAway(ask);
  if (rules === undefined) return keptRules(desk.memory, unitId, period);
  keepRules(desk, rules);
  return { rules };
}

const rulesQuestion = (desk: Desk, unitId: string, period: string): Question => [
  '/form-rules',
  { campaign: campaignOf(desk), unitId, period },
];

export interface CheckedOnDesk extends ShownOnTab {
  /** What would be sent. */
  readonly cells: FormCells;
}

/** Reads the form once, checks it by the validator that the server has too, and brings its marks up to date. */
export function checkOnDesk(
  desk: Desk,
  { form: { tab }, atHand }: { readonly form: FormTab; readonly atHand: RulesAtHand },
): CheckedOnDesk {
  const cells = essentialCells(submissionForm, tab.read());
  const found = checkSubmission(cells, atHand.rules, desk.words.explainTrouble);
  return { cells, ...showOnTab(desk, { tab, declaration: submissionForm, cells, found }) };
}

function unlessAway<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}
