import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Google } from './google.ts';
import type { TabView, WorkbookView } from './view/types.ts';
import { viewWorkbook } from './view/workbook.ts';

/** A workbook as a window asks for it: tabs that the window already has are not sent again. */
export interface BookAnswer extends Omit<WorkbookView, 'tabs'> {
  /** How often the workbook was written so far. */
  readonly revision: number;
  readonly tabs: readonly { readonly sheetId: number; readonly digest: string; readonly view?: TabView }[];
}

/** Digests of the tabs that the window has, by sheet id. */
export type KnownTabs = Readonly<Record<string, string>>;

/** Everything but `effectiveFormat`, which is most of an answer and says nothing that we do not know. */
const FIELDS = [
  'spreadsheetId,properties(title,locale),sheets(properties,merges,conditionalFormats,protectedRanges',
  'basicFilter,charts,bandedRanges,rowGroups,columnGroups,data(startRow,startColumn',
  'rowMetadata(pixelSize,hiddenByUser,hiddenByFilter),columnMetadata(pixelSize,hiddenByUser,hiddenByFilter)',
  'rowData(values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note,dataValidation,textFormatRuns))))',
].join(',');

/** @throws GoogleRefusal when the person may not open the workbook */
export async function readBook(google: Google, spreadsheetId: string, known: KnownTabs): Promise<BookAnswer> {
  const id = encodeURIComponent(spreadsheetId);
  // The revision first: what is read after it is at least that new.
  const file = await google.get<drive_v3.Schema$File>(
    `/drive/v3/files/${id}?fields=version,capabilities(canEdit)`,
  );
  const spreadsheet = await google.get<api.Schema$Spreadsheet>(
    `/v4/spreadsheets/${id}?fields=${encodeURIComponent(FIELDS)}`,
  );
  const { tabs, ...book } = viewWorkbook(spreadsheet, file.capabilities?.canEdit ?? false);
  return {
    ...book,
    revision: Number(file.version ?? 0),
    tabs: tabs.map((view) => {
      const { sheetId } = view;
      const digest = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16);
      return { sheetId, digest, ...(known[sheetId] !== digest && { view }) };
    }),
  };
}
