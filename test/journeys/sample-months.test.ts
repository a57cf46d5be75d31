import { FieldValue, Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';
import type { BallotView } from '../../functions/src/usecases/ballots/ballot-view.ts';
import type { PeriodStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import { findForm } from '../../local/sample/fill-form.ts';
import { findWorkbooks } from '../../local/sample/find-workbooks.ts';
import { personAt } from '../../local/sample/people.ts';
import { SAMPLE_ADDRESS } from '../../local/sample/run-sample.ts';
import { READY_AT } from '../../local/sample/story.ts';
import { openSample } from './open-sample.ts';

const CAMPAIGN = 'DKM-BT-2024';
const LEADER = 'lanh-dao-1@ba-tri.example';
const OFFICER = 'can-bo-1@ba-tri.example';
const EDITOR = 'hai-don-vi@ba-tri.example';

describe('three months of the Ba Tri campaign, and one that is open', () => {
  let sample: Awaited<ReturnType<typeof openSample>>;
  let printed: readonly string[];
  let workbooks: ReadonlyMap<string, string>;

  beforeAll(async () => {
    sample = await openSample();
    printed = sample.printed;
    workbooks = await findWorkbooks(address(), OFFICER);
  }, 240_000);
  afterAll(() => sample.close());

  it('publishes these tables and no others', async () => {
    const tabs = await tabsAsSeenBy(LEADER, 'summary');
    expect(tabs.map(({ title }) => title)).toMatchInlineSnapshot(`
      [
        "Tổng quan",
        "Xếp hạng CQ",
        "Xếp hạng theo cụm CQ",
        "Xếp hạng XA",
        "Xếp hạng theo cụm XA",
        "Ghi nhận",
        "Chân, mũi, đột phá CQ",
        "Chân, mũi, đột phá XA",
        "Đột phá",
        "Thiếu, trễ",
        "Nộp đúng hạn qua các kỳ",
        "Qua các kỳ CQ",
        "Qua các kỳ XA",
        "Trang in CQ",
        "Trang in XA",
        "Các phiên bản",
        "Bản cũ",
        "Đăng ký thi đua",
        "Điển hình",
        "Học tập",
        "Bắt kịp – vượt qua",
        "Tuyên truyền",
        "Câu lạc bộ",
        "Báo cáo viên",
        "Quyết định",
        "Lịch sử đơn vị",
        "Lịch sử cá nhân, tập thể",
        "Nhật ký",
      ]
    `);
    for (const { title, text } of tabs)
      if (title !== 'Nhật ký') await expect(text).toMatchFileSnapshot(`published/${title}.tsv`);
  });

  it('logs every step once', async () => {
    const log = (await tabsAsSeenBy(LEADER, 'summary')).find(({ title }) => title === 'Nhật ký');
    const steps = log!.text
      .split('\n')
      .slice(1)
      .filter((line) => !/phiếu|Phiếu/.test(line));
    await expect(steps.sort().join('\n')).toMatchFileSnapshot('published/steps-of-the-log.tsv');
  });

  it('shows a unit its own points, place and why', async () => {
    const tabs = await tabsAsSeenBy(EDITOR, 'unit:X29125');
    for (const { title, text } of tabs)
      await expect(text).toMatchFileSnapshot(`published/X29125 ${title}.tsv`);
  });

  it('shows whoever learned how far it came, and what was decided on it', async () => {
    const tabs = await tabsAsSeenBy('x29155@ba-tri.example', 'unit:X29155');
    for (const { title, text } of tabs)
      if (!title.startsWith('Phiếu')) await expect(text).toMatchFileSnapshot(`published/X29155 ${title}.tsv`);
  });

  it('shows the office its council’s votes, its registers and what is due on 4 May', async () => {
    const tabs = await tabsAsSeenBy(OFFICER, 'office');
    const shown = ['Bình chọn', 'Bình xét', 'Tuyên truyền', 'Tổng hợp đăng ký', 'Theo dõi nhân tố'];
    for (const { title, text } of tabs)
      if (shown.includes(title)) await expect(text).toMatchFileSnapshot(`published/Điều hành ${title}.tsv`);
    const [banner, ...due] = tabs.find(({ title }) => title === 'Nhắc việc')!.text.split('\n');
    expect(banner).toMatch(/^Việc đến hạn, tính cho ngày 04\/05\/2024: /);
    // Letters run over several lines; a row begins with its day, or says that it has none.
    const lines = due.filter((line) => /^(\d{2}\/\d{2}\/\d{4}\t|\t\tkhông có hạn\t)/.test(line));
    await expect(lines.map((line) => line.split('\t').slice(0, 5).join('\t')).join('\n')).toMatchFileSnapshot(
      'published/Điều hành Nhắc việc.tsv',
    );
  });

  it('closes the workbook of the commune that merged, and asks it for no form of April', async () => {
    const titles = (await tabsAsSeenBy('x29113@ba-tri.example', 'unit:X29113')).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Phiếu'))).toEqual([
      'Phiếu 03-2024',
      'Phiếu 02-2024',
      'Phiếu 01-2024',
    ]);
    const editor = await personAt(address(), 'x29113@ba-tri.example');
    await expect(
      editor.typeCells(workbooks.get('unit:X29113')!, [{ range: "'Học tập'!C5", value: 'x' }]),
    ).rejects.toMatchObject({ status: 400 });
    const officer = await personAt(address(), OFFICER);
    const april = await officer.read<PeriodStatus>('period-status', { period: '2024-04' }, READY_AT);
    expect(april.body.units.map(({ unitId }) => unitId)).not.toContain('X29113');
    expect(april.body.counts.units).toBe(47);
  });

  it('prints what leaders read and what came back', async () => {
    await expect(printed.join('\n')).toMatchFileSnapshot('published/printed.txt');
  });

  it('leaves April to people: some forms filled, one that came back, some not begun', async () => {
    const [tracking] = await tabsAsSeenBy(OFFICER, 'office');
    await expect(tracking!.text).toMatchFileSnapshot('published/Theo dõi.tsv');
    expect(await answersIn('X29179')).toEqual([]);
    expect(await answersIn('X29170')).not.toEqual([]);
    const [april] = await tabsAsSeenBy('x29146@ba-tri.example', 'unit:X29146');
    await expect(april!.text).toMatchFileSnapshot(`published/X29146 ${april!.title}.tsv`);
  });

  it('plays nothing again once it was handed over, whatever people did to it', async () => {
    const editor = await personAt(address(), 'x29170@ba-tri.example');
    const spreadsheetId = workbooks.get('unit:X29170')!;
    const before = await answersIn('X29170');
    await editor.typeCells(spreadsheetId, [{ range: "'Phiếu 04-2024'!G4", value: 3.5 }]);
    await sample.run({ now: () => READY_AT });
    expect(await answersIn('X29170')).toEqual(before.with(0, 3.5));
  });

  it('replays every version of every month to the same bytes', async () => {
    const firestore = storedCampaign();
    const store = openStore({ firestore, fieldValue: FieldValue }, CAMPAIGN);
    const replays = [];
    for (const [period, version] of [
      ['2024-01', 1],
      ['2024-02', 1],
      ['2024-02', 2],
      ['2024-03', 1],
    ] as const)
      replays.push(await replayPeriod(store, period as PeriodId, version));
    await firestore.terminate();
    expect(replays.map(({ version, same }) => ({ version, same }))).toEqual([
      { version: 1, same: true },
      { version: 1, same: true },
      { version: 2, same: true },
      { version: 1, same: true },
    ]);
    expect(replays.map(({ digest, replayedDigest }) => digest === replayedDigest)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('draws each chart once, though every month was published over the one before', async () => {
    const client = await sheetsFor(LEADER);
    const { data } = await client.spreadsheets.get({
      spreadsheetId: workbooks.get('summary')!,
      fields: 'sheets(properties.title,charts.spec.title)',
    });
    const charts = (data.sheets ?? []).map(({ properties, charts: drawn = [] }) => [
      properties!.title,
      ...drawn.map(({ spec }) => spec!.title),
    ]);
    expect(charts.filter(([, ...titles]) => titles.length > 0)).toEqual([
      ['Tổng quan', 'Tỷ lệ nộp phiếu đúng hạn, trễ, thiếu theo cụm, khối', 'Xếp loại theo cụm, khối'],
      ['Chân, mũi, đột phá CQ', 'Điểm theo mũi'],
      ['Chân, mũi, đột phá XA', 'Điểm theo mũi'],
      ['Đột phá', 'Tiến độ các nhiệm vụ đột phá, mọi đơn vị (% điểm có thể đạt)'],
      ['Nộp đúng hạn qua các kỳ', 'Tỷ lệ phiếu nộp đúng hạn qua các kỳ (%)'],
      ['Qua các kỳ CQ', 'Hạng qua các kỳ của 10 đơn vị dẫn đầu năm (hạng 1 ở dưới cùng)'],
      ['Qua các kỳ XA', 'Hạng qua các kỳ của 10 đơn vị dẫn đầu năm (hạng 1 ở dưới cùng)'],
      [
        'Bắt kịp – vượt qua',
        'Xã Tân Hưng học tập Thị trấn Ba Tri (% so với mức của điển hình)',
        'Xã An Ngãi Trung học tập Thị trấn Ba Tri (% so với mức của điển hình)',
        'Hội Liên hiệp Phụ nữ huyện học tập Liên đoàn Lao động huyện (% so với mức của điển hình)',
        'Xã Bảo Thạnh học tập Thị trấn Ba Tri (% so với mức của điển hình)',
      ],
      ['Tuyên truyền', 'Lượt tiếp cận theo kênh'],
    ]);
  });

  it('changes nothing when it is run and delivered again', async () => {
    const before = await tabsAsSeenBy(LEADER, 'summary');
    expect(await sample.run()).toEqual(printed);
    const officer = await personAt(address(), OFFICER);
    expect((await officer.ask('provision', {}, new Date('2024-05-01T00:00:00Z'))).status).toBe(200);
    const { body } = await officer.ask('deliver', {}, new Date('2024-05-01T00:00:00Z'));
    expect(body).toMatchObject({ failed: 0, remaining: 0 });
    const tablesOf = (tabs: typeof before) => tabs.filter(({ title }) => title !== 'Nhật ký');
    expect(tablesOf(await tabsAsSeenBy(LEADER, 'summary'))).toEqual(tablesOf(before));
  });

  it('leaves one review open to the member who has not voted, and to whoever closes it then', async () => {
    const member = await personAt(address(), 'hoi-dong-1@ba-tri.example');
    const ballotOf = async () => {
      const { body } = await member.read<{ ballots: readonly BallotView[] }>('ballots', {}, READY_AT);
      return body.ballots.find(({ state, id }) => state === 'open' || id === 'BX-2024-03-2')!;
    };
    const open = await ballotOf();
    expect(open).toMatchObject({ state: 'open', mine: { mayVote: true, hasVoted: false } });
    expect(open.voted).toHaveLength(2);
    const votes = Object.fromEntries(open.candidates.map(({ id }) => [id, 'nay']));
    expect((await member.ask('cast-vote', { ballot: open.id, votes }, READY_AT)).status).toBe(200);
    const officer = await personAt(address(), OFFICER);
    const closing = { ballot: open.id, minutes: '06/BB-HĐTĐKT' };
    expect((await officer.ask('close-ballot', closing, READY_AT)).status).toBe(200);
    const closed = await ballotOf();
    expect(
      closed.candidates.map(({ name, counts }) => [name, counts?.yes, counts?.no, counts?.passed]),
    ).toEqual([
      ['Hội Liên hiệp Phụ nữ huyện', 2, 1, true],
      ['Tổ thu gom rác tự quản ấp 1', 2, 1, true],
    ]);
  });

  it('keeps one unit out of another’s workbook and form', async () => {
    const stranger = await personAt(address(), 'x29110@ba-tri.example');
    const other = workbooks.get('unit:X29125')!;
    await expect(stranger.readCells(other, 'Kết quả')).rejects.toMatchObject({ status: 403 });
    const sent = await stranger.ask(
      'submit-form',
      { period: '2024-03', unitId: 'X29125', cells: { origin: 'A1', values: [['x']] } },
      new Date('2024-04-03T00:00:00Z'),
    );
    expect(sent).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  });

  const address = () => ({
    functionsUrl: sample.office.functions.url,
    sheetsUrl: sample.office.sheets.url,
    audience: SAMPLE_ADDRESS.audience,
    campaign: CAMPAIGN,
    issuer: sample.office.identity,
  });

  function storedCampaign(): Firestore {
    const [host, port] = sample.office.firestore.host.split(':');
    return new Firestore({
      projectId: sample.office.projectId,
      host,
      port: Number(port),
      ssl: false,
      customHeaders: { Authorization: 'Bearer owner' },
    });
  }

  /** What a unit has typed into April's form, in the order of its rows. */
  async function answersIn(unitId: string): Promise<CellValue[]> {
    const editor = await personAt(address(), `${unitId.toLowerCase()}@ba-tri.example`);
    const cells = await editor.readCells(workbooks.get(`unit:${unitId}`)!, 'Phiếu 04-2024');
    const { headerRow, columns } = findForm(cells, submissionForm);
    const answers = cells.values.slice(headerRow + 1).map((row) => row[columns.get('reported')!] ?? '');
    return answers.filter((answer) => answer !== '');
  }

  /** Every visible tab of a workbook, its cells as they are shown, columns by tabs and rows by line breaks. */
  async function tabsAsSeenBy(email: string, workbook: string): Promise<{ title: string; text: string }[]> {
    const client = await sheetsFor(email);
    const spreadsheetId = workbooks.get(workbook)!;
    const { data } = await client.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' });
    const titles = (data.sheets ?? []).map(({ properties }) => properties!.title!);
    const values = await client.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: titles.map((title) => `'${title}'`),
    });
    return titles.map((title, i) => ({
      title,
      text: (values.data.valueRanges?.[i]?.values ?? []).map((row) => row.join('\t').trimEnd()).join('\n'),
    }));
  }

  async function sheetsFor(email: string): Promise<sheets_v4.Sheets> {
    const auth = new OAuth2Client();
    auth.setCredentials({ access_token: await sample.office.identity.accessTokenFor(email) });
    return sheets({ version: 'v4', auth, rootUrl: `${sample.office.sheets.url}/` });
  }
});
