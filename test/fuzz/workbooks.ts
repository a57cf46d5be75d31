import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

/** What is written in a spreadsheet, cell by cell, and everything else in it that means something. */
export interface LookedAt {
  readonly title: string;
  readonly cells: readonly { readonly place: string; readonly cell: api.Schema$CellData }[];
  readonly book: api.Schema$Spreadsheet;
}

/** A whole workbook as Sheets keeps it: what was entered, links, runs, notes, drop-downs, rules. */
export async function lookAt(url: string, token: string, spreadsheetId: string): Promise<LookedAt> {
  const response = await fetch(`${url}/v4/spreadsheets/${spreadsheetId}?includeGridData=true`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const book = (await response.json()) as api.Schema$Spreadsheet;
  const cells = (book.sheets ?? []).flatMap(({ properties, data }) =>
    (data ?? []).flatMap(({ rowData }) =>
      (rowData ?? []).flatMap(({ values }, row) =>
        (values ?? []).map((cell, column) => ({
          place: `${properties?.title}!${row + 1}:${column + 1}`,
          cell,
        })),
      ),
    ),
  );
  return { title: book.properties?.title ?? '', cells, book };
}

/** What a person could click on. */
export function linksOf({ cells }: LookedAt): readonly { readonly place: string; readonly uri: string }[] {
  return cells.flatMap(({ place, cell }) => {
    const links = [
      cell.hyperlink,
      cell.userEnteredFormat?.textFormat?.link?.uri,
      ...(cell.textFormatRuns ?? []).map(({ format }) => format?.link?.uri),
    ];
    return links.flatMap((uri) => (uri ? [{ place, uri }] : []));
  });
}

/** What Sheets would work out if it began with a sign: formulas, drop-downs, conditions. */
export function workedOut({ cells, book }: LookedAt): readonly string[] {
  const rules = (book.sheets ?? []).flatMap(({ conditionalFormats }) =>
    (conditionalFormats ?? []).map(({ booleanRule }) => booleanRule?.condition),
  );
  const validations = cells.map(({ cell }) => cell.dataValidation?.condition);
  const conditions = [...rules, ...validations].flatMap((condition) =>
    (condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? ''),
  );
  return [...cells.flatMap(({ cell }) => cell.userEnteredValue?.formulaValue ?? []), ...conditions];
}
