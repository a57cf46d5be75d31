import type { IStyleData } from '@univerjs/core';

/** A workbook as one person's window shows it. Made on the server from what the Sheets API answers that person. */
export interface WorkbookView {
  readonly spreadsheetId: string;
  readonly title: string;
  /** `vi_VN`: how numbers are typed and shown. */
  readonly locale: string;
  /** False for readers: nothing can be typed. */
  readonly mayEdit: boolean;
  /** In the order of their tabs, hidden ones included. */
  readonly tabs: readonly TabView[];
}

export interface TabView {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden?: true;
  /** `#rrggbb` */
  readonly colour?: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  /** Only rows and columns that differ from the default. */
  readonly rows: Readonly<Record<number, LineView>>;
  readonly columns: Readonly<Record<number, LineView>>;
  readonly merges: readonly Box[];
  /** By row, then by column; short rows end at their last used cell. */
  readonly cells: readonly (readonly (CellView | null)[])[];
  /** What cells name in `style`; the key follows from the content. */
  readonly styles: Readonly<Record<string, IStyleData>>;
  /** What cells name in `choices`. */
  readonly dropDowns: Readonly<Record<string, DropDown>>;
  /** Where this person may not type. */
  readonly closed: readonly Box[];
  readonly charts: readonly ChartView[];
  /** What the tab has and the page does not show, each by its name in the API. */
  readonly notShown: readonly string[];
}

export interface LineView {
  /** Pixels; absent for the default, which grows with wrapped text. */
  readonly size?: number;
  readonly hidden?: true;
}

export interface CellView {
  /** The text in the cell, as the server formats it. */
  readonly shown: string;
  /** What one would type to get it; absent when that is what is shown. */
  readonly entered?: string;
  readonly style?: string;
  readonly note?: string;
  readonly choices?: string;
}

export interface DropDown {
  readonly values: readonly string[];
  /** Nothing else may be typed. */
  readonly strict: boolean;
}

/** Half open, counted from 0. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ChartView {
  readonly chartId: number;
  readonly title: string;
  readonly shape: 'columns' | 'bars' | 'lines' | 'area';
  readonly stacked: 'no' | 'yes' | 'percent';
  readonly legend: 'bottom' | 'right' | 'top' | 'left' | 'none';
  /** The first value stands on top (places: the first is the best). */
  readonly reversed?: true;
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly anchor: {
    readonly row: number;
    readonly column: number;
    readonly dx: number;
    readonly dy: number;
  };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly axes: { readonly names?: string; readonly values?: string };
  /** Parts of the specification that are not drawn, by their names in the API. */
  readonly notShown: readonly string[];
}

export interface ChartSeries {
  readonly name: string;
  /** null where the cell holds no number. */
  readonly values: readonly (number | null)[];
  /** As the cells show them. */
  readonly shown: readonly string[];
  /** `#rrggbb` */
  readonly colour?: string;
}
