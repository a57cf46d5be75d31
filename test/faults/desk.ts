import { OAuth2Client } from 'google-auth-library';
import type { GoogleAccess } from '../../functions/src/adapters/google-client.ts';
import { openSheets, type Sheets } from '../../functions/src/adapters/sheets/open-sheets.ts';
import type { CurrentWorkbook } from '../../functions/src/domain/publishing/current.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { PATIENT } from '../adapters/local-google.ts';
import type { FaultyOffice } from './office.ts';

/** The workbooks as they stand, past every door. */
export interface Desk {
  read(id: WorkbookId): Promise<CurrentWorkbook>;
  /** Types answers into a unit's form of the period, in the order of its rows. */
  fill(unitId: string, period: string, answers: readonly (string | number)[]): Promise<void>;
  /** Every file in Drive that is the campaign's: who can open it besides the functions. */
  files(campaign: string): Promise<readonly DeskFile[]>;
}

export interface DeskFile {
  readonly id: string;
  readonly workbook: string;
  readonly people: readonly string[];
}

const FUNCTIONS = 'functions@x.example';

export function openDesk(office: FaultyOffice, store: Store): Desk {
  const access: GoogleAccess = {
    rootUrl: office.sheetsUrl,
    auth: async () => {
      const client = new OAuth2Client();
      client.setCredentials({ access_token: await accessToken(office) });
      return client;
    },
    account: async () => FUNCTIONS,
  };
  const sheets: Sheets = openSheets(access);
  const idOf = async (id: WorkbookId) => (await store.workbook(id))!.spreadsheetId;
  const read = async (id: WorkbookId) => sheets.read(await idOf(id), PATIENT);
  return {
    read,
    async fill(unitId, period, answers) {
      const { tabs } = await read(`unit:${unitId}`);
      const { sheetId } = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${period}`))!;
      const value = (answer: string | number) =>
        typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer };
      const rows = answers.map((answer) => ({ values: [{ userEnteredValue: value(answer) }] }));
      const start = { sheetId, rowIndex: 3, columnIndex: 6 };
      const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
      await sheets.apply(await idOf(`unit:${unitId}`), { requests }, PATIENT);
    },
    async files(campaign) {
      const q = `appProperties has { key='dienHinhCampaign' and value='${campaign}' } and trashed = false`;
      const fields = 'files(id,appProperties,permissions(emailAddress,role))';
      const search = new URLSearchParams({ q, fields, pageSize: '100' });
      const headers = { Authorization: `Bearer ${await accessToken(office)}` };
      const answer = await fetch(`${office.sheetsUrl}/drive/v3/files?${search}`, { headers });
      const { files } = (await answer.json()) as { files: DriveFile[] };
      return files.map(({ id, appProperties, permissions }) => ({
        id,
        workbook: appProperties.dienHinhWorkbook!,
        people: permissions.map(({ emailAddress }) => emailAddress).filter((email) => email !== FUNCTIONS),
      }));
    },
  };
}

interface DriveFile {
  readonly id: string;
  readonly appProperties: Readonly<Record<string, string>>;
  readonly permissions: readonly { readonly emailAddress: string }[];
}

/** Of the functions' own account, as their metadata server gives it. */
async function accessToken({ identity }: FaultyOffice): Promise<string> {
  const url = `${identity.url}/computeMetadata/v1/instance/service-accounts/default/token`;
  const answer = await fetch(url, { headers: { 'Metadata-Flavor': 'Google' } });
  return ((await answer.json()) as { access_token: string }).access_token;
}
