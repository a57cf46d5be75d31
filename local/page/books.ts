import { createHash } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Google } from './google.ts';
import { closedRanges } from './view/closed-ranges.ts';
import type { Box, TabView, WorkbookView } from './view/types.ts';
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
  'spreadsheetId,properties(title,locale),sheets(properties,merges,conditionalFormats',
  'basicFilter,charts,bandedRanges,rowGroups,columnGroups,data(startRow,startColumn',
  'rowMetadata(pixelSize,hiddenByUser,hiddenByFilter),columnMetadata(pixelSize,hiddenByUser,hiddenByFilter)',
  'rowData(values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note,dataValidation,textFormatRuns))))',
].join(',');
/** What differs from person to person. */
const OWN_FIELDS = 'sheets(properties(sheetId),protectedRanges)';

/** Workbooks that are kept as they were read last. */
const MOST_KEPT = 8;

/** What everybody who may read a workbook sees of it. */
interface Shared {
  readonly book: WorkbookView;
  /** By sheet id. */
  readonly digests: ReadonlyMap<number, string>;
}

/**
 * Workbooks as windows show them. Each person is asked for with their own token: whether they may read, whether they
 * may write, what is closed to them. The cells, which are most of the work and the same for all, are read once for
 * each revision.
 */
export class Books {
  readonly #kept = new Map<string, { revision: number; shared: Promise<Shared> }>();

  /** @throws GoogleRefusal when the person may not open the workbook */
  async read(google: Google, spreadsheetId: string, known: KnownTabs): Promise<BookAnswer> {
    const id = encodeURIComponent(spreadsheetId);
    // The revision first: what is read after it is at least that new.
    const file = await google.get<drive_v3.Schema$File>(
      `/drive/v3/files/${id}?fields=version,capabilities(canEdit)`,
    );
    const revision = Number(file.version ?? 0);
    const [{ book, digests }, own] = await Promise.all([
      this.#shared(google, id, revision),
      google.get<api.Schema$Spreadsheet>(`/v4/spreadsheets/${id}?fields=${encodeURIComponent(OWN_FIELDS)}`),
    ]);
    return {
      ...book,
      mayEdit: file.capabilities?.canEdit ?? false,
      revision,
      tabs: book.tabs.map((tab) => {
        const { sheetId, rowCount, columnCount } = tab;
        const sheet = own.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId);
        const closed = sheet ? closedRanges(sheet, rowCount, columnCount) : [];
        const digest = ownDigest(digests.get(sheetId)!, closed);
        return { sheetId, digest, ...(known[sheetId] !== digest && { view: { ...tab, closed } }) };
      }),
    };
  }

  #shared(google: Google, id: string, revision: number): Promise<Shared> {
    const kept = this.#kept.get(id);
    if (kept?.revision === revision) return kept.shared;
    const shared = readShared(google, id);
    this.#kept.delete(id);
    this.#kept.set(id, { revision, shared });
    // A failure is the asking person's alone, and nobody else's to see.
    shared.catch(() => this.#forget(id, shared));
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(old);
    }
    return shared;
  }

  #forget(id: string, shared: Promise<Shared>): void {
    if (this.#kept.get(id)?.shared === shared) this.#kept.delete(id);
  }
}

async function readShared(google: Google, id: string): Promise<Shared> {
  const spreadsheet = await google.get<api.Schema$Spreadsheet>(
    `/v4/spreadsheets/${id}?fields=${encodeURIComponent(FIELDS)}`,
  );
  const book = viewWorkbook(spreadsheet, false);
  return { book, digests: new Map(book.tabs.map((tab) => [tab.sheetId, digestOf(JSON.stringify(tab))])) };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

const ownDigest = (shared: string, closed: readonly Box[]): string =>
  closed.length === 0 ? shared : digestOf(`${shared} ${JSON.stringify(closed)}`);
