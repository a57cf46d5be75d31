import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, it } from 'vitest';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import type { RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { saveRegister } from '../../../functions/src/usecases/registers/save-register.ts';
import {
  campaignWithFields,
  formOf,
  praise,
  type Row,
  registrationRow,
} from '../registers/register-office.ts';
import type { PublishedCampaign } from './publishing-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

const { registration, learning, propagation, rapporteur } = REGISTERS;
let count = 0;
publishingOffice();

async function open(files: (code: string) => Record<string, string> = campaignWithFields) {
  const code = `REG${++count}`;
  const t = await office.campaign(code, files(code));
  t.at = new Date('2024-04-20T01:00:00Z');
  await t.move('2024-03', 'open');
  await provision(t.acting());
  await t.deliver();
  return t;
}

const save = (
  t: PublishedCampaign,
  declaration: RegisterDeclaration,
  rows: readonly Row[],
  unitId?: string,
) => saveRegister(t.acting(), declaration, { cells: formOf(declaration, rows), unitId });

describe('the registers in the workbooks', () => {
  it('stand there in their order, each with its header and its thirty free rows', async () => {
    const t = await open();
    expect(Object.keys(await t.look('unit:A'))).toEqual([
      'Phiếu 03-2024',
      'Đăng ký',
      'Nhân tố',
      'Bình chọn tại đơn vị',
      'Học tập',
      'Kết quả',
    ]);
    expect(Object.keys(await t.look('office'))).toEqual(
      expect.arrayContaining([
        'Tổng hợp đăng ký',
        'Theo dõi nhân tố',
        'Tuyên truyền',
        'Tổ chức học tập',
        'Câu lạc bộ',
        'CLB – thành viên',
        'CLB – sinh hoạt',
        'Báo cáo viên',
        'Báo cáo viên – buổi',
      ]),
    );
    const { data } = await client().spreadsheets.get({
      spreadsheetId: await t.spreadsheetId('unit:A'),
      ranges: ["'Đăng ký'!A4:L34"],
      fields: 'sheets(properties.gridProperties,data.rowData.values(formattedValue,dataValidation,note))',
    });
    const [tab] = data.sheets!;
    expect(tab!.properties!.gridProperties!.rowCount).toBeGreaterThanOrEqual(4 + 30);
    const rows = tab!.data![0]!.rowData!;
    expect(rows[0]!.values!.map(({ formattedValue }) => formattedValue)).toEqual(
      registration.columns.map(({ header }) => header),
    );
    const choices = (row: number, column: number) =>
      rows[row]!.values![column]!.dataValidation!.condition!.values!.map((each) => each.userEnteredValue);
    expect(choices(1, 1)).toEqual(['Tập thể', 'Cá nhân', 'Kế hoạch của đơn vị']);
    expect(choices(30, 4)).toEqual(['NN – Nông nghiệp', 'GD – Giáo dục']);
  });

  it('are not there in a campaign that names no fields', async () => {
    const t = await open((code) => {
      const files = campaignWithFields(code);
      const { fields: _, ...json } = JSON.parse(files['campaign.json']!);
      return { ...files, 'campaign.json': JSON.stringify(json) };
    });
    expect(Object.keys(await t.look('unit:A'))).toEqual(['Phiếu 03-2024', 'Kết quả']);
    expect(Object.keys(await t.look('summary'))).not.toContain('Đăng ký thi đua');
  });

  it('go from the sheet to the store and to everybody who looks, and come back when they are deleted', async () => {
    const t = await open();
    await type(t, 'unit:A', "'Đăng ký'!A5", [
      [
        'DK-AAAAAA',
        'Cá nhân',
        'Lê Văn Tám',
        'nông dân',
        'NN – Nông nghiệp',
        'Trồng dừa',
        '2 ha',
        '',
        '20/2/2024',
        'Đang phấn đấu',
      ],
      [
        'DK-BBBBBB',
        'Kế hoạch của đơn vị',
        'Kế hoạch 05',
        '',
        'GD',
        'Học',
        'Xong',
        '',
        '21/2/2024',
        'Đang phấn đấu',
      ],
      ['', 'Cá nhân', 'đang ghi dở'],
    ]);
    const sent = (await cellsOf(t, 'unit:A', 'Đăng ký')).values.slice(0, 6);
    await saveRegister(t.acting(), registration, { unitId: 'A', cells: { origin: 'A1', values: sent } });
    await t.deliver();
    expect((await cellsOf(t, 'unit:A', 'Đăng ký')).values[6]).toEqual([null, 'Cá nhân', 'đang ghi dở']);
    const tallies = (await t.look('office'))['Tổng hợp đăng ký']!;
    expect(tallies.slice(1, 3)).toEqual([
      ['Ngày 15/02/2024, số 05-KH/HU: Phát động cao điểm thi đua'],
      ['2 đơn vị chưa có kế hoạch: Xã Bảo Thạnh; Xã Châu Bình.'],
    ]);
    expect(tallies[4]!.slice(1, 8)).toEqual(['Xã An Bình', 'XA', 'Cụm 1', 'có', 0, 1, 0]);
    expect((await t.look('summary'))['Đăng ký thi đua']!.at(-1)).toEqual([
      'XA',
      'toàn đối tượng',
      3,
      1,
      2,
      0,
      1,
      0,
      0,
      0,
    ]);

    await client().spreadsheets.values.clear({
      spreadsheetId: await t.spreadsheetId('unit:A'),
      range: "'Đăng ký'!A5:L5",
    });
    await t.store.transact(async (transaction) => transaction.enqueue('unit:A', t.at));
    await t.deliver();
    const after = (await cellsOf(t, 'unit:A', 'Đăng ký')).values.slice(4);
    expect(after.map((row) => row[0] ?? null)).toEqual([null, 'DK-BBBBBB', null, 'DK-AAAAAA']);
    expect(after[3]).toEqual([
      'DK-AAAAAA',
      'Cá nhân',
      'Lê Văn Tám',
      'nông dân',
      'NN – Nông nghiệp',
      'Trồng dừa',
      '2 ha',
      null,
      45342,
      'Đang phấn đấu',
    ]);
  });

  it('write nothing where nothing changed', async () => {
    const t = await open();
    await save(t, registration, [registrationRow('DK-AAAAAA')], 'A');
    await t.deliver();
    for (const id of ['unit:A', 'office', 'summary'] as const)
      await t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
    office.local.calls.length = 0;
    await t.deliver();
    expect(office.local.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('offer every unit the exemplar that was made known, and show what became of it', async () => {
    const t = await open();
    await t.submit('2024-03', 'A', { C1: 8, C2: 'Có' });
    await t.submit('2024-03', 'B', { C1: 9, C2: 'Có' });
    for (const action of ['close', 'evaluate', 'publish'] as const) await t.move('2024-03', action);
    await praise(t.store, 'DH-2024-001', 'Xã An Bình', { total: 13_000_000, criteria: {} });
    await save(t, propagation, [
      { code: 'TT-AAAAAA', exemplar: 'DH-2024-001', title: 'Bài', channel: 'Báo', publishedOn: '20/4/2024' },
    ]);
    await save(t, registration, [registrationRow('DK-AAAAAA')], 'B');
    await save(t, rapporteur, [
      {
        code: 'BCV-AAAAAA',
        name: 'Chị Ba',
        exemplar: 'DH-2024-001',
        field: 'NN',
        topics: 'Dừa hữu cơ',
        fromOn: '20/4/2024',
      },
    ]);
    await t.deliver();
    expect(await offered(t, 'unit:B', 'Học tập', 'C10')).toEqual(['DH-2024-001 – Xã An Bình']);
    await save(
      t,
      learning,
      [
        {
          code: 'HT-AAAAAA',
          exemplar: 'DH-2024-001',
          commitment: 'Làm theo',
          startedOn: '20/4/2024',
          state: 'Đang học',
        },
      ],
      'B',
    );
    await t.deliver();
    expect((await t.look('unit:B'))['Học tập']![4]!.at(-1)).toBe(
      'Tháng 03/2024: bằng 107,69% mức của điển hình, đạt mức vượt qua',
    );
    expect((await t.look('office'))['Báo cáo viên']![4]!.at(-1)).toBe('1: Lê Văn Tám (Xã Bảo Thạnh)');
  });

  it('are closed and stay in the workbook of a unit that is gone', async () => {
    const t = await open((code) => ({
      ...campaignWithFields(code),
      'units.csv': `unit_id,name,track,cluster,valid_to,successor
A,Xã An Bình,XA,Cụm 1,2024-03-31,B
B,Xã Bảo Thạnh,XA,Cụm 1,,
C,Xã Châu Bình,XA,Cụm 1,,
`,
    }));
    await save(t, registration, [registrationRow('DK-AAAAAA')], 'A');
    await t.deliver();
    t.at = new Date('2024-05-20T01:00:00Z');
    await t.move('2024-04', 'open');
    await t.deliver();
    const { data } = await client().spreadsheets.get({
      spreadsheetId: await t.spreadsheetId('unit:A'),
      fields: 'sheets(properties.title,protectedRanges.range)',
    });
    const tab = data.sheets!.find(({ properties }) => properties!.title === 'Đăng ký')!;
    expect(tab.protectedRanges!.map(({ range }) => Object.keys(range!))).toEqual([['sheetId']]);
    expect((await t.look('unit:A'))['Đăng ký']![4]![2]).toBe('Lê Văn Tám');
  });
});

/** As one of the unit's people, whose entries Google reads as typed. */
const client = () => {
  const { url } = office.local;
  return new sheets_v4.Sheets({ rootUrl: url, headers: { authorization: 'Bearer functions@x.example' } });
};

async function type(
  t: PublishedCampaign,
  id: Parameters<PublishedCampaign['look']>[0],
  range: string,
  values: CellValue[][],
) {
  await client().spreadsheets.values.update({
    spreadsheetId: await t.spreadsheetId(id),
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values },
  });
}

/** A tab as the add-on sends it: from its first cell, unformatted. */
async function cellsOf(
  t: PublishedCampaign,
  id: Parameters<PublishedCampaign['look']>[0],
  tab: string,
): Promise<FormCells> {
  const values = (await t.look(id))[tab]!;
  return { origin: 'A1', values: values as FormCells['values'] };
}

async function offered(
  t: PublishedCampaign,
  id: Parameters<PublishedCampaign['look']>[0],
  tab: string,
  cell: string,
) {
  const { data } = await client().spreadsheets.get({
    spreadsheetId: await t.spreadsheetId(id),
    ranges: [`'${tab}'!${cell}`],
    fields: 'sheets.data.rowData.values.dataValidation',
  });
  const validation = data.sheets![0]!.data![0]!.rowData![0]!.values![0]!.dataValidation;
  return validation?.condition?.values?.map((each) => each.userEnteredValue);
}
