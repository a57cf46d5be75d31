import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { call } from '../native.ts';
import { theRun } from '../state.ts';

/** One request to the Sheets server, as the thread that sends it gets it. */
export interface SheetsRequest {
  /** The method of Apps Script that asks, `Range.getValues`: round trips are counted by it. */
  readonly label: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the server's root, with the query. */
  readonly path: string;
  readonly body?: object | undefined;
}

type Query = Readonly<Record<string, string | undefined>>;

const send = <T>(request: SheetsRequest) => call<T>('sheets', request);

function pathTo(rest: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const text = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `/v4/spreadsheets/${encodeURIComponent(theRun().spreadsheetId)}${rest}${text && '?'}${text}`;
}

/** `spreadsheets.get` with a field mask. */
export function getSpreadsheet(label: string, fields: string, range?: string): api.Schema$Spreadsheet {
  return send({ label, method: 'GET', path: pathTo('', { fields, ranges: range }) });
}

/** `spreadsheets.batchUpdate`: all or nothing, one round trip. */
export function batchUpdate(label: string, requests: readonly api.Schema$Request[]): api.Schema$Response[] {
  const body = { requests };
  return send<api.Schema$BatchUpdateSpreadsheetResponse>({
    label,
    method: 'POST',
    path: pathTo(':batchUpdate'),
    body,
  }).replies!;
}

/** `spreadsheets.getByDataFilter`: a block of one tab, found by the tab's number. */
export function getBlock(
  label: string,
  gridRange: api.Schema$GridRange,
  fields: string,
): api.Schema$Spreadsheet {
  const body = { dataFilters: [{ gridRange }] };
  return send({ label, method: 'POST', path: pathTo(':getByDataFilter', { fields }), body });
}

/** `values.batchGetByDataFilter`: what stands in a whole tab, rows without their trailing blanks. */
export function getEntered(label: string, sheetId: number): unknown[][] {
  const body = { dataFilters: [{ gridRange: { sheetId } }], valueRenderOption: 'FORMULA' };
  const path = pathTo('/values:batchGetByDataFilter');
  const answer = send<api.Schema$BatchGetValuesByDataFilterResponse>({ label, method: 'POST', path, body });
  return answer.valueRanges?.[0]?.valueRange?.values ?? [];
}

/** `values.batchUpdateByDataFilter`, as if typed in. */
export function enterValues(
  label: string,
  gridRange: api.Schema$GridRange,
  values: readonly unknown[][],
): void {
  const body = { valueInputOption: 'USER_ENTERED', data: [{ dataFilter: { gridRange }, values }] };
  send({ label, method: 'POST', path: pathTo('/values:batchUpdateByDataFilter'), body });
}

export function searchMetadata(
  label: string,
  lookup: api.Schema$DeveloperMetadataLookup,
): api.Schema$DeveloperMetadata[] {
  const body = { dataFilters: [{ developerMetadataLookup: lookup }] };
  const path = pathTo('/developerMetadata:search');
  const answer = send<api.Schema$SearchDeveloperMetadataResponse>({ label, method: 'POST', path, body });
  return (answer.matchedDeveloperMetadata ?? []).map((one) => one.developerMetadata!);
}

/** Whether the person may write to the file at all. */
export function mayWrite(label: string): boolean {
  const path = `/drive/v3/files/${encodeURIComponent(theRun().spreadsheetId)}?fields=capabilities(canEdit)`;
  return send<{ capabilities: { canEdit: boolean } }>({ label, method: 'GET', path }).capabilities.canEdit;
}
