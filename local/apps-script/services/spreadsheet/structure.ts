import { Exception } from '../errors.ts';
import { getSpreadsheet } from './sheets-api.ts';

/** The tabs and their sizes, as far as every place in the spreadsheet depends on them. */
export interface Structure {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly Tab[];
}
export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

const FIELDS = 'properties(title,locale,timeZone),sheets.properties';
let known: Structure | undefined;

/**
 * Read when first needed and kept, as Apps Script keeps what it read: a place is checked without a round trip. Kept
 * until the script flushes, writes to the structure, sleeps or asks the person, when others may have changed it.
 */
export function structure(label: string): Structure {
  known ??= read(label);
  return known;
}

export function forgetStructure(): void {
  known = undefined;
}

/** @throws Exception when the tab is gone */
export function tabOf(label: string, sheetId: number): Tab {
  const tab = structure(label).tabs.find((one) => one.sheetId === sheetId);
  if (tab === undefined) throw new Exception(`Sheet ${sheetId} not found`);
  return tab;
}

function read(label: string): Structure {
  const { properties, sheets = [] } = getSpreadsheet(label, FIELDS);
  return {
    title: properties?.title ?? '',
    locale: properties?.locale ?? 'en_US',
    timeZone: properties?.timeZone ?? 'Etc/GMT',
    tabs: sheets.map(({ properties: own = {} }) => ({
      sheetId: own.sheetId ?? 0,
      title: own.title ?? '',
      hidden: own.hidden ?? false,
      rowCount: own.gridProperties?.rowCount ?? 0,
      columnCount: own.gridProperties?.columnCount ?? 0,
      frozenRows: own.gridProperties?.frozenRowCount ?? 0,
      frozenColumns: own.gridProperties?.frozenColumnCount ?? 0,
    })),
  };
}
