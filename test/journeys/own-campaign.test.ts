import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { submissionTitle } from '../../functions/src/workbooks/unit/submission-tab.ts';
import { Closing } from '../../local/office/closing.ts';
import { AUDIENCE } from '../../local/office/content.ts';
import { openDataFolder } from '../../local/office/data-folder.ts';
import { openOffice } from '../../local/office/open-office.ts';
import { freePorts } from '../../local/office/ports.ts';
import { createProgress } from '../../local/office/progress.ts';
import { ownCampaign } from '../../local/own/own-campaign.ts';
import { deliverAll } from '../../local/sample/deliver-all.ts';
import { findWorkbooks } from '../../local/sample/find-workbooks.ts';
import { type Person, personAt } from '../../local/sample/people.ts';
import { sendForm, typeInto } from '../../local/sample/submit.ts';
import { tableIn, text } from '../../local/sample/table-in.ts';
import { ROOT, rank, rowsOf } from '../local/rank/command.ts';

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

/** Nothing of these campaigns is known to the code: their folders are all there is of them. */
describe('a campaign of one’s own', { timeout: 180_000 }, () => {
  it.each([
    ['thi-dua-tuan-lop', '2026-W37', 'Tuần 37/2026', 'LOP'],
    ['chi-nhanh-quy', '2026-Q1', 'Quý 1/2026', 'CN'],
  ])(
    'is played through from its folder, and comes out in sheets as from files: %s',
    async (name, period, periodName, track) => {
      const office = await openOwn(name);
      expect(office.lines[1]).toContain(`${periodName} đang mở`);

      const answers = await reported(name, period);
      for (const [unitId, cells] of answers) expect(await office.submit(unitId, period, cells)).toBe(200);
      for (const action of ['close', 'evaluate', 'publish'])
        expect(await office.officer.ask('move-period', { period, action }, office.at)).toMatchObject({
          status: 200,
        });
      await deliverAll(office.officer, office.at);

      const table = tableIn(
        await office.leader.readShown(office.books.get('summary')!, `Xếp hạng ${track}`),
        COLUMNS,
      );
      const shown = table.rows.map((row) => {
        const [place, unit, points, grade] = COLUMNS.map((column) => text(row[table.header.indexOf(column)]));
        return [place, unit, numberIn(points!), grade];
      });
      expect(shown).toEqual(await ranked(name, period, office.grades));
    },
  );

  it('tells every issue of its files, each with its place, and opens nothing', async () => {
    await expect(ownCampaign(join(ROOT, 'examples'))).rejects.toThrow('có 3 chỗ cần sửa');
    await expect(ownCampaign(join(ROOT, 'examples/no-such-folder'))).rejects.toThrow('Không có thư mục');
  });
});

const COLUMNS = ['Hạng', 'Đơn vị', 'Tổng điểm', 'Xếp loại'];

async function openOwn(name: string) {
  const root = await mkdtemp(join(tmpdir(), 'own-'));
  const folder = await openDataFolder(root);
  const closing = new Closing();
  ends.push(() => rm(root, { recursive: true, force: true }));
  ends.push(async () => folder.close());
  ends.push(() => closing.run());
  const content = await ownCampaign(join(ROOT, 'examples', name));
  const { firstAdmin, readyAt: at, people, campaign } = content;
  const office = await openOffice({
    folder,
    closing,
    port: await freePorts(3),
    audience: AUDIENCE,
    firstAdmin,
  });
  const progress = createProgress({ write: () => {} });
  const lines = await content.fill({ office, folder, progress, reconcile: false, clock: undefined });
  const address = {
    functionsUrl: office.functions.url,
    sheetsUrl: office.sheets.url,
    audience: AUDIENCE,
    campaign: campaign.code,
    issuer: office.identity,
  };
  const emailOf = (role: string) => people.find((person) => person.role === role)!.email;
  const books = await findWorkbooks(address, emailOf('officer'));
  const editorOf = (unitId: string): Promise<Person> => {
    const unitName = campaign.units.find(({ id }) => id === unitId)!.name;
    return personAt(address, people.find((person) => person.unitName === unitName)!.email);
  };
  return {
    lines,
    at,
    books,
    grades: new Map(
      campaign.settings.flatMap(({ grades = [] }) => grades.map((each) => [each.code, each.name])),
    ),
    officer: await personAt(address, emailOf('officer')),
    leader: await personAt(address, emailOf('leader')),
    /** Types into the unit's own sheet and hands it in. */
    async submit(unitId: string, period: string, answers: ReadonlyMap<string, CellValue>): Promise<number> {
      const editor = await editorOf(unitId);
      const tab = submissionTitle(parsePeriod(period, campaign.calendar)!);
      const form = { period, unitId, spreadsheetId: books.get(`unit:${unitId}`)!, tab };
      const cells = await typeInto(editor, form, await editor.readCells(form.spreadsheetId, tab), answers);
      return (await sendForm(editor, form, cells, at)).status;
    },
  };
}

/** What each unit answers in a period, by criterion, as its example has it. */
async function reported(name: string, period: string): Promise<Map<string, Map<string, CellValue>>> {
  const rows = rowsOf(await readFile(join(ROOT, 'examples', name, 'submissions.csv'), 'utf8'));
  const units = new Map<string, Map<string, CellValue>>();
  for (const { period: of, unit_id = '', criterion = '', reported = '' } of rows) {
    if (of !== period) continue;
    const answers = units.get(unit_id) ?? new Map<string, CellValue>();
    units.set(unit_id, answers.set(criterion, Number.isNaN(Number(reported)) ? reported : Number(reported)));
  }
  return units;
}

/** The same columns, out of the command that ranks from files. */
async function ranked(name: string, period: string, grades: ReadonlyMap<string, string>): Promise<unknown> {
  const folder = join(ROOT, 'examples', name);
  const submissions = join(folder, 'submissions.csv');
  const { stdout } = await rank([
    ...['--campaign', folder, '--submissions', submissions],
    ...['--period', period, '--format', 'csv'],
  ]);
  return rowsOf(stdout).map(({ place = '', name: unit = '', points = '', grade = '' }) => [
    place,
    unit,
    points === '' ? '' : Number(points),
    grades.get(grade) ?? 'chưa báo cáo',
  ]);
}

/** "70,5" as a number; a cell without any as it is. */
const numberIn = (shown: string): number | string =>
  shown === '' ? '' : Number(shown.replaceAll('.', '').replace(',', '.'));
