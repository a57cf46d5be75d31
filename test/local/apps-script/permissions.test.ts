import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAppsScriptHost } from '../../../local/apps-script/host.ts';
import {
  OWNER,
  RecordingWindow,
  returned,
  runScript,
  SCOPES,
  type ScriptOffice,
  startScriptOffice,
  writeBundle,
} from './run-script.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const CODE = `
const words = (run) => { try { return run(); } catch (error) { return error.name + ': ' + error.message; } };
function everything() {
  return {
    fetch: words(() => UrlFetchApp.fetch('https://example.com/allowed/')),
    fetchAll: words(() => UrlFetchApp.fetchAll([])),
    alert: words(() => String(SpreadsheetApp.getUi().alert('x'))),
    prompt: words(() => String(SpreadsheetApp.getUi().prompt('x'))),
    sidebar: words(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))),
    dialog: words(() => SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 'x')),
    sheet: words(() => SpreadsheetApp.getActiveSpreadsheet().getName()),
    user: words(() => Session.getActiveUser().getEmail()),
    token: words(() => ScriptApp.getIdentityToken() && 'token'),
    property: words(() => PropertiesService.getScriptProperties().getProperty('BACKEND_URL')),
  };
}
function onOpen(e) {
  const found = everything();
  Object.assign(found, { mode: e.authMode === ScriptApp.AuthMode.LIMITED, source: e.source.getId(), eventUser: e.user.getEmail() });
  PropertiesService.getDocumentProperties().setProperty('found', JSON.stringify(found));
}
function onEdit(e) {
  e.range.setNote([e.range.getA1Notation(), e.range.getSheet().getSheetId(), e.value, e.oldValue, e.authMode].join(' '));
}
function found() { return JSON.parse(PropertiesService.getDocumentProperties().getProperty('found')); }
function claims() { return ScriptApp.getIdentityToken(); }
function session() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone(), Session.getActiveUserLocale()]; }
`;

describe('what a script may', () => {
  let office: ScriptOffice;
  let book: string;
  beforeAll(async () => {
    office = await startScriptOffice();
    book = await office.newBook();
  });
  afterAll(() => office.end());

  it('in a simple trigger is to look at its spreadsheet, and nothing that needs consent', async () => {
    const host = await office.openCode(CODE, {}, { scriptProperties: { BACKEND_URL: 'http://127.0.0.1:1' } });
    const window = new RecordingWindow();
    expect(
      await host.run({ person: OWNER, spreadsheetId: book, functionName: 'onOpen', kind: 'open', window }),
    ).toMatchObject({ ok: true });
    const denied = (method: string, scope: string) =>
      `Exception: You do not have permission to call ${method}. Required permissions: ${AUTH}${scope}`;
    expect(await returned(host, book, { functionName: 'found' })).toEqual({
      fetch: denied('UrlFetchApp.fetch', 'script.external_request'),
      fetchAll: denied('UrlFetchApp.fetchAll', 'script.external_request'),
      alert: 'Exception: You do not have permission to call Ui.alert.',
      prompt: 'Exception: You do not have permission to call Ui.prompt.',
      sidebar: denied('Ui.showSidebar', 'script.container.ui'),
      dialog: denied('Ui.showModalDialog', 'script.container.ui'),
      sheet: 'Sổ thi đua',
      user: '',
      token: null,
      property: 'http://127.0.0.1:1',
      mode: true,
      source: book,
      eventUser: '',
    });
    expect(window).toMatchObject({ effects: [], questions: [] });
  });

  it('do in onEdit is told by the event', async () => {
    const host = await office.openCode(CODE);
    const event = { sheetId: 0, range: 'B2', value: '5', oldValue: '4' };
    const order = { person: OWNER, spreadsheetId: book, window: new RecordingWindow() };
    expect(await host.run({ ...order, functionName: 'onEdit', kind: 'edit', event })).toMatchObject({
      ok: true,
      calls: { 'Range.setNote': 1 },
    });
    const { data } = await (await office.as(OWNER)).sheets.spreadsheets.get({
      spreadsheetId: book,
      ranges: ['B2'],
      fields: 'sheets.data.rowData.values.note',
    });
    expect(data.sheets![0]!.data![0]!.rowData![0]!.values![0]!.note).toBe('B2 0 5 4 LIMITED');
  });

  it('ends a simple trigger at its own limit', async () => {
    const host = await office.openCode(
      'function onOpen() { for (;;); }',
      {},
      { limits: { simpleTriggerMs: 100 } },
    );
    const order = { person: OWNER, spreadsheetId: book, window: new RecordingWindow() };
    expect(await host.run({ ...order, functionName: 'onOpen', kind: 'open' })).toMatchObject({
      message: 'Exceeded maximum execution time',
    });
  });

  it('needs a scope in the manifest', async () => {
    const host = await office.openCode(CODE, { manifest: { oauthScopes: [] } });
    const missing = (method: string, scope: string) =>
      `Exception: Specified permissions are not sufficient to call ${method}. Required permissions: ${scope}`;
    const window = new RecordingWindow().answer({ button: 'OK' }, { button: 'OK' });
    expect(await returned(host, book, { functionName: 'everything', window })).toMatchObject({
      fetch: missing('UrlFetchApp.fetch', `${AUTH}script.external_request`),
      sidebar: missing('Ui.showSidebar', `${AUTH}script.container.ui`),
      sheet: missing(
        'SpreadsheetApp.getActiveSpreadsheet',
        `(${AUTH}spreadsheets.currentonly || ${AUTH}spreadsheets)`,
      ),
      user: missing('Session.getActiveUser', `${AUTH}userinfo.email`),
      token: null,
    });
  });

  it('know of the person is who they are, by a token that the functions verify', async () => {
    const host = await office.openCode(CODE, {}, { audience: 'khách' });
    const token = (await returned(host, book, { functionName: 'claims', person: 'an@ben-tre.vn' })) as string;
    expect(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())).toMatchObject({
      aud: 'khách',
      email: 'an@ben-tre.vn',
      email_verified: true,
    });
    expect(await returned(host, book, { functionName: 'session', person: 'an@ben-tre.vn' })).toEqual([
      ...['an@ben-tre.vn', 'an@ben-tre.vn', 'Asia/Ho_Chi_Minh', 'vi'],
    ]);
  });

  it.each([
    [
      'an unknown scope',
      { oauthScopes: [...SCOPES, `${AUTH}drive`] },
      `the scope "${AUTH}drive" is not known here`,
    ],
    ['no scopes', { oauthScopes: undefined }, 'oauthScopes must be listed'],
    ['another runtime', { runtimeVersion: 'DEPRECATED_ES5' }, 'runtimeVersion must be "V8"'],
    ['no runtime', { runtimeVersion: undefined }, 'runtimeVersion must be "V8"'],
    ['no time zone', { timeZone: undefined }, 'timeZone must be a time zone'],
    ['an unknown key', { webapp: {} }, '"webapp" is not known here'],
    ['libraries', { dependencies: { libraries: [{}] } }, 'dependencies'],
    ['a prefix without https', { urlFetchWhitelist: ['http://example.com/'] }, 'must be https://'],
    ['a prefix without a path', { urlFetchWhitelist: ['https://example.com'] }, 'must be https://'],
  ])('be opened is not a bundle with %s', async (_, manifest, words) => {
    await expect(office.openCode(CODE, { manifest })).rejects.toThrow(words);
  });

  it('be opened is not a bundle with code that does not compile, or with other files', async () => {
    await expect(office.openCode('function (')).rejects.toThrow(SyntaxError);
    const dir = await writeBundle(join(office.dir, 'more'), CODE);
    await writeFile(join(dir, 'them.gs'), '');
    expect(() => office.open(dir)).toThrow('"them.gs" is neither a script (.js) nor appsscript.json');
    expect(() => openAppsScriptHost({ bundleDir: join(office.dir, 'không có') } as never)).toThrow('ENOENT');
  });

  it('do at once is thirty runs for one person', async () => {
    const host = await office.openCode(
      'function wait() { Utilities.sleep(60000); } function one() { return 1; }',
    );
    const runs = Array.from({ length: 30 }, () => runScript(host, book, { functionName: 'wait' }));
    expect(await runScript(host, book, { functionName: 'one' })).toMatchObject({
      message: 'There are too many scripts running simultaneously for this Google user account.',
    });
    expect(await returned(host, book, { functionName: 'one', person: 'an@ben-tre.vn' })).toBe(1);
    await host.close();
    await Promise.all(runs);
  });
});
