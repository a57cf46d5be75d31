import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { SETUP_FORMS, type SetupFormId } from '../../functions/src/domain/setup/setup-forms.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { sheetsOf } from '../campaign-files/setup-sheets.ts';
import { COUNCIL, campaignFiles, EDITOR_A, filledForm, LEADER, NOBODY, OFFICER } from './small-campaign.ts';
import { ADMIN, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03';
const AT = '2024-03-20T03:00:00.000Z';

let office: TestOffice;
let client: Awaited<ReturnType<typeof openFirestore>>;
beforeAll(async () => {
  office = await startTestOffice();
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

type Edits = Readonly<Record<string, CellValue>>;

interface Desk {
  readonly store: Store;
  post(path: string, as: string, body?: object): Promise<Reply>;
  /** The tab as it shows what is stored, with some cells written over: `{'2:name': 'Xã Mới'}`, rows from 1. */
  tab(id: SetupFormId, edits?: Edits): Promise<FormCells>;
  move(action: string, parts?: object): Promise<Reply>;
}

/** March is open, with a form of each unit: A 8 + 5, B 9, C 10. */
async function openMarch(code: string): Promise<Desk> {
  const store = openStore(client, code);
  const desk: Desk = {
    store,
    post: (path, as, body = {}) => office.call(path, { as, body: { campaign: code, ...body }, at: AT }),
    async tab(id, edits = {}) {
      const setup = (await store.setup())!;
      const sheets = sheetsOf({ campaign: setup.campaign, members: await store.members() });
      const values = sheets[id].values.map((row) => [...row]);
      for (const [address, value] of Object.entries(edits)) {
        const [row = '', key] = address.split(':');
        values[Number(row) + 1] ??= [];
        const column = SETUP_FORMS[id].columns.findIndex((each) => each.key === key);
        for (let i = 0; i < column; i++) values[Number(row) + 1]![i] ??= null;
        values[Number(row) + 1]![column] = value;
      }
      return { origin: 'A1', values };
    },
    move: (action, parts = {}) => desk.post('/move-period', OFFICER, { period: MARCH, action, ...parts }),
  };
  expect((await desk.post('/load-campaign', ADMIN, { files: campaignFiles(code) })).status).toBe(200);
  await desk.move('open');
  const answers = { A: { C1: 8, C2: 'Có' }, B: { C1: 9, C2: 'Không' }, C: { C1: 10, C2: 'Không' } };
  for (const [unitId, each] of Object.entries(answers)) {
    const body = { period: MARCH, unitId, cells: filledForm(each) };
    expect((await desk.post('/submit-form', OFFICER, body)).status).toBe(200);
  }
  return desk;
}

/** Everything that is stored and could have been changed. */
async function stored(store: Store): Promise<object> {
  const [setup, members, periods, log, pending] = await Promise.all([
    store.setup(),
    store.members(),
    store.periods(),
    store.log(100),
    store.pendingOutboxCount(),
  ]);
  return { setup, members, periods, log, pending };
}

describe('a preview of another configuration', () => {
  it('says what the current month would look like, and keeps nothing', async () => {
    const desk = await openMarch('PREVIEW');
    const before = await stored(desk.store);
    // The yes-or-no criterion is worth half a point from now on, so that C leads and A is last.
    const criteria = await desk.tab('criteria', { '2:max_points': 0.5 });
    const members = await desk.tab('members', { '8:email': 'moi@x.example', '8:roles': 'lãnh đạo' });
    const { status, body } = await desk.post('/preview-campaign', OFFICER, { cells: { criteria, members } });
    expect([status, body.refused, body.changed, body.maySave]).toEqual([200, [], true, false]);
    expect(body.lines).toEqual([
      'Tháng 03/2024 (tạm tính với 3 phiếu): 3 đơn vị đổi hạng, 1 đơn vị đổi điểm.',
      'Xã An Bình: hạng 1 → 3; điểm 13 → 8,5.',
      'Xã Châu Bình: hạng 2 → 1.',
      'Xã Bảo Thạnh: hạng 3 → 2.',
      'Tiêu chí: đổi 1 (C2 – Có kế hoạch).',
      'Thành viên: thêm 1 (moi@x.example).',
    ]);
    expect(body.month).toEqual({
      period: MARCH,
      state: 'open',
      forms: 3,
      counts: { place: 3, grade: 0, recognition: 0, points: 1, comes: 0, goes: 0 },
      units: [
        {
          unitId: 'A',
          name: 'Xã An Bình',
          before: { place: 1, total: '13', recognitions: [] },
          after: { place: 3, total: '8.5', recognitions: [] },
        },
        {
          unitId: 'C',
          name: 'Xã Châu Bình',
          before: { place: 2, total: '10', recognitions: [] },
          after: { place: 1, total: '10', recognitions: [] },
        },
        {
          unitId: 'B',
          name: 'Xã Bảo Thạnh',
          before: { place: 3, total: '9', recognitions: [] },
          after: { place: 2, total: '9', recognitions: [] },
        },
      ],
      more: 0,
    });
    expect(await stored(desk.store)).toEqual(before);
  });

  it('tells of thresholds, of units that come and go, and warns of what is deleted', async () => {
    const desk = await openMarch('GRADES');
    const rows = (await desk.tab('settings')).values.length - 1;
    const settings = await desk.tab('settings', {
      [`${rows}:section`]: 'Xếp loại',
      [`${rows}:code`]: 'TOT',
      [`${rows}:key`]: 'Tên',
      [`${rows}:value`]: 'Tốt',
      [`${rows + 1}:section`]: 'Xếp loại',
      [`${rows + 1}:code`]: 'TOT',
      [`${rows + 1}:key`]: 'Từ điểm',
      [`${rows + 1}:value`]: '10',
      [`${rows + 2}:section`]: 'Xếp loại',
      [`${rows + 2}:code`]: 'CHUA',
      [`${rows + 2}:key`]: 'Tên',
      [`${rows + 2}:value`]: 'Chưa tốt',
    });
    const units = await desk.tab('units');
    const withoutC = { ...units, values: units.values.filter(([id]) => id !== 'C') };
    const { body } = await desk.post('/preview-campaign', ADMIN, { cells: { settings, units: withoutC } });
    expect([body.refused, body.maySave]).toEqual([[], true]);
    expect(body.lines).toEqual([
      'Tháng 03/2024 (tạm tính với 3 phiếu): 1 đơn vị đổi hạng, 2 đơn vị đổi xếp loại, 1 đơn vị ra khỏi danh sách.',
      'Xã Châu Bình: ra khỏi danh sách (hạng 2).',
      'Xã Bảo Thạnh: hạng 3 → 2; xếp loại không → Chưa tốt.',
      'Xã An Bình: xếp loại không → Tốt.',
      'Đơn vị: bỏ 1 (C – Xã Châu Bình).',
      'Thiết lập: Xếp loại (3 dòng).',
      'Lưu ý: đơn vị bị xóa hẳn khỏi mọi kỳ chưa đánh giá. Nếu chỉ thôi từ một ngày, hãy giữ dòng và ghi “Đến ngày”.',
    ]);
  });

  it('says of a month that is evaluated that it keeps its result', async () => {
    const desk = await openMarch('EVALUATED');
    await desk.move('close');
    await desk.move('evaluate');
    const criteria = await desk.tab('criteria', { '2:max_points': 6 });
    const { body } = await desk.post('/preview-campaign', OFFICER, { cells: { criteria } });
    expect(body.lines).toEqual([
      'Tháng 03/2024 (đã đánh giá; đây là nếu mở lại và đánh giá lại, 3 phiếu): 1 đơn vị đổi điểm.',
      'Xã An Bình: điểm 13 → 14.',
      'Tiêu chí: đổi 1 (C2 – Có kế hoạch).',
      'Các kỳ đã đánh giá giữ nguyên kết quả theo cấu hình cũ; muốn tính lại phải mở lại kỳ và nêu lý do.',
    ]);
    const same = await desk.post('/preview-campaign', OFFICER, {
      cells: { criteria: await desk.tab('criteria') },
    });
    expect([same.body.changed, same.body.lines]).toEqual([
      false,
      ['Không có gì khác với cấu hình đang dùng.'],
    ]);
  });

  it('tells what is refused, each with its tab and cell', async () => {
    const desk = await openMarch('REFUSED');
    const calendar = (await desk.tab('settings')).values.findIndex((row) => row[3] === 'Kỳ') - 1;
    const cells = {
      settings: await desk.tab('settings', { [`${calendar}:value`]: 'tuần' }),
      members: await desk.tab('members', { '2:roles': 'lãnh đạo' }),
    };
    const { status, body } = await desk.post('/preview-campaign', OFFICER, { cells });
    expect([status, body.changed, body.lines]).toEqual([200, false, []]);
    expect(body.refused).toEqual([
      {
        code: 'settings_inconsistent',
        tab: 'members',
        cell: 'A2',
        message:
          'Tab “Thành viên”, ô A2: phải có ít nhất một quản trị viên, nếu không sẽ không ai lưu cấu hình được nữa. Hãy thêm vai trò “quản trị viên” cho một thành viên.',
      },
      {
        code: 'period_lost',
        tab: 'settings',
        cell: expect.stringMatching(/^D\d+$/),
        column: 'Khóa',
        message: expect.stringContaining('tháng 03/2024 đã được mở mà lịch mới không còn kỳ này'),
      },
    ]);
    const saved = await desk.post('/load-campaign', ADMIN, { cells });
    expect([saved.status, saved.body.error.issues]).toEqual([422, body.refused]);
  });

  it('is for officers and admins, in the office’s own workbook', async () => {
    const desk = await openMarch('WHO');
    for (const who of [EDITOR_A, LEADER, COUNCIL, NOBODY])
      expect((await desk.post('/preview-campaign', who, { cells: {} })).status).toBe(403);
    const copy = { cells: {}, spreadsheetId: 'a-copy-of-the-office' };
    expect((await desk.post('/preview-campaign', OFFICER, copy)).body.error.code).toBe('workbook_unknown');
    expect((await desk.post('/load-campaign', ADMIN, copy)).body.error.code).toBe('workbook_unknown');
    expect((await desk.post('/preview-campaign', OFFICER)).body.error.code).toBe('malformed');
  });
});

describe('saving the forms of the configuration', () => {
  it('is a new version of it, logged, for an admin alone', async () => {
    const desk = await openMarch('SAVE');
    const cells = {
      units: await desk.tab('units', { '2:name': 'Xã Đổi Tên', '2:valid_from': '01/03/2024' }),
    };
    expect((await desk.post('/load-campaign', OFFICER, { cells })).status).toBe(403);
    const { basis } = (await desk.post('/preview-campaign', OFFICER, { cells })).body;
    const saved = await desk.post('/load-campaign', ADMIN, { cells, basis });
    expect(saved.body).toEqual({
      campaign: 'SAVE',
      version: 2,
      changed: true,
      units: 3,
      criteria: 2,
      members: 7,
    });
    const { campaign, version } = (await desk.store.setup())!;
    const files = campaignFiles('SAVE');
    const units = files['units.csv']!.replace('B,Xã Bảo Thạnh,XA,Cụm 1', 'B,Xã Đổi Tên,XA,Cụm 1,2024-03-01');
    const expected = parseCampaignFiles({
      ...files,
      'units.csv': units.replace('cluster\n', 'cluster,valid_from\n'),
    });
    expect([version, { ok: true, value: { campaign, members: expect.anything() } }]).toEqual([2, expected]);
    const [entry] = await desk.store.log(1);
    expect(entry).toMatchObject({ action: 'campaign_loaded', by: ADMIN, details: { version: 2 } });
  });

  it('sent again changes nothing, and over somebody else’s changes is refused', async () => {
    const desk = await openMarch('TWICE');
    const { basis } = (await desk.post('/preview-campaign', ADMIN, { cells: {} })).body;
    const cells = { units: await desk.tab('units', { '2:name': 'Xã Một' }) };
    const stale = { units: await desk.tab('units', { '3:name': 'Xã Hai' }) };
    expect((await desk.post('/load-campaign', ADMIN, { cells, basis })).body.version).toBe(2);
    expect((await desk.post('/load-campaign', ADMIN, { cells, basis })).body).toMatchObject({
      version: 2,
      changed: false,
    });
    const late = await desk.post('/load-campaign', ADMIN, { cells: stale, basis });
    expect([late.status, late.body.error.code]).toEqual([409, 'conflict']);
    expect((await desk.store.setup())!.campaign.units.map(({ name }) => name)).toEqual([
      'Xã An Bình',
      'Xã Một',
      'Xã Châu Bình',
    ]);
  });
});
