import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellValue, FormCells } from '../../domain/form/form.ts';
import { MARK } from '../../domain/publishing/current.ts';
import { sheetIdOf } from '../../domain/publishing/stable-id.ts';

/** Values as they are shown to a program: formulas evaluated, unformatted; and which numbers are dates. */
export const FORM_FIELDS = `sheets(${[
  'properties.sheetId',
  'developerMetadata(metadataKey,metadataValue)',
  'data(rowData.values(effectiveValue,effectiveFormat.numberFormat.type),columnMetadata.developerMetadata(metadataKey,metadataValue))',
].join(',')})`;

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
    values: rows.map((row) => (row.values ?? []).map(cellOf)),
  };
}

function cellOf({ effectiveValue: value, effectiveFormat: format }: sheets_v4.Schema$CellData): CellValue {
  const asDate = DATES[format?.numberFormat?.type ?? ''];
  if (asDate !== undefined && typeof value?.numberValue === 'number') return asDate(value.numberValue);
  // An error reads as Apps Script and the values API give it: its text, which the form's parser knows.
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? errorText(value?.errorValue) ?? null;
}

/** A date is a number of days to the sheet and no number to people: it is read as the text they see. */
const DATES: Readonly<Record<string, (serial: number) => string>> = {
  DATE: dayText,
  DATE_TIME: dayText,
  TIME: (serial) => momentOf(serial).toISOString().slice(11, 16),
};

function dayText(serial: number): string {
  const [year, month, day] = momentOf(serial).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** Days since 30 December 1899; what no calendar holds is the first of them. */
function momentOf(serial: number): Date {
  const moment = new Date(Math.round((serial - DAYS_BEFORE_1970) * MS_PER_DAY));
  return Number.isNaN(moment.getTime()) ? new Date(-DAYS_BEFORE_1970 * MS_PER_DAY) : moment;
}

const DAYS_BEFORE_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

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
