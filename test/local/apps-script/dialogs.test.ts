import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppsScriptHost } from '../../../local/apps-script/host.ts';
import { until } from '../../support/until.ts';
import { RecordingWindow, returned, runScript, type ScriptOffice, startScriptOffice } from './run-script.ts';

const CODE = `
const ui = SpreadsheetApp.getUi();
function ask() {
  const button = ui.alert('Nộp phiếu', 'Bạn chắc chắn nộp?', ui.ButtonSet.YES_NO);
  const reason = ui.prompt('Mở lại tháng', 'Lý do?', ui.ButtonSet.OK_CANCEL);
  ui.alert('Xong');
  return [button === ui.Button.YES, String(button), reason.getSelectedButton() === ui.Button.OK, reason.getResponseText()];
}
function show() {
  ui.showSidebar(HtmlService.createHtmlOutput('<p>Phiếu</p>').setTitle('Thi đua'));
  ui.showModalDialog(HtmlService.createHtmlOutput('<p>a</p>').setWidth(400).setHeight(300), 'Chọn tháng');
  ui.showModelessDialog(HtmlService.createHtmlOutput('<p>b</p>'), 'Trợ giúp');
  SpreadsheetApp.getActive().toast('Đã nộp', 'Thi đua', 3);
  SpreadsheetApp.getActive().toast('Đã nộp');
}
function wrong() { ui.showSidebar('<p>Phiếu</p>'); }
function holdAndAsk() {
  const lock = LockService.getScriptLock();
  const taken = lock.tryLock(0);
  ui.alert('chờ');
  return [taken, lock.hasLock(), lock.tryLock(0)];
}
`;

describe("a script's dialogs", () => {
  let office: ScriptOffice;
  let host: AppsScriptHost;
  let book: string;
  beforeAll(async () => {
    office = await startScriptOffice();
    book = await office.newBook();
    host = await office.openCode(CODE);
  });
  afterAll(() => office.end());

  it('wait for their answers', async () => {
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const window = new RecordingWindow().answer(
      async () => {
        await asked;
        return { button: 'YES' };
      },
      { button: 'OK', text: 'Sai số liệu' },
      { button: 'CLOSE' },
    );
    const running = returned(host, book, { functionName: 'ask', window });
    await returned(host, book, { functionName: 'show' });
    await until('the script asks', () => window.questions.length === 1);
    release();
    expect(await running).toEqual([true, 'YES', true, 'Sai số liệu']);
    expect(window.questions).toEqual([
      { kind: 'alert', title: 'Nộp phiếu', prompt: 'Bạn chắc chắn nộp?', buttons: 'YES_NO' },
      { kind: 'prompt', title: 'Mở lại tháng', prompt: 'Lý do?', buttons: 'OK_CANCEL' },
      { kind: 'alert', prompt: 'Xong', buttons: 'OK' },
    ]);
  });

  it('fail when the window goes away, and end at the limit when nobody answers', async () => {
    expect(await runScript(host, book, { functionName: 'ask' })).toMatchObject({
      ok: false,
      name: 'Exception',
      message: 'The window was closed while the script waited for an answer.',
    });
    const short = await office.openCode(CODE, {}, { limits: { runMs: 200 } });
    const window = new RecordingWindow().answer(() => new Promise(() => {}));
    expect(await runScript(short, book, { functionName: 'ask', window })).toMatchObject({
      message: 'Exceeded maximum execution time',
    });
  });

  it('show pages and messages in the order the script shows them', async () => {
    const window = new RecordingWindow();
    await returned(host, book, { functionName: 'show', window });
    expect(window.effects).toEqual([
      { kind: 'sidebar', title: 'Thi đua', html: '<p>Phiếu</p>' },
      { kind: 'dialog', title: 'Chọn tháng', html: '<p>a</p>', width: 400, height: 300, modal: true },
      { kind: 'dialog', title: 'Trợ giúp', html: '<p>b</p>', modal: false },
      { kind: 'toast', message: 'Đã nộp', title: 'Thi đua', seconds: 3 },
      { kind: 'toast', message: 'Đã nộp', seconds: 5 },
    ]);
    expect(await runScript(host, book, { functionName: 'wrong' })).toMatchObject({
      message: "The parameters don't match the method signature for Ui.showSidebar.",
    });
  });

  it('let go of locks, as in Apps Script', async () => {
    const window = new RecordingWindow().answer({ button: 'OK' });
    expect(await returned(host, book, { functionName: 'holdAndAsk', window })).toEqual([true, false, true]);
  });
});
