import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellValue, FormCells } from '../../domain/form/form.ts';
import { MARK } from '../../domain/publishing/current.ts';
import { sheetIdOf } from '../../domain/publishing/stable-id.ts';

/** Values as they are shown to a program: formulas evaluated, unformatted. */
export const FORM_FIELDS =
  'sheets(properties.sheetId,developerMetadata(metadataKey,metadataValue),data(rowData.values.effectiveValue,columnMetadata.developerMetadata(metadataKey,metadataValue)))';

/** The cells of a form's tab, found by its metadata; undefined when the tab is gone. */
export function formCellsOf(answer: sheets_v4.Schema$Spreadsheet, tabKey: string): FormCells | undefined {
  const marked = (answer.sheets ?? []).filter(({ developerMetadata }) =>
    developerMetadata?.some(
      ({ metadataKey, metadataValue }) => metadataKey === MARK.tab && metadataValue === tabKey,
    ),
  );
  const sheet = marked.find(({ properties }) => properties?.sheetId === sheetIdOf(tabKey)) ?? marked[0];
  if (sheet === undefined) return undefined;
  const rows = sheet.data?.[0]?.rowData ?? [];
  return {
    origin: 'A1',
    values: rows.map((row) => (row.values ?? []).map((cell) => cellOf(cell.effectiveValue))),
  };
}

function cellOf(value: sheets_v4.Schema$ExtendedValue | undefined): CellValue {
  // An error reads as Apps Script and the values API give it: its text, which the form's parser knows.
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? errorText(value?.errorValue) ?? null;
}

function errorText(error: sheets_v4.Schema$ErrorValue | undefined): string | undefined {
  if (error === undefined) return undefined;
  return ERRORS[error.type ?? ''] ?? '#ERROR!';
}

const ERRORS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: '#LOADING!',
};
