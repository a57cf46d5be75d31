import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICER } from '../../http/small-campaign.ts';
import { type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import { AddOnWindow } from '../add-on-window.ts';
import { type Counted, countActions, total } from '../counted-actions.ts';

const ROWS = 500;
let addOn: AddOnOffice;
let counted: readonly Counted[];

beforeAll(async () => {
  addOn = await startAddOnOffice();
  const office = [
    'Theo dõi nộp phiếu',
    'Thẩm định',
    'Xem trước thay đổi',
    'Nhắc việc',
    'Nhật ký',
    'Ban hành quyết định',
  ];
  counted = await countActions(addOn, 'CALLS', { rows: ROWS, office });
});
afterAll(() => addOn.stop());

const callsIn = (workbook: Counted['workbook']): Record<string, number> =>
  Object.fromEntries(
    counted.filter((one) => one.workbook === workbook).map(({ action, calls }) => [action, total(calls)]),
  );

/** Each costs a round trip in Apps Script: at most three for a check, five for sending a form. */
describe('calls of the spreadsheet service', () => {
  it('are three for a form that is right, and a handful however much is wrong or written', () => {
    expect(callsIn('unit')).toEqual({
      'the workbook is opened': 1,
      'nothing: an empty call': 0,
      'check, the first after opening': 3,
      'check, all right': 3,
      'check, every answer wrong': 8,
      'check, the same again': 6,
      'a wrong cell is pressed': 1,
      'check, mended': 8,
      'submit, the question': 3,
      'submit, sent': 3,
      result: 0,
      [`register of ${ROWS} new rows, the question`]: 4,
      [`register of ${ROWS} new rows, sent`]: 6,
      [`register of ${ROWS} kept rows`]: 4,
    });
  });

  it('are none where the office only asks the functions, and two a tab where tabs are read', () => {
    expect(callsIn('office')).toEqual({
      'the workbook is opened': 1,
      'Theo dõi nộp phiếu': 0,
      'Thẩm định': 5,
      'Xem trước thay đổi': 12,
      'Nhắc việc': 2,
      'Nhật ký': 0,
      'Ban hành quyết định': 0,
    });
  });

  it('leave one wait for the functions where nothing is sent', () => {
    const waitsOf = (start: string) =>
      counted
        .filter(({ action }) => action.startsWith(start))
        .map(({ asked }) => asked.filter(({ operation }) => operation === 'fetch').length);
    expect(waitsOf('check, ')).toEqual([1, 1, 1, 1, 1]);
    expect(waitsOf('submit, ')).toEqual([1, 2]);
    expect(waitsOf('register of')).toEqual([1, 2, 1]);
    expect([...waitsOf('Nhật ký'), ...waitsOf('Ban hành quyết định')]).toEqual([1, 1]);
  });

  it('ask anew what a workbook is when it is opened, and a copy what it is itself', async () => {
    const t = await addOn.campaign('REOPENED');
    await t.post('/provision');
    await t.deliver();
    const months = await t.open(OFFICER, 'office');
    await months.choose('Chốt tháng');
    expect(total(months.calls)).toBe(0);
    await t.change('office', {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: 'dien-hinh.workbook' } }],
        developerMetadata: { metadataValue: 'office;week' },
        fields: 'metadataValue',
      },
    });
    const weeks = await t.open(OFFICER, 'office');
    expect(weeks.labels).toContain('Chốt tuần');
    expect((await weeks.choose('Chốt tuần')).title).toBe('Chốt tuần');

    const { drive } = await addOn.as('functions@x.example');
    const { data } = await drive.files.copy({ fileId: await t.idOf('office'), requestBody: {} });
    const copy = new AddOnWindow(addOn.host, { person: 'functions@x.example', spreadsheetId: data.id! });
    await copy.ask({ do: 'tracking' });
    expect(copy.calls).toEqual({ 'Spreadsheet.getDeveloperMetadata': 1 });
  });

  it('lead to what people asked for', () => {
    const saidAfter = (action: string) => counted.find((one) => one.action === action)?.said;
    expect(saidAfter('check, all right')).toContain('Phiếu đúng quy định, có thể nộp.');
    expect(saidAfter('check, every answer wrong')).toContain('14');
    expect(saidAfter('submit, sent')).toContain('Đã nhận phiếu.');
    expect(saidAfter(`register of ${ROWS} new rows, sent`)).toContain(`Đã gửi: ${ROWS} dòng mới.`);
    expect(saidAfter(`register of ${ROWS} kept rows`)).toContain('mọi dòng đã được gửi');
  });
});
