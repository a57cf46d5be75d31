import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { FormCells } from '../../domain/form/form.ts';
import type { CurrentWorkbook } from '../../domain/publishing/current.ts';
import { inBatches, LARGEST_BATCH_BYTES } from '../../domain/publishing/plan/in-batches.ts';
import type { Plan } from '../../domain/publishing/plan/plan-edits.ts';
import { callGoogle, mayBeDone, type Patience, whole } from '../google-call.ts';
import { CALL_OPTIONS, type GoogleAccess, once } from '../google-client.ts';
import { type SheetsPace, UNPACED } from '../pace.ts';
import { CURRENT_FIELDS, currentOf } from './read-current.ts';
import { FORM_FIELDS, formCellsOf } from './read-form-cells.ts';
import { WHOLE_FIELDS, type WholeWorkbook, wholeOf } from './read-whole.ts';

/** Spreadsheets, one call each. @throws AppError not_found when the file is gone, unavailable after much patience */
export interface Sheets {
  read(spreadsheetId: string, patience: Patience): Promise<CurrentWorkbook>;
  /**
   * All of the plan or nothing of it, where it is no larger than a batch; else batch after batch. Where an answer gets lost nobody knows which, and lines would come or go twice:
   * `replan` then looks again and gives what is left to do; the same plan once more if absent.
   */
  apply(spreadsheetId: string, plan: Plan, patience: Patience, replan?: () => Promise<Plan>): Promise<void>;
  /** The cells people see in a form's tab; undefined when the tab is gone. */
  readForm(spreadsheetId: string, tabKey: string, patience: Patience): Promise<FormCells | undefined>;
  /** With what people see, for whoever keeps it elsewhere. */
  readWhole(spreadsheetId: string, patience: Patience): Promise<WholeWorkbook>;
}

/** Loads Google's Sheets client when it is first needed. Each attempt of a call waits for its turn. */
export function openSheets(
  access: GoogleAccess,
  pace: SheetsPace = UNPACED,
  batchBytes = LARGEST_BATCH_BYTES,
): Sheets {
  const client = once(async () => {
    const [{ sheets_v4: api }, auth] = await Promise.all([
      import('googleapis/build/src/apis/sheets/v4.js'),
      access.auth(),
    ]);
    return new api.Sheets({ auth, ...(access.rootUrl && { rootUrl: access.rootUrl }) });
  });
  const get = async (spreadsheetId: string, fields: string, patience: Patience) => {
    const sheets = await client();
    return callGoogle('spreadsheet', patience, async () => {
      await pace.reads.turn(patience);
      const { data } = await sheets.spreadsheets.get({ spreadsheetId, fields }, CALL_OPTIONS);
      return whole(data, (book) => Array.isArray(book.sheets) && book.sheets.length > 0);
    });
  };
  return {
    read: async (spreadsheetId, patience) => currentOf(await get(spreadsheetId, CURRENT_FIELDS, patience)),
    readForm: async (spreadsheetId, tabKey, patience) =>
      formCellsOf(await get(spreadsheetId, FORM_FIELDS, patience), tabKey),
    readWhole: async (spreadsheetId, patience) => wholeOf(await get(spreadsheetId, WHOLE_FIELDS, patience)),
    apply: async (spreadsheetId, plan, patience, replan = async () => plan) => {
      let left = inBatches(plan.requests, batchBytes);
      let isLost = false;
      const sheets = left.length === 0 ? undefined : await client();
      const writeNext = async () => {
        if (isLost) left = inBatches((await replan()).requests, batchBytes);
        isLost = false;
        const [requests] = left;
        if (requests === undefined) return;
        await pace.writes.turn(patience);
        const requestBody = { requests } as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
        const order = { spreadsheetId, requestBody, fields: 'spreadsheetId' };
        try {
          const { data } = await sheets!.spreadsheets.batchUpdate(order, CALL_OPTIONS);
          whole(data, ({ spreadsheetId: id }) => id === spreadsheetId);
        } catch (error) {
          isLost = mayBeDone(error);
          throw error;
        }
        left = left.slice(1);
      };
      while (left.length > 0) await callGoogle('spreadsheet', patience, writeNext);
    },
  };
}
