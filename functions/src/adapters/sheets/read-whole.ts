import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CurrentWorkbook } from '../../domain/publishing/current.ts';
import { CURRENT_FIELDS, currentOf } from './read-current.ts';

/** A workbook with what people see in it, tab by tab in the order of `current.tabs`. */
export interface WholeWorkbook {
  readonly title: string;
  readonly current: CurrentWorkbook;
  readonly tabs: readonly {
    /** As the cells are shown: formats applied, formulas worked out. */
    readonly shown: readonly (readonly string[])[];
    readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  }[];
}

export const WHOLE_FIELDS = CURRENT_FIELDS.replace('properties(', 'properties(title,').replace(
  'rowData.values.userEnteredValue',
  'rowData.values(userEnteredValue,formattedValue,note)',
);

export function wholeOf(answer: sheets_v4.Schema$Spreadsheet): WholeWorkbook {
  return {
    title: answer.properties?.title ?? '',
    current: currentOf(answer),
    tabs: (answer.sheets ?? []).map((sheet) => {
      const rows = (sheet.data?.[0]?.rowData ?? []).map((row) => row.values ?? []);
      return {
        shown: rows.map((cells) => cells.map((cell) => cell.formattedValue ?? '')),
        notes: rows.flatMap((cells, row) =>
          cells.flatMap(({ note }, column) => (note ? [{ row, column, text: note }] : [])),
        ),
      };
    }),
  };
}
