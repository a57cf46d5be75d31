import type { ArgumentName, Call } from './call.ts';
import type { WorkbookKind } from './menus.ts';

/**
 * What the sidebar shows, as data: the script decides what stands there, the page only draws it, every text as text.
 * So an action is a function from what it finds to a screen.
 */
export interface Screen {
  readonly title: string;
  /** Who is acting. `verified`: the server checked the token; else it is what the token itself says. */
  readonly account?: { readonly email: string; readonly verified: boolean };
  readonly blocks: readonly Block[];
  /** Shows the same again and changes nothing; absent where there is nothing new to see. */
  readonly again?: Call;
  /** What to ask next by itself, as long as this screen is the one shown. */
  readonly follow?: Follow;
}

export interface Follow {
  readonly call: Call;
  readonly afterMs: number;
  /** Set going at the same time, one at a time, its answer unseen. */
  readonly alongside?: Call;
}

export type Tone = 'plain' | 'quiet' | 'good' | 'warning' | 'bad';

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'issues'; readonly issues: readonly ShownIssue[] }
  | { readonly kind: 'sections'; readonly sections: readonly Section[] }
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  | { readonly kind: 'buttons'; readonly label?: string; readonly buttons: readonly Button[] }
  | Ask
  | UnitList
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | Download
  | HelpBlock;

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly tone?: Tone;
}

/** A number to be seen from afar, with what it is below it. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

export interface ShownIssue {
  /** "G4 · Kết quả / tự chấm"; absent for what is wrong with the whole form. */
  readonly place?: string;
  readonly text: string;
  /** Selects the cell. */
  readonly select?: Call;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly open?: boolean;
}

export interface Button {
  readonly label: string;
  readonly call: Call;
  /** main: what one came for, at most one a screen. danger: cannot be undone. */
  readonly look?: 'main' | 'danger' | 'plain';
  /** Shown while the answer is awaited. */
  readonly busy?: string;
}

/** A small form: what is filled in goes along with the button's call, by the fields' names. */
export interface Ask {
  readonly kind: 'ask';
  readonly fields: readonly Field[];
  readonly buttons: readonly Button[];
  readonly review?: Review;
}

/**
 * Looked over before it goes: the first button only shows what was filled in, and this one sends it. The page does
 * that by itself, so that nothing of it travels twice.
 */
export interface Review {
  readonly heading: string;
  readonly warning: string;
  readonly button: Button;
  /** Back to the fields. */
  readonly back: string;
}

export type Field = FieldKind & {
  readonly name: ArgumentName;
  readonly label: string;
  readonly help?: string;
  /** What one has to know to fill it in: lines below the label. */
  readonly details?: readonly string[];
};

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly details?: readonly string[];
}

export type FieldKind =
  /** A text of one line, or of several. `most`: characters. */
  | {
      readonly kind: 'line' | 'lines';
      readonly required: boolean;
      readonly most: number;
      readonly value?: string;
    }
  /** One of many, behind a button. */
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly value?: string }
  /** One of a few, all in sight. Without a value none is chosen, and one has to be. */
  | { readonly kind: 'radios'; readonly options: readonly Option[]; readonly value?: string }
  /** Any of some; goes along as the values' lines. */
  | {
      readonly kind: 'checks';
      readonly options: readonly Option[];
      readonly values: readonly string[];
      readonly required: boolean;
    }
  /** A whole number for each of its parts, blank is 0; goes along as "3 0 1". */
  | { readonly kind: 'counts'; readonly parts: readonly string[] };

/** What the page explains by itself about a kind of workbook. */
export interface HelpBlock {
  readonly kind: 'help';
  readonly of: WorkbookKind | 'none';
  /** What a period is called: "tháng", "tuần". */
  readonly period: string;
}

/** A file to be kept by whoever presses it. */
export interface Download {
  readonly kind: 'download';
  readonly label: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Units to look through: filtered and searched in the page, without asking again. */
export interface UnitList {
  readonly kind: 'units';
  readonly label: string;
  /** The first is the one that shows them all. */
  readonly filters: readonly { readonly key: string; readonly label: string; readonly count: number }[];
  readonly units: readonly ListedUnit[];
}

export interface ListedUnit {
  readonly name: string;
  readonly detail: string;
  readonly status: string;
  readonly tone: Tone;
  /** Keys of the filters that let it through. */
  readonly filters: readonly string[];
  readonly button?: Button;
}

export interface Entry {
  readonly when: string;
  readonly who: string;
  readonly text: string;
  readonly more?: string;
}
