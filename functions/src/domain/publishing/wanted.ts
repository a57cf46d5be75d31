import type { CellValue } from '../form/form.ts';

/** What a workbook should look like. Plain data: views make it, planEdits compares it with what is there. */
export interface WantedWorkbook {
  /** The file's name when it is created; people may rename it. */
  readonly title: string;
  /** Decides how numbers are typed and shown: "vi_VN" has a decimal comma. */
  readonly locale: string;
  readonly timeZone: string;
  /** What the spreadsheet says of itself, by key, for a program that is opened in it: see MARK. None if absent. */
  readonly marks?: Readonly<Record<string, string>>;
  /** In the order they get when they are created; people may move them. */
  readonly tabs: readonly WantedTab[];
}

export type WantedTab = TableTab | KeptTab;

/** A tab that stays as it is: only closed to typing if it is there, and never made again. */
export interface KeptTab {
  readonly kind: 'kept';
  readonly key: string;
  /** The one thing that is written: a line above the header, in the column of this key, that says why it is closed. */
  readonly line?: { readonly row: number; readonly column: string; readonly text: string };
}

export interface TableTab {
  readonly kind: 'table';
  /** Stable: how the tab is found again, whatever people call it. */
  readonly key: string;
  readonly title: string;
  /** Lines above the header, in the first visible column. */
  readonly banner: readonly string[];
  readonly columns: readonly WantedColumn[];
  /** In the order of the columns. */
  readonly rows: readonly (readonly CellValue[])[];
  /**
   * Columns that name a row. With it, a row is found wherever people sorted it to, and cells people fill are written
   * only when their row is new. Without it rows stand in the order given.
   */
  readonly rowKey?: readonly string[];
  /** Drop-downs that differ by row: for each row, the choices of the named column. Put on when a row is new. */
  readonly rowChoices?: {
    readonly column: string;
    readonly choices: readonly (readonly string[] | undefined)[];
  };
  /** At least so many free rows stay below everything that stands in the tab, for people to add their own. */
  readonly spareRows?: number;
  /** What the filled cells belong to (a period): when it changes, the body starts anew. */
  readonly filledFor?: string;
  /**
   * The whole body is a draft that people work on and hand in as a whole: as long as `filledFor` is the same, nothing
   * in it is written, no row that they took away comes back, and none that they added goes.
   */
  readonly drafted?: true;
  /** given: everything but the filled columns is closed to typing; whole: the whole tab. */
  readonly protection: 'given' | 'whole';
  readonly frozenColumns?: number;
  readonly tabColour?: Colour;
  /**
   * How single rows look beside what their columns say; undefined: as their columns say. For tables whose rows stand
   * in the order given. See RowLook.
   */
  readonly looks?: readonly (RowLook | undefined)[];
  /** Where the cells of a column lead when they are clicked, row by row. The addresses are ours: encoded, of known kinds. */
  readonly links?: { readonly column: string; readonly uris: readonly (string | undefined)[] };
  /** To be printed: no gridlines, lines around the header's cells, the first line of the banner larger. */
  readonly paper?: true;
  /** Below the table, two side by side, in this order. */
  readonly charts?: readonly WantedChart[];
}

export interface WantedColumn {
  readonly key: string;
  readonly header: string;
  readonly widthPixels: number;
  readonly entry: 'given' | 'filled';
  readonly format?: CellFormat;
  readonly align?: 'left' | 'centre' | 'right';
  /** Shown when pointing at the header. */
  readonly note?: string;
  readonly hidden?: boolean;
  /** Long texts are broken into lines; those to the left always are. */
  readonly wrap?: true;
  readonly choices?: readonly string[];
  /** A drop-down that grows with what is stored: renewed alone, and how the cells look stays as people made it. */
  readonly list?: readonly string[];
  /** Backgrounds that follow from what a cell holds; of several that fit, the first. */
  readonly colours?: readonly ColouredWhen[];
}

/**
 * Cells with exactly this text; with this number; with a number above or below this one; or a scale over the column's
 * numbers. Numbers are whole: Google reads them as if they were typed, and a decimal is typed with a comma in Vietnam.
 */
export type ColouredWhen =
  | { readonly text: string; readonly colour: Colour }
  | { readonly equals: number; readonly colour: Colour }
  | { readonly above: number; readonly colour: Colour }
  | { readonly below: number; readonly colour: Colour }
  | { readonly scale: readonly ScalePoint[] };

/** Two or three of them, from small to large; "least" and "most" are the column's own. */
export interface ScalePoint {
  readonly at: 'least' | 'most' | number;
  readonly colour: Colour;
}

/**
 * boxed: a row of the table, lines around its cells. heading, line: one text that begins in the first column and runs
 * over the others, which are empty; bold or not. signature: words in the middle of their columns, running over.
 */
export type RowLook = 'boxed' | 'heading' | 'line' | 'signature';

/** A picture of the table's own cells. It is ours to update; where it stands and how large it is, people may change. */
export type WantedChart = {
  readonly key: string;
  readonly title: string;
  /** The table's rows it draws, half open, counted from 0. */
  readonly rows: readonly { readonly from: number; readonly to: number }[];
} & (
  | {
      /** One bar for each row, cut into one part for each column; of share_columns each bar is a hundred percent. */
      readonly shape: 'stacked_columns' | 'stacked_bars' | 'share_columns';
      /** The column with the bars' names. */
      readonly names: string;
      readonly parts: readonly { readonly column: string; readonly colour?: Colour }[];
    }
  | {
      /** One line, or one colour of columns standing side by side, for each row; one point for each column. */
      readonly shape: 'lines' | 'columns';
      /** The column with the rows' names. */
      readonly names: string;
      readonly points: readonly string[];
      /** Where the axis begins and ends whatever the numbers are. */
      readonly axis?: { readonly from: number; readonly to: number };
    }
);

/** text: what people type stays as typed. moment: a serial day number, shown as day and time. day: the same, shown as a day. */
export type CellFormat =
  | { readonly kind: 'text' }
  | { readonly kind: 'number'; readonly pattern: string }
  | { readonly kind: 'moment' }
  | { readonly kind: 'day' };

/** Parts from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}
