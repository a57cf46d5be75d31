import type { At } from '../at.ts';
import type { Day } from '../campaign/period.ts';
import type { ExemplarStep } from '../exemplar/exemplar-step.ts';
import type { FormColumn, FormDeclaration } from '../form/form.ts';
import type { Issue } from '../issue.ts';
import type { ReferenceKind, RegisterId } from './reference-kind.ts';

/**
 * A register is a form that grows: one row for each thing, under a code of its own, amended and never deleted. A new
 * one is one declaration (registers/) and its line in registers.ts: from it come the tab, the drop-downs, the parser,
 * the check in the sheet and on the server, the store, the sentences and the page in the docs.
 */
export interface RegisterDeclaration extends FormDeclaration {
  readonly id: RegisterId;
  /** Whose workbook it stands in: each unit its own, or the office one for all. */
  readonly home: 'unit' | 'office';
  /** Begins the codes of its rows: "DK" gives DK-7K3Q9F. */
  readonly prefix: string;
  /** What one row is, inside a sentence: "dòng đăng ký". */
  readonly noun: string;
  /** The line below the tab's title: what it is for. */
  readonly purpose: string;
  /** The first is the row's own code. */
  readonly columns: readonly RegisterColumn[];
  /** How a row may be referred to; every one is offered if absent. */
  readonly choosable?: (values: RowValues) => Choosable;
  /** The column of the exemplar for which its rows stand: they end with the decision that made it one. */
  readonly standsFor?: string;
  /** The step of an exemplar's life that its first row about the exemplar is. */
  readonly opensStep?: ExemplarStep;
  /** Its rows are held against what decisions rewarded. */
  readonly looksAtRewards?: true;
  /** Rules beyond single cells. Only new and amended rows are held to them: what happened, happened. */
  readonly check?: RowCheck;
}

export interface RegisterColumn extends FormColumn {
  /** Of a reference: what its code names. */
  readonly refersTo?: ReferenceKind;
  /** Of a text: codes with semicolons between, each naming one of these. */
  readonly listOf?: ReferenceKind;
  /** Of a reference to an exemplar: the step that has to be done before. */
  readonly step?: ExemplarStep;
  /** Of a day: of something that happened, so never after today. */
  readonly happened?: true;
  /** A short name of the row, by which references to it are chosen. */
  readonly isName?: true;
}

/** offered: in drop-downs. taken: no longer there, and still accepted where somebody writes it. never: refused. */
export type Choosable = 'offered' | 'taken' | 'never';

/** What stands in a kept row: texts, days, codes and links are strings. */
export type RowValue = string | number | boolean;
export type RowValues = Readonly<Record<string, RowValue>>;

/** One kept row, in its newest revision; the earlier ones are kept beside it. */
export interface RegisterRow {
  readonly register: RegisterId;
  readonly code: string;
  /** Of registers in units' workbooks. */
  readonly unitId?: string;
  readonly revision: number;
  readonly values: RowValues;
}

/** A row as it is stored: since when, and who gave it its newest revision when. */
export interface KeptRow extends RegisterRow {
  readonly addedAt: Date;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** What a code may name, with what people call it. */
export interface Named {
  readonly code: string;
  readonly name: string;
  /** Whose it is, where a unit may only choose its own. */
  readonly unitId?: string;
  /** True where it is accepted and no longer offered. */
  readonly past?: true;
  /** Of who stands for an exemplar: since when, and by which decision, it is none any more. */
  readonly revoked?: { readonly on: Day; readonly reference: string };
}

/** What rows are held against: see register-rules.ts, from which both sides make it. */
export interface RegisterContext {
  readonly today: Day;
  readonly unitId?: string;
  /** By kind, by code. */
  readonly known: { readonly [kind: ReferenceKind]: ReadonlyMap<string, Named> };
  /** Rows kept so far of the register itself. */
  readonly rows: (register: RegisterId) => readonly RegisterRow[];
  /** Which steps of an exemplar's life are done. */
  readonly stepsDone: (exemplar: string) => ReadonlySet<ExemplarStep> | undefined;
  /** The unit's registrants that were rewarded, where the register looks at that. */
  readonly rewarded?: readonly Rewarded[];
}

/** A deed that a decision in force rewards. */
export interface Rewarded {
  readonly registration: string;
  readonly achievement: string;
  /** "12/QĐ-BCĐ". */
  readonly reference: string;
}

/** A row as it was read: its values and where each of them stands. */
export interface ReadRow {
  readonly code: string;
  readonly values: RowValues;
  readonly at: (column: string) => At;
  /** The row as it was kept before, if it was. */
  readonly kept?: RegisterRow;
}

/**
 * `all`: every row there would be, so that rules may look at neighbours: those that stay as they are (in the sheet or
 * not) before those that are new or amended, these in the sheet's order.
 */
export type RowCheck = (row: ReadRow, all: readonly ReadRow[], context: RegisterContext) => readonly Issue[];
