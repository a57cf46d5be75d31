import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { FormCells } from '../../domain/form/form.ts';
import type { CurrentWorkbook } from '../../domain/publishing/current.ts';
import type { Plan } from '../../domain/publishing/plan-edits.ts';
import { callGoogle, type Patience } from '../google-call.ts';
import { CALL_OPTIONS, type GoogleAccess, once } from '../google-client.ts';
import { CURRENT_FIELDS, currentOf } from './read-current.ts';
import { FORM_FIELDS, formCellsOf } from './read-form-cells.ts';

/** Spreadsheets, one call each. @throws AppError not_found when the file is gone, unavailable after much patience */
export interface Sheets {
  read(spreadsheetId: string, patience: Patience): Promise<CurrentWorkbook>;
  /** All of the plan or nothing of it. */
  apply(spreadsheetId: string, plan: Plan, patience: Patience): Promise<void>;
  /** The cells people see in a form's tab; undefined when the tab is gone. */
  readForm(spreadsheetId: string, tabKey: string, patience: Patience): Promise<FormCells | undefined>;
}

/** Loads Google's Sheets client when it is first needed. */
export function openSheets(access: GoogleAccess): Sheets {
  const client = once(async () => {
    const [{ sheets_v4: api }, auth] = await Promise.all([
      import('googleapis/build/src/apis/sheets/v4.js'),
      access.auth(),
    ]);
    return new api.Sheets({ auth, ...(access.rootUrl && { rootUrl: access.rootUrl }) });
  });
  const get = async (spreadsheetId: string, fields: string, patience: Patience) => {
    const sheets = await client();
    const { data } = await callGoogle('spreadsheet', patience, () =>
      sheets.spreadsheets.get({ spreadsheetId, fields }, CALL_OPTIONS),
    );
    return data;
  };
  return {
    read: async (spreadsheetId, patience) => currentOf(await get(spreadsheetId, CURRENT_FIELDS, patience)),
    readForm: async (spreadsheetId, tabKey, patience) =>
      formCellsOf(await get(spreadsheetId, FORM_FIELDS, patience), tabKey),
    apply: async (spreadsheetId, { requests }, patience) => {
      if (requests.length === 0) return;
      const sheets = await client();
      const requestBody = { requests } as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
      await callGoogle('spreadsheet', patience, () =>
        sheets.spreadsheets.batchUpdate(
          { spreadsheetId, requestBody, fields: 'spreadsheetId' },
          CALL_OPTIONS,
        ),
      );
    },
  };
}
