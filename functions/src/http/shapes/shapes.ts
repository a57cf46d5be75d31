import { z } from 'zod';
import { parseCellAddress } from '../../domain/form/cell-address.ts';
import type { WorkbookId } from '../../ports/workbook.ts';

/**
 * Ids become document ids. What a campaign's files take as a code: letters and digits, with single dots, hyphens
 * and underscores between; so never a slash, a dot alone, or the double underscores that are Firestore's own.
 */
export const ID = /^(?=.{1,64}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;
export const idText = z.string().regex(ID);
/** A key of the caller's making, such as a UUID: long enough not to be met by chance. */
const requestKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{7,99}$/);

/** Where the caller stands: the add-on always says so, other programs need not. */
export const spreadsheetId = z.string().regex(/^[\w-]{10,200}$/);

/** "summary", "office" or "unit:X29110". */
export const workbookId = z
  .string()
  .refine((text): text is WorkbookId =>
    text.startsWith('unit:') ? ID.test(text.slice('unit:'.length)) : text === 'summary' || text === 'office',
  );

/** Why something is undone; that there is one is for the use case to see. */
export const reasonText = z.string().max(1000);

/** For how long new work may begin, and on how many workbooks at the same time. */
export const workingTime = {
  withinMs: z.int().min(1).max(3_000_000).optional(),
  concurrency: z.int().min(1).max(16).optional(),
};

const cell = z.union([z.string().max(50_000), z.number(), z.boolean(), z.null()]);

/** Of a sheet: a block pasted beyond the form is told apart by its headers, not refused for its shape. */
const MOST_COLUMNS = 18_278;

/** Google's limit is 10 million cells; a row with more digits has no address here. */
const MOST_ROWS = 9_999_999;

/** A block of one tab's cells, values unformatted, with the A1 address of its top left cell; wholly inside a sheet. */
export const formCells = z
  .strictObject({
    origin: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
    values: z.array(z.array(cell).max(MOST_COLUMNS)).max(200_000),
  })
  .refine(({ origin, values }) => {
    const at = parseCellAddress(origin);
    const width = values.reduce((most, row) => Math.max(most, row.length), 0);
    return at !== undefined && at.row + values.length <= MOST_ROWS && at.column + width <= MOST_COLUMNS;
  });

export const periodAddress = { campaign: idText, period: idText };
export const unitAddress = { ...periodAddress, unitId: idText };
export const once = { requestKey: requestKey.optional() };
export const from = { spreadsheetId: spreadsheetId.optional() };
