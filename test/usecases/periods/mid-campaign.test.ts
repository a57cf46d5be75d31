import { describe, expect, it } from 'vitest';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import { addDays, parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Day, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import { rulesFor } from '../../../functions/src/domain/campaign/rules-for.ts';
import type { UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { readUnitResult } from '../../../functions/src/usecases/periods/read-unit-result.ts';
import { replayPeriod } from '../../../functions/src/usecases/periods/replay-period.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import type { PublishedCampaign } from '../publishing/publishing-office.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';

publishingOffice();

const [JANUARY, FEBRUARY, MARCH] = ['2024-01', '2024-02', '2024-03'] as PeriodId[];
type Files = Record<string, string>;

async function campaign(code: string, files: Files = campaignFiles(code)): Promise<PublishedCampaign> {
  const made = await office.campaign(code, files);
  made.at = new Date('2024-12-20T03:00:00Z');
  return made;
}

/** Loads the same files with some texts replaced: what an admin saves in mid-campaign. */
async function change(
  of: PublishedCampaign,
  files: Files,
  edits: readonly (readonly [string, string, string])[],
) {
  for (const [file, from, to] of edits) {
    if (!files[file]!.includes(from)) throw new RangeError(`${file} has no ${from}`);
    files[file] = files[file]!.replace(from, to);
  }
  await loadCampaign(of.acting('admin@x.example'), { campaign: of.code, files });
}

/** Opens, fills, closes, evaluates and publishes a month. */
async function month(
  of: PublishedCampaign,
  period: PeriodId,
  forms: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
) {
  await of.move(period, 'open');
  for (const [unitId, answers] of Object.entries(forms)) await of.submit(period, unitId, answers);
  for (const action of ['close', 'evaluate', 'publish'] as const) await of.move(period, action);
}

async function results(of: PublishedCampaign, period: PeriodId, version?: number) {
  const stored = (await of.store.result(period, version))!;
  return Object.fromEntries(stored.result.units.map((unit) => [unit.unitId, unit]));
}

const inShort = ({ name, cluster, clusterPlace, place, total, grade }: UnitResult) =>
  [name, cluster, place.place, clusterPlace.place, total / 1e6, grade.final].join(' | ');

const shownResults = async (of: PublishedCampaign, period: PeriodId, version?: number) =>
  Object.fromEntries(
    Object.entries(await results(of, period, version)).map(([id, unit]) => [id, inShort(unit)]),
  );

const ANSWERS = { A: { C1: 8, C2: 'Có' }, B: { C1: 9, C2: 'Có' }, C: { C1: 6, C2: 'Có' } };

describe('change in mid-campaign', () => {
  it('lets units change their name and cluster, merge and split from a day on', async () => {
    const files = campaignFiles('UNITS');
    const of = await campaign('UNITS', files);
    await month(of, JANUARY!, ANSWERS);
    const january = await shownResults(of, JANUARY!);
    await change(of, files, [
      [
        'units.csv',
        'unit_id,name,track,cluster\n',
        'unit_id,name,track,cluster,valid_from,valid_to,successor\n',
      ],
      // Renamed and moved from February on.
      [
        'units.csv',
        'A,Xã An Bình,XA,Cụm 1\n',
        'A,Xã An Bình,XA,Cụm 1,,2024-01-31,\nA,Thị trấn An Bình,XA,Cụm 2,2024-02-01,,\n',
      ],
      // Merged into A in the middle of February: no unit of that month any more.
      ['units.csv', 'B,Xã Bảo Thạnh,XA,Cụm 1\n', 'B,Xã Bảo Thạnh,XA,Cụm 1,,2024-02-14,A\n'],
      // Split at the end of February.
      [
        'units.csv',
        'C,Xã Châu Bình,XA,Cụm 1\n',
        'C,Xã Châu Bình,XA,Cụm 1,,2024-02-29,\nC1,Xã Châu Bình Đông,XA,Cụm 1,2024-03-01,,\nC2,Xã Châu Bình Tây,XA,Cụm 1,2024-03-01,,\n',
      ],
    ]);
    await month(of, FEBRUARY!, { A: ANSWERS.A, C: ANSWERS.C });
    await of.move(MARCH!, 'open');
    await expect(of.submit(MARCH!, 'C', ANSWERS.C)).rejects.toMatchObject({ code: 'not_found' });
    for (const unitId of ['A', 'C1', 'C2']) await of.submit(MARCH!, unitId, ANSWERS.A);
    for (const action of ['close', 'evaluate', 'publish'] as const) await of.move(MARCH!, action);

    expect(await shownResults(of, JANUARY!)).toEqual(january);
    expect(january).toEqual({
      A: 'Xã An Bình | Cụm 1 | 2 | 2 | 13 | ',
      B: 'Xã Bảo Thạnh | Cụm 1 | 1 | 1 | 14 | ',
      C: 'Xã Châu Bình | Cụm 1 | 3 | 3 | 11 | ',
    });
    expect(await shownResults(of, FEBRUARY!)).toEqual({
      A: 'Thị trấn An Bình | Cụm 2 | 1 | 1 | 13 | ',
      C: 'Xã Châu Bình | Cụm 1 | 2 | 1 | 11 | ',
    });
    expect(Object.keys(await shownResults(of, MARCH!))).toEqual(['A', 'C1', 'C2']);
    await of.deliver();
    const months = (await of.look('summary'))['Qua các kỳ XA']!.map((row) => [row[0], row.at(-1)]);
    expect(months).toContainEqual(['Xã Bảo Thạnh', 'đã sáp nhập vào Thị trấn An Bình']);
    expect(months).toContainEqual(['Xã Châu Bình', 'không còn là đơn vị của kỳ này']);
  });

  it('lets criteria, weights and thresholds be others from a day on', async () => {
    const files = campaignFiles('RULES');
    const grades = '"grades": [{ "code": "T", "name": "Tốt", "min": 12 }, { "code": "K", "name": "Kém" }]';
    files['campaign.json'] = files['campaign.json']!.replace('"settings":[{', `"settings":[{${grades},`);
    const of = await campaign('RULES', files);
    await month(of, JANUARY!, ANSWERS);
    const later = `{ "valid_from": "2024-02-01", ${grades.replace('12', '20')} }`;
    await change(of, files, [
      ['campaign.json', '"decimals":2}}]', `"decimals":2}},${later}]`],
      [
        'criteria.csv',
        'track,code,name,method,parameters,max_points\n',
        'track,code,name,method,parameters,max_points,coefficient,valid_from,valid_to\n',
      ],
      [
        'criteria.csv',
        'XA,C1,Tuyên truyền,DIRECT,step=0.5,10\n',
        'XA,C1,Tuyên truyền,DIRECT,step=0.5,10,1,,2024-01-31\nXA,C1,Tuyên truyền,DIRECT,step=0.5,10,2,2024-02-01,\n',
      ],
      [
        'criteria.csv',
        'XA,C2,Có kế hoạch,YESNO,,5\n',
        'XA,C2,Có kế hoạch,YESNO,,5,1,,2024-01-31\nXA,C3,Có báo cáo,YESNO,,5,1,2024-02-01,\n',
      ],
    ]);
    await month(of, FEBRUARY!, { A: { C1: 8, C3: 'Có' }, B: { C1: 9, C3: 'Không' }, C: { C1: 6, C3: 'Có' } });
    expect(await shownResults(of, JANUARY!)).toEqual({
      A: 'Xã An Bình | Cụm 1 | 2 | 2 | 13 | T',
      B: 'Xã Bảo Thạnh | Cụm 1 | 1 | 1 | 14 | T',
      C: 'Xã Châu Bình | Cụm 1 | 3 | 3 | 11 | K',
    });
    expect(await shownResults(of, FEBRUARY!)).toEqual({
      A: 'Xã An Bình | Cụm 1 | 1 | 1 | 21 | T',
      B: 'Xã Bảo Thạnh | Cụm 1 | 2 | 2 | 18 | K',
      C: 'Xã Châu Bình | Cụm 1 | 3 | 3 | 17 | K',
    });
  });

  it('lets members change unit: the old workbook closes for them at once, and the new one opens', async () => {
    const files = campaignFiles('PEOPLE');
    const of = await campaign('PEOPLE', files);
    await of.move(JANUARY!, 'open');
    await of.deliver();
    const opens = async (unitId: string) => {
      const spreadsheetId = await of.spreadsheetId(`unit:${unitId}`);
      const sheets = openSheets(office.local.access('a@x.example'));
      return sheets.read(spreadsheetId, PATIENT).then(
        () => true,
        () => false,
      );
    };
    expect([await opens('A'), await opens('B')]).toEqual([true, false]);
    await of.submit(JANUARY!, 'A', ANSWERS.A);
    await change(of, files, [['members.csv', 'a@x.example,unit_editor,A', 'a@x.example,unit_editor,B']]);
    await of.deliver();
    expect([await opens('A'), await opens('B')]).toEqual([false, true]);
    expect(await of.store.member('a@x.example')).toMatchObject({ unitIds: ['B'] });
    // What was sent stays, with who sent it.
    expect(await of.store.submission(JANUARY!, 'A')).toMatchObject({ revision: 1 });
  });

  it('corrects a closed month as a new version; the summary keeps the old one, marked', async () => {
    const of = await campaign('CORRECTED');
    await month(of, JANUARY!, ANSWERS);
    const first = (await of.store.result(JANUARY!))!;
    await of.move(JANUARY!, 'reopen', 'Xã An Bình bổ sung số liệu');
    await of.submit(JANUARY!, 'A', { C1: 10, C2: 'Có' });
    for (const action of ['close', 'evaluate', 'publish'] as const) await of.move(JANUARY!, action);
    const second = (await of.store.result(JANUARY!))!;
    await of.deliver();

    const summary = await of.look('summary');
    const cells = (title: string, columns: readonly number[]) =>
      summary[title]!.map((row) => columns.map((at) => row[at] ?? null));
    expect(cells('Các phiên bản', [0, 1, 2, 6, 8]).slice(3)).toEqual([
      ['Tháng 01/2024', 2, 'đang dùng', null, second.digest],
      ['Tháng 01/2024', 1, 'đã thay bằng phiên bản 2', 'Xã An Bình bổ sung số liệu', first.digest],
    ]);
    const old = cells('Bản cũ', [0, 1, 2, 4, 7]);
    expect(old[1]![0]).toMatch(
      /^Tháng 01\/2024, phiên bản 1: thay bằng phiên bản 2 lúc .*Lý do: Xã An Bình bổ sung số liệu$/,
    );
    expect(old.slice(3)).toEqual([
      ['Tháng 01/2024', 1, 'Xã Bảo Thạnh', 1, 14],
      ['Tháng 01/2024', 1, 'Xã An Bình', 2, 13],
      ['Tháng 01/2024', 1, 'Xã Châu Bình', 3, 11],
    ]);
    expect(cells('Xếp hạng XA', [0, 1, 4]).slice(-3)).toEqual([
      [1, 'Xã An Bình', 15],
      [2, 'Xã Bảo Thạnh', 14],
      [3, 'Xã Châu Bình', 11],
    ]);

    const asUnit = (version?: number) =>
      readUnitResult(of.store, { period: JANUARY!, unitId: 'A', publishedOnly: true, version });
    expect(await asUnit()).toMatchObject({ version: 2, published: true, result: { total: 15_000_000 } });
    expect(await asUnit(1)).toMatchObject({
      version: 1,
      published: false,
      replacedBy: 2,
      result: { total: 13_000_000 },
    });
    await expect(asUnit(3)).rejects.toMatchObject({ code: 'not_found' });
    for (const [version, { digest }] of [[1, first] as const, [2, second] as const])
      expect(await replayPeriod(of.store, JANUARY!, version)).toMatchObject({
        same: true,
        replayedDigest: digest,
      });
  });

  it('never touches a result: every version replays to its digest, whatever is changed later', async () => {
    for (const seed of [1, 2, 3, 4]) await randomCampaign(seed);
  });
});

/** Four months with random changes between them, and now and then a correction of an earlier month. */
async function randomCampaign(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const code = `LAW-${seed}`;
  const changing = changingCampaign(code);
  const of = await campaign(code, filesOf(changing, code));
  const kept = new Map<string, string>();
  const check = async () => {
    for (const [key, digest] of kept) {
      const [period, version] = key.split('/');
      const replay = await replayPeriod(of.store, period as PeriodId, Number(version));
      expect([seed, key, replay.digest, replay.replayedDigest, replay.same]).toEqual([
        seed,
        key,
        digest,
        digest,
        true,
      ]);
    }
  };
  const keep = async (period: PeriodId) => {
    const { version, digest } = (await of.store.result(period))!;
    kept.set(`${period}/${version}`, digest);
  };
  for (const [i, period] of ([JANUARY, FEBRUARY, MARCH, '2024-04'] as PeriodId[]).entries()) {
    await of.move(period, 'open');
    await fill(of, period, random);
    for (const action of ['close', 'evaluate', 'publish'] as const) await of.move(period, action);
    await keep(period);
    for (let n = 0; n < 3; n++) pick(CHANGES)(changing, `2024-0${i + 2}-01`, pick);
    await loadCampaign(of.acting('admin@x.example'), { campaign: code, files: filesOf(changing, code) });
    await check();
    if (random() < 0.5) continue;
    await of.move(period, 'reopen', 'Bổ sung số liệu');
    await fill(of, period, random);
    for (const action of ['close', 'evaluate', 'publish'] as const) await of.move(period, action);
    await keep(period);
    await check();
  }
  expect(kept.size).toBeGreaterThanOrEqual(4);
}

/** The unit and the criteria of a period, each filled with something. */
async function fill(of: PublishedCampaign, period: PeriodId, random: () => number): Promise<void> {
  const { campaign: stored } = (await of.store.setup())!;
  const rules = rulesFor(stored, parsePeriod(period, stored.calendar)!);
  for (const { id } of rules.units) {
    const answers = rules.tracks[0]!.criteria.map(({ code, scoring }) => [
      code,
      scoring.kind === 'yes_no' ? (random() < 0.5 ? 'Có' : 'Không') : Math.floor(random() * 10),
    ]);
    await of.submit(period, id, Object.fromEntries(answers));
  }
}

/** Rows of the tables, to be changed. */
interface Changing {
  readonly json: { readonly settings: object[] };
  /** id, name, cluster, from, to, successor. */
  readonly units: string[][];
  /** code, method, parameters, points, coefficient, from, to. */
  readonly criteria: string[][];
}

function changingCampaign(code: string): Changing {
  return {
    json: JSON.parse(campaignFiles(code)['campaign.json']!),
    units: ['A', 'B', 'C', 'D'].map((id) => [id, `Xã ${id}`, 'Cụm 1', '', '', '']),
    criteria: [
      ['C1', 'DIRECT', '', '10', '1', '', ''],
      ['C2', 'YESNO', '', '5', '1', '', ''],
      ['C3', 'PCT_TARGET', 'target=7; basis=cumulative', '10', '1', '', ''],
      ['C4', 'PEER_RELATIVE', 'target=5', '10', '1', '', ''],
    ],
  };
}

function filesOf({ json, units, criteria }: Changing, code: string): Files {
  const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => `XA,${row.join(',')}\n`).join('');
  return {
    ...campaignFiles(code),
    'campaign.json': JSON.stringify(json),
    'units.csv': `track,unit_id,name,cluster,valid_from,valid_to,successor\n${lines(units)}`,
    'criteria.csv': `track,code,method,parameters,max_points,coefficient,valid_from,valid_to,name\n${lines(
      criteria.map((row) => [...row, `Tiêu chí ${row[0]}`]),
    )}`,
    'members.csv': `email,roles,unit_ids\nadmin@x.example,admin,\nofficer@x.example,officer,\n`,
  };
}

type Change = (campaign: Changing, from: string, pick: <T>(items: readonly T[]) => T) => void;

const dayBefore = (day: string): string => addDays(day as Day, -1);

/** A row that holds from the day on like the given one, in its place if that begins only then. */
function continued(
  rows: string[][],
  row: string[],
  [fromAt, toAt]: readonly [number, number],
  day: string,
): string[] {
  if (row[fromAt] === day) return row;
  const next = [...row];
  row[toAt] = dayBefore(day);
  next[fromAt] = day;
  rows.push(next);
  return next;
}

const UNIT_DATES = [3, 4] as const;
const CRITERION_DATES = [5, 6] as const;
const current = (rows: readonly string[][], toAt: number) => rows.filter((row) => row[toAt] === '');

const CHANGES: readonly Change[] = [
  function rename({ units }, day, pick) {
    continued(units, pick(current(units, 4)), UNIT_DATES, day)[1] = `Tên mới ${day}`;
  },
  function moveCluster({ units }, day, pick) {
    continued(units, pick(current(units, 4)), UNIT_DATES, day)[2] = pick(['Cụm 1', 'Cụm 2']);
  },
  function merge({ units }, day, pick) {
    const [gone, into, ...others] = current(units, 4).filter((row) => row[3] !== day);
    if (!gone || !into || others.length === 0) return;
    gone[4] = dayBefore(day);
    gone[5] = pick([into[0]!, '']);
  },
  function split({ units }, day, pick) {
    const parted = pick(current(units, 4).filter((row) => row[3] !== day));
    if (parted === undefined || units.some(([id]) => id === `${parted[0]}1`)) return;
    parted[4] = dayBefore(day);
    for (const part of ['1', '2'])
      units.push([`${parted[0]}${part}`, `${parted[1]} ${part}`, parted[2]!, day, '', '']);
  },
  function reweigh({ criteria }, day, pick) {
    continued(criteria, pick(current(criteria, 6)), CRITERION_DATES, day)[4] = pick(['0.5', '2', '1/3']);
  },
  function replaceCriterion({ criteria }, day, pick) {
    const old = pick(current(criteria, 6).filter((row) => row[5] !== day));
    if (old === undefined) return;
    old[6] = dayBefore(day);
    criteria.push([`N${criteria.length}`, 'DIRECT', '', '20', '1', day, '']);
  },
  function threshold({ json }, day, pick) {
    json.settings.push({
      valid_from: day,
      grades: [
        { code: 'T', name: `Tốt ${day}`, min: pick([10, 15, 20]) },
        { code: 'K', name: 'Kém' },
      ],
    });
  },
  function rewritePast({ units, criteria, json }, _day, pick) {
    pick(units)[1] = 'Viết lại';
    pick(criteria)[4] = '3';
    json.settings.unshift({ ranking: { places: pick(['competition', 'dense']), decimals: pick([0, 2]) } });
  },
  function forget({ units }, _day, pick) {
    // Rows deleted as if they had never been.
    const id = pick(units)[0];
    const rest = units.filter((row) => row[0] !== id && row[5] !== id);
    if (current(rest, 4).length > 2) units.splice(0, units.length, ...rest);
  },
];
