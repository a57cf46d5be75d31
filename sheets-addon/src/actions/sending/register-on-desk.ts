import type { FormCells } from '../../../../functions/src/domain/form/form.ts';
import { planRegister } from '../../../../functions/src/domain/register/plan-register.ts';
import { readRegister } from '../../../../functions/src/domain/register/read-register.ts';
import type { RegisterDeclaration } from '../../../../functions/src/domain/register/register.ts';
import {
  contextOf as contextOfRules,
  type RegisterRules,
} from '../../../../functions/src/domain/register/register-rules.ts';
import type { Question } from '../../backend/backend.ts';
import type { Desk } from '../../desk.ts';
import { type Explain, type FoundIssue, foundHere } from '../../form/found-issue.ts';
import { type CodeRun, withNewCodes } from '../../form/new-row-codes.ts';
import { essentialCells } from '../../form/plain-cells.ts';
import { campaignOf } from '../visit.ts';
import type { RegisterTab } from './choose-register.ts';

/** What sending a register's tab would come to. */
export interface CheckedRegister {
  /** As they stand in the tab. */
  readonly read: FormCells;
  /** What would be sent: with a code for every row. */
  readonly cells: FormCells;
  /** Codes that stand in `cells` and not yet in the tab. */
  readonly runs: readonly CodeRun[];
  readonly found: readonly FoundIssue[];
  readonly added: number;
  readonly amended: number;
  /** Rows that were sent before and are not in the tab any more. */
  readonly gone: number;
}

export function registerRules(desk: Desk, register: RegisterTab): RegisterRules {
  return desk.backend.get(...registerRulesQuestion(desk, register));
}

export const registerRulesQuestion = (desk: Desk, { declaration }: RegisterTab): Question => [
  '/register-rules',
  { campaign: campaignOf(desk), register: declaration.id, unitId: desk.book.unitId },
];

/** Reads the tab once and checks it by the validator that the server has too. */
export function checkOnTab(
  desk: Desk,
  { declaration, tab }: RegisterTab,
  rules: RegisterRules,
): CheckedRegister {
  const read = essentialCells(declaration, tab.read());
  return checkRegister(declaration, read, rules, {
    randomText: desk.newKey,
    explain: desk.words.explainTrouble,
  });
}

export function checkRegister(
  declaration: RegisterDeclaration,
  read: FormCells,
  rules: RegisterRules,
  { randomText, explain }: { readonly randomText: () => string; readonly explain: Explain },
): CheckedRegister {
  const kept = rules.rows.map(({ code }) => code);
  const { cells, runs } = withNewCodes(declaration, read, kept, randomText);
  const checked = readRegister(declaration, cells, contextOfRules(rules));
  if (!checked.ok)
    return { read, cells, runs, found: foundHere(checked.issues, explain), added: 0, amended: 0, gone: 0 };
  const { changed } = planRegister(declaration, checked.value, rules.unitId);
  const added = changed.filter(({ revision }) => revision === 1).length;
  const inSheet = new Set(checked.value.map(({ code }) => code));
  const gone = kept.filter((code) => !inSheet.has(code)).length;
  return { read, cells, runs, found: [], added, amended: changed.length - added, gone };
}
