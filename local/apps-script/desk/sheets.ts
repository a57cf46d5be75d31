import type { SheetsRequest } from '../services/spreadsheet/sheets-api.ts';
import type { RunUnderWay } from './desk.ts';
import { ScriptFailure } from './script-failure.ts';

/** Sends one request to the Sheets server in the person's name, so that what they may do is the server's to say. */
export async function askSheets(run: RunUnderWay, request: SheetsRequest): Promise<unknown> {
  const { label, method, path, body } = request;
  const { options, order, calls, ended } = run;
  calls[label] = (calls[label] ?? 0) + 1;
  const response = await fetch(options.sheetsUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(run)}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: ended,
  }).catch(() => {
    throw failed(order.spreadsheetId);
  });
  const answer = (await response.json().catch(() => undefined)) as
    | { error?: { message?: string } }
    | undefined;
  if (response.ok && answer !== undefined) return answer;
  throw translate(response.status, answer?.error?.message ?? '', order.spreadsheetId);
}

const tokens = new WeakMap<RunUnderWay, Promise<string>>();

function tokenOf(run: RunUnderWay): Promise<string> {
  const known = tokens.get(run) ?? run.options.issuer.accessTokenFor(run.order.person);
  tokens.set(run, known);
  return known;
}

const failed = (id: string) =>
  new ScriptFailure(`Service Spreadsheets failed while accessing document with id ${id}.`);

/** The API's refusals in the words of Apps Script. */
function translate(status: number, message: string, id: string): ScriptFailure {
  if (status === 501) return new ScriptFailure(message, 'Error'); // our server's, by name
  if (status === 401 || status === 403)
    return new ScriptFailure('You do not have permission to access the requested document.');
  if (status === 404)
    return new ScriptFailure(
      `Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`,
    );
  if (status === 400) return new ScriptFailure(message.replace(/^Invalid \w+\[\d+\](\.\w+)?: /, ''));
  return failed(id);
}
