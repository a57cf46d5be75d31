import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import type { Issuer } from '../identity/issuer.ts';

/** Where the office's doors are. */
export interface OfficeAddress {
  readonly functionsUrl: string;
  readonly sheetsUrl: string;
  readonly audience: string;
  readonly campaign: string;
  readonly issuer: Pick<Issuer, 'issueIdToken' | 'accessTokenFor'>;
}

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

/** What every refusal looks like. */
export interface Refused {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly issues?: readonly { readonly code: string; readonly cell?: string; readonly message: string }[];
  };
}

/** Someone at work: calls the functions with their own token and edits sheets with their own account. */
export interface Person {
  readonly email: string;
  /** POSTs to a function, at a given moment of the sample's calendar. 4xx is an answer; 5xx throws. */
  ask<T>(door: string, body: Readonly<Record<string, unknown>>, at: Date): Promise<Reply<T>>;
  /** GETs from a function. */
  read<T>(door: string, query: Readonly<Record<string, string>>, at: Date): Promise<Reply<T>>;
  /** A tab's values as the add-on sends them. */
  readCells(spreadsheetId: string, tab: string): Promise<FormCells>;
  /** A tab as the eye sees it: every cell a text in its format. */
  readShown(spreadsheetId: string, tab: string): Promise<FormCells>;
  typeCells(spreadsheetId: string, edits: readonly { range: string; value: CellValue }[]): Promise<void>;
}

export async function personAt(office: OfficeAddress, email: string): Promise<Person> {
  const idToken = await office.issuer.issueIdToken({ email, audience: office.audience });
  const sheets = await sheetsOf(office, email);
  const send = async <T>(url: URL, at: Date, init: RequestInit): Promise<Reply<T>> => {
    const response = await fetch(url, {
      ...init,
      headers: {
        authorization: `Bearer ${idToken}`,
        'content-type': 'application/json',
        'accept-language': 'vi',
        'x-clock': at.toISOString(),
      },
    });
    const body = (await response.json()) as T;
    if (response.status >= 500) throw new Error(`${url.pathname} answered ${response.status}`);
    return { status: response.status, body };
  };
  const door = (name: string) => new URL(`/${name}`, office.functionsUrl);
  return {
    email,
    ask: (name, body, at) =>
      send(door(name), at, { method: 'POST', body: JSON.stringify({ campaign: office.campaign, ...body }) }),
    read: (name, query, at) => {
      const url = door(name);
      url.search = new URLSearchParams({ campaign: office.campaign, ...query }).toString();
      return send(url, at, { method: 'GET' });
    },
    readCells: (spreadsheetId, tab) => readTab(sheets, spreadsheetId, tab, 'UNFORMATTED_VALUE'),
    readShown: (spreadsheetId, tab) => readTab(sheets, spreadsheetId, tab, 'FORMATTED_VALUE'),
    async typeCells(spreadsheetId, edits) {
      await sheets.spreadsheets.values.batchUpdate({
        spreadsheetId,
        requestBody: {
          valueInputOption: 'USER_ENTERED',
          data: edits.map(({ range, value }) => ({ range, values: [[value ?? '']] })),
        },
      });
    },
  };
}

async function readTab(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  tab: string,
  valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE',
): Promise<FormCells> {
  const { data } = await sheets.spreadsheets.values.get({
    spreadsheetId,
    range: quoteTab(tab),
    valueRenderOption,
  });
  return { origin: 'A1', values: (data.values ?? []) as CellValue[][] };
}

/** A tab's title as A1 notation wants it. */
export const quoteTab = (title: string): string => `'${title.replaceAll("'", "''")}'`;

async function sheetsOf(office: OfficeAddress, email: string): Promise<sheets_v4.Sheets> {
  const [{ sheets }, { OAuth2Client }] = await Promise.all([
    import('googleapis/build/src/apis/sheets/index.js'),
    import('google-auth-library'),
  ]);
  const auth = new OAuth2Client();
  auth.setCredentials({
    access_token: await office.issuer.accessTokenFor(email),
    expiry_date: Date.now() + 3_000_000,
  });
  return sheets({ version: 'v4', auth, rootUrl: `${office.sheetsUrl}/` });
}
