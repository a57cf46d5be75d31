import type { Day, PeriodId } from '../campaign/period.ts';
import type { FormColumn, FormDeclaration } from '../form/form.ts';
import type { FormRow } from '../form/read-form.ts';
import type { Issue } from '../issue.ts';

/**
 * A register is a form that grows: one row for each thing, under a code of its own, amended and never deleted. A new
 * one is one declaration (registers/): from it come the tab, the drop-downs, the parser, the check in the sheet and
 * on the server, the store and the page in the docs.
 */
export interface RegisterDeclaration extends FormDeclaration {
  readonly id: RegisterId;
  /** Whose workbook it stands in: each unit its own, or the office one for all. */
  readonly home: 'unit' | 'office';
  /** Begins the codes of its rows: "DK" gives DK-7K3Q9F. */
  readonly prefix: string;
  /** The line below the tab's title: what it is for. */
  readonly purpose: string;
  /** The first is the row's own code. */
  readonly columns: readonly RegisterColumn[];
  /** Rules beyond single cells. */
  readonly check?: RowCheck;
}

export interface RegisterColumn extends FormColumn {
  /** Of a reference: what its code names. */
  readonly refersTo?: ReferenceKind;
  /** A short name of the row, by which references to it are chosen. */
  readonly isName?: true;
}

export type RegisterId =
  | 'registration'
  | 'factor'
  | 'unit_vote'
  | 'learning'
  | 'propagation'
  | 'event'
  | 'club'
  | 'club_member'
  | 'club_meeting'
  | 'rapporteur'
  | 'session';

/** What a reference may name. */
export type ReferenceKind = 'unit' | 'field' | 'period' | 'exemplar' | RegisterId;

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

/** What a code may name, with what people call it. */
export interface Named {
  readonly code: string;
  readonly name: string;
  /** Whose it is, where a unit may only choose its own. */
  readonly unitId?: string;
}

/** What rows are held against. */
export interface RegisterContext {
  readonly today: Day;
  readonly openPeriods: readonly PeriodId[];
  readonly unitId?: string;
  /** By kind, by code. */
  readonly known: { readonly [Kind in ReferenceKind]?: ReadonlyMap<string, Named> };
  /** Rows kept so far of any register that a rule looks at. */
  readonly rows: (register: RegisterId) => readonly RegisterRow[];
  /** Which steps of an exemplar's life are done. */
  readonly stepsDone: (exemplar: string) => ReadonlySet<ExemplarStep> | undefined;
}

/** The five steps of an exemplar, as the campaign names them (DOMAIN R12–R18). */
export type ExemplarStep = 'built' | 'propagated' | 'learned' | 'reviewed' | 'decided';

export type AnyRow = FormRow<RegisterDeclaration & { readonly columns: readonly RegisterColumn[] }>;

/** A row as it was read: its values and where each of them stands. */
export interface ReadRow {
  readonly code: string;
  readonly values: RowValues;
  readonly at: (column: string) => import('../issue.ts').At;
}

/** `all`: every row of the sheet as it was read, so that rules may look at neighbours. */
export type RowCheck = (row: ReadRow, all: readonly ReadRow[], context: RegisterContext) => readonly Issue[];
