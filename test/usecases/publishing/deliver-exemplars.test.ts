import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSeal } from '../../../functions/src/adapters/ballot-seal.ts';
import type { AppError } from '../../../functions/src/domain/app-error.ts';
import { dayCell } from '../../../functions/src/domain/form/day-text.ts';
import type { RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { castVote } from '../../../functions/src/usecases/ballots/cast-vote.ts';
import { closeBallot } from '../../../functions/src/usecases/ballots/close-ballot.ts';
import { type OpeningOrder, openBallot } from '../../../functions/src/usecases/ballots/open-ballot.ts';
import { decide } from '../../../functions/src/usecases/decisions/decide.ts';
import { revokeDecision } from '../../../functions/src/usecases/decisions/revoke-decision.ts';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { saveRegister } from '../../../functions/src/usecases/registers/save-register.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { day } from '../../domain/build/campaign.ts';
import { OFFICER } from '../../http/small-campaign.ts';
import { campaignWithFields, formOf, type Row, registrationRow } from '../registers/register-office.ts';
import { type PublishedCampaign, type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

const { registration, learning, propagation } = REGISTERS;
const SEAL = openSeal([new Uint8Array(32).fill(7)], 'LEADERS');
const COUNCIL = ['c1@x.example', 'c2@x.example', 'c3@x.example'];
const SIGNED_IN = (month: string) => ({ signer: 'TB', signedOn: `${month}-20` });

let office: PublishingOffice;
/** As it stands before the review: what only looks is shared. */
let told: PublishedCampaign;
beforeAll(async () => {
  office = await startPublishingOffice();
  told = await story('TOLD');
});
afterAll(() => office.stop());

/** Whoever comes first is nominated; the council's decisions are numbered "1/QĐ". */
function files(code: string): Record<string, string> {
  const all: Record<string, string> = campaignWithFields(code);
  const json = JSON.parse(all['campaign.json']!);
  json.settings = [
    {
      ranking: { places: 'competition', decimals: 2 },
      recognitions: [{ code: 'BD', name_vi: 'Đơn vị đầu', outcome: 'praise', scope: 'track', first: 1 }],
      decisions: {
        scheme: '{n}/QĐ',
        issuer_vi: 'BAN CHỈ ĐẠO',
        place_vi: 'Ba Tri',
        grounds_vi: [],
        recipients_vi: [],
        signers: [{ code: 'TB', name_vi: 'Nguyễn Văn A', position_vi: 'TRƯỞNG BAN' }],
      },
    },
  ];
  const voters = COUNCIL.map((email) => `${email},council_member,\n`).join('');
  return {
    ...all,
    'campaign.json': JSON.stringify(json),
    'members.csv': all['members.csv']!.replace(/^council@.*\n/m, '') + voters,
  };
}

const save = (t: PublishedCampaign, declaration: RegisterDeclaration, row: Row, unitId?: string) =>
  saveRegister(t.acting(), declaration, { cells: formOf(declaration, [row]), unitId });

async function evaluate(t: PublishedCampaign, month: string, points: { A: number; B: number }) {
  t.at = new Date(`${month}-20T03:00:00Z`);
  await t.move(month, 'open');
  for (const unitId of ['A', 'B'] as const) await t.submit(month, unitId, { C1: points[unitId], C2: 'Có' });
  for (const action of ['close', 'evaluate'] as const) await t.move(month, action);
}

/** All say yes to everybody. */
async function pass(t: PublishedCampaign, order: OpeningOrder): Promise<string> {
  const { ballot } = await openBallot(t.acting(), order, SEAL);
  const votes = Object.fromEntries(ballot.candidates.map(({ id }) => [id, 'yes' as const]));
  for (const by of COUNCIL)
    await castVote({ store: t.store, by, now: () => t.at }, { ballot: ballot.id, votes }, SEAL);
  await closeBallot(t.acting(), { ballot: ballot.id, minutes: 'Số 5' }, SEAL);
  return ballot.id;
}

/** A is praised for February and made known; B learns from it, has more points in March, and is found to surpass it. */
async function story(code: string): Promise<PublishedCampaign> {
  const t = await office.campaign(code, files(code));
  await provision(t.acting());
  await evaluate(t, '2024-02', { A: 9, B: 7 });
  const nomination = await pass(t, { purpose: 'nomination', period: '2024-02' });
  const praised = [{ candidate: 'praise-A', field: 'NN' }];
  await decide(t.acting(), {
    ballot: nomination,
    kind: 'praise',
    subjects: praised,
    ...SIGNED_IN('2024-02'),
  });
  await t.move('2024-02', 'publish');
  await save(t, propagation, {
    code: 'TT-AAAAAA',
    exemplar: 'DH-2024-001',
    title: '=1+1',
    channel: 'Báo',
    publishedOn: '20/2/2024',
    reach: 1200,
  });
  await save(t, registration, registrationRow('DK-AAAAAA', { name: '=HYPERLINK("https://x.vn")' }), 'B');
  const lesson = {
    exemplar: 'DH-2024-001',
    commitment: 'Làm theo',
    startedOn: '20/2/2024',
    state: 'Đang học',
  };
  await save(t, learning, { code: 'HT-AAAAAA', ...lesson }, 'B');
  await evaluate(t, '2024-03', { A: 6, B: 10 });
  await t.move('2024-03', 'publish');
  await t.deliver();
  return t;
}

const pending = async ({ store }: PublishedCampaign) =>
  (await store.dueOutbox(new Date('2030-01-01'), 100)).map(({ id }) => id).sort();
const row = async (t: PublishedCampaign, tab: string, nth: number) => (await t.look('summary'))[tab]![nth];
/** How far the first exemplar has come, and the days of its last two steps. */
const steps = async (t: PublishedCampaign) => {
  const cells = (await row(t, 'Điển hình', 3))!;
  return [cells[2], cells[6], cells[7]];
};

describe('the summary', () => {
  it('tells the life of an exemplar from its praise to whoever surpassed it', async () => {
    const t = await story('LIFE');
    expect(Object.keys(await t.look('summary'))).toEqual(
      expect.arrayContaining([
        'Điển hình',
        'Học tập',
        'Bắt kịp – vượt qua',
        'Tuyên truyền',
        'Quyết định',
        'Lịch sử đơn vị',
        'Lịch sử cá nhân, tập thể',
      ]),
    );
    const [built, learned] = [dayCell(day('2024-02-20')), dayCell(day('2024-03-20'))];
    expect((await row(t, 'Điển hình', 3))!.slice(0, 14)).toEqual([
      ...['DH-2024-001', 'Xã An Bình', 'Bước 3: Học tập', built, built, built, null, null],
      ...['Đơn vị', 'Xã An Bình', 'Nông nghiệp', '1/QĐ ngày 20/02/2024', 1, 1200],
    ]);
    const review = await pass(t, { purpose: 'review', period: '2024-03' });
    expect(await pending(t)).toEqual(['office', 'summary']);
    await t.deliver();
    expect(await steps(t)).toEqual(['Bước 4: Bình xét', learned, null]);
    expect((await row(t, 'Học tập', 3))!.slice(9)).toEqual([
      ...[107.14, 'vượt qua', 'vượt qua', 'Bình xét ngày 20/03/2024, chờ quyết định'],
    ]);
    const subjects = [{ candidate: 'HT-AAAAAA', becomesExemplar: true }];
    await decide(t.acting(), { ballot: review, kind: 'surpassed', subjects, ...SIGNED_IN('2024-03') });
    await t.deliver();
    expect(await steps(t)).toEqual(['Bước 5: Công nhận', learned, learned]);
    expect((await row(t, 'Điển hình', 3))!.at(-1)).toBe('DH-2024-002 – Xã Bảo Thạnh');
    expect((await row(t, 'Điển hình', 4))!.at(-1)).toBe('DH-2024-001 – Xã An Bình');

    await revokeDecision(t.acting(), { decision: '2024-2', reason: '=Sai', ...SIGNED_IN('2024-03') });
    await t.deliver();
    expect(await steps(t)).toEqual(['Bước 4: Bình xét', learned, null]);
    expect((await row(t, 'Điển hình', 4))!.at(-1)).toBe(
      'Công nhận vượt qua điển hình theo 2/QĐ ngày 20/03/2024, đã thu hồi theo 3/QĐ ngày 20/03/2024, lý do: =Sai',
    );
    expect(JSON.stringify(await t.look('summary'))).not.toMatch(/c[123]@x\.example/);
  });

  it('draws each learner beside the exemplar’s line, and keeps what people wrote as text', async () => {
    const t = told;
    const { data } = await client().spreadsheets.get({
      spreadsheetId: await t.spreadsheetId('summary'),
      fields: 'sheets(properties.title,charts.spec.title,data.rowData.values.userEnteredValue)',
      includeGridData: true,
    });
    const titles = Object.fromEntries(
      data.sheets!.map(({ properties, charts = [] }) => [
        properties!.title!,
        charts.map(({ spec }) => spec!.title),
      ]),
    );
    expect(titles['Bắt kịp – vượt qua']).toEqual([
      'Xã Bảo Thạnh học tập Xã An Bình (% so với mức của điển hình)',
    ]);
    expect(titles['Tuyên truyền']).toEqual(['Lượt tiếp cận theo kênh']);
    expect((await row(t, 'Tuyên truyền', 2))!.at(-1)).toBe('=1+1');
    expect((await row(t, 'Lịch sử cá nhân, tập thể', 3))![0]).toBe('=HYPERLINK("https://x.vn")');
    expect(JSON.stringify(data)).not.toContain('formulaValue');
  });

  it('is written once: a second delivery finds nothing to write', async () => {
    const t = told;
    await t.deliver();
    for (const id of ['unit:A', 'unit:B', 'office', 'summary'] as const)
      await t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
    office.local.calls.length = 0;
    await t.deliver();
    expect(office.local.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });
});

describe('a campaign that follows another', () => {
  const following = (code: string, follows: string) => {
    const all = files(code);
    const json = JSON.parse(all['campaign.json']!);
    return { ...all, 'campaign.json': JSON.stringify({ ...json, campaign: { ...json.campaign, follows } }) };
  };
  const load = (store: Store, code: string, follows: string, by = 'admin@x.example') =>
    loadCampaign({ store, by, now: () => told.at }, { campaign: code, files: following(code, follows) });

  it('goes on in its histories with what was published and decided there', async () => {
    const next = await office.campaign('NEXT', following('NEXT', 'TOLD'));
    await provision(next.acting());
    await evaluate(next, '2024-02', { A: 1, B: 2 });
    await next.move('2024-02', 'publish');
    await save(next, registration, registrationRow('DK-BBBBBB', { name: '=hyperlink("https://x.vn")' }), 'B');
    await next.deliver();
    const [header, first] = (await next.look('summary'))['Lịch sử đơn vị']!.slice(1);
    const at = header!.indexOf('Thi đua');
    expect(first!.slice(at)).toEqual([
      'Có báo cáo 2/2 kỳ; hạng cao nhất 1; được chọn ghi nhận 1 kỳ\nBiểu dương theo 1/QĐ ngày 20/02/2024',
    ]);
    expect((await next.look('summary'))['Lịch sử cá nhân, tập thể']![3]!.at(-1)).toBe(
      'Thi đua: đăng ký ngày 20/02/2024',
    );
  });

  it('is refused to whoever does not administer both, of a campaign that is not here, and of itself', async () => {
    const store = told.store.other('MINE');
    const code = (work: Promise<unknown>) => work.then(String, (error: AppError) => error.code);
    const mine = store as Store;
    expect([
      await code(load(mine, 'MINE', 'TOLD', OFFICER)),
      await code(load(mine, 'MINE', 'TOLD', 'first@x.example')),
      await code(load(mine, 'MINE', 'NOWHERE')),
      await code(load(mine, 'MINE', 'MINE')),
    ]).toEqual(Array(4).fill('follows_refused'));
    expect(await mine.setup()).toBeUndefined();
    await load(mine, 'MINE', 'TOLD');
    // It stays as it is for an administrator of this one alone.
    const again = await load(mine, 'MINE', 'TOLD', 'other@x.example');
    expect(again).toMatchObject({ version: 1, changed: false });
  });
});

describe("a unit's workbook", () => {
  it('shows it how far it is, beside the exemplar’s line, and no other unit’s', async () => {
    const t = told;
    const ours = await t.look('unit:B');
    expect(ours['Học tập']![4]!.at(-1)).toBe(
      'Tháng 03/2024: bằng 107,14% mức của điển hình, đạt mức vượt qua',
    );
    expect(ours['Bắt kịp – vượt qua']!.slice(2)).toEqual([
      ['Điển hình, người học', 'So theo', 'Tháng 02/2024', 'Tháng 03/2024', 'Theo số liệu kỳ gần nhất'],
      ['DH-2024-001 – Xã An Bình', 'mốc: 14 điểm', 100, 100],
      ['Xã Bảo Thạnh', 'tổng điểm', 85.71, 107.14, 'vượt qua'],
    ]);
    expect(Object.keys(await t.look('unit:A'))).not.toContain('Bắt kịp – vượt qua');
  });
});

const client = () => {
  const { url } = office.local;
  return new sheets_v4.Sheets({ rootUrl: url, headers: { authorization: 'Bearer functions@x.example' } });
};
