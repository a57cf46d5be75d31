import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import type { Asked, Calls } from '../../local/apps-script/host.ts';
import { EDITOR_A, OFFICER } from '../http/small-campaign.ts';
import { campaignWithFields } from '../usecases/registers/register-office.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD } from './add-on-office.ts';
import { AddOnWindow } from './add-on-window.ts';
import { tabOf, typeRows } from './register-rows.ts';
import { rightAnswers, wideCampaign } from './wide-campaign.ts';

/** What one click comes to. */
export interface Counted {
  readonly workbook: 'unit' | 'office';
  readonly action: string;
  /** Calls of the spreadsheet service that ask the spreadsheet or change it, by method. */
  readonly calls: Calls;
  /** What was asked of the services besides, in order. */
  readonly asked: readonly Asked[];
  readonly ms: number;
  /** The title of the screen it led to, and what stands on it. */
  readonly title: string;
  readonly said: string;
}

const added = (one: Calls, other: Calls): Calls => {
  const methods = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...methods].map((method) => [method, (one[method] ?? 0) + (other[method] ?? 0)]),
  );
};

export const total = (calls: Calls): number => Object.values(calls).reduce((sum, times) => sum + times, 0);

export interface Played {
  /** Of the register. */
  readonly rows: number;
  /** Which of the office's items; all of them unless told. */
  readonly office?: readonly string[];
}

/** What every other click is timed beside; several, for each is short. */
export const EMPTY = 'nothing: an empty call';
const EMPTY_CALLS = 5;
const OF_POINTS = 12;
const FORM = `form:${PERIOD}`;
const { registration } = REGISTERS;

/**
 * Plays what people click in a unit's workbook (a form of fourteen criteria, a register of so many rows) and in the
 * office's, and counts. A campaign of its own, by code.
 */
export async function countActions(
  addOn: AddOnOffice,
  code: string,
  { rows, office }: Played,
): Promise<readonly Counted[]> {
  const t = await addOn.campaign(code, fullCampaign(code));
  await t.post('/provision');
  await t.move('open');
  await t.deliver();
  const all: Counted[] = [];
  const asked: Asked[] = [];
  const host = await addOn.hostBefore(addOn.office.functions.url, { onAsked: (one) => asked.push(one) });
  const counter: Counter = {
    async open(person, workbook) {
      const spreadsheetId = await t.idOf(workbook);
      const window = new AddOnWindow(host, { person, spreadsheetId });
      await count(workbook, 'the workbook is opened', window, async () => {
        await window.opened();
        return window.menuCalls;
      });
      return window;
    },
    async click(workbook, action, window, work) {
      await count(workbook, action, window, async () => {
        window.menuCalls = {};
        await work();
        return added(window.menuCalls, window.calls);
      });
    },
  };
  const count = async (
    workbook: 'unit:A' | 'office',
    action: string,
    window: AddOnWindow,
    work: () => Promise<Calls>,
  ) => {
    asked.length = 0;
    const startedAt = performance.now();
    const calls = await work();
    const ms = performance.now() - startedAt;
    const kind = workbook === 'office' ? 'office' : 'unit';
    const { screen, said } = window;
    all.push({ workbook: kind, action, calls, asked: [...asked], ms, title: screen?.title ?? '', said });
  };
  await inUnit(t, counter, rows);
  await inOffice(counter, office);
  return all;
}

interface Counter {
  open(person: string, workbook: 'unit:A' | 'office'): Promise<AddOnWindow>;
  click(
    workbook: 'unit:A' | 'office',
    action: string,
    window: AddOnWindow,
    work: () => Promise<unknown>,
  ): Promise<void>;
}

function fullCampaign(code: string): Record<string, string> {
  return { ...wideCampaign(code, OF_POINTS), 'campaign.json': campaignWithFields(code)['campaign.json']! };
}

async function inUnit(t: AddOnCampaign, { open, click }: Counter, rows: number): Promise<void> {
  const last = 3 + OF_POINTS + 2;
  const right = rightAnswers(OF_POINTS);
  const fill = (answers: typeof right) => t.type(EDITOR_A, 'unit:A', FORM, `F4:H${last}`, answers);
  await fill(right);
  const window = await open(EDITOR_A, 'unit:A');
  const unit = (action: string, work: () => Promise<unknown>) => click('unit:A', action, window, work);
  window.selection = { sheetId: (await t.tab('unit:A', FORM)).sheetId, range: 'A1' };

  for (let i = 0; i < EMPTY_CALLS; i++) await unit(EMPTY, async () => window.ask({ do: 'none' as never }));
  await unit('check, the first after opening', () => window.choose('Kiểm tra phiếu'));
  await unit('check, all right', () => window.press('Kiểm tra lại'));
  await fill(right.map(([target]) => [target ?? '', 'nhiều lắm', '']));
  await unit('check, every answer wrong', () => window.press('Kiểm tra lại'));
  await unit('check, the same again', () => window.press('Kiểm tra lại'));
  await unit('a wrong cell is pressed', () => window.ask(window.block('issues').issues[0]!.select!));
  await fill(right);
  await unit('check, mended', () => window.press('Kiểm tra lại'));
  await unit('submit, the question', () => window.press('Nộp phiếu'));
  await unit('submit, sent', () => window.press('Nộp ngay'));
  await unit('result', () => window.choose('Kết quả của đơn vị'));

  const { sheetId } = await t.tab('unit:A', tabOf(registration));
  const own = Array.from({ length: rows }, (_, i) => ({
    ...{ kind: 'Cá nhân', name: `Nguyễn Văn ${i + 1}`, position: 'nông dân', field: 'NN – Nông nghiệp' },
    ...{ content: 'Trồng dừa hữu cơ', target: '2 ha', registeredOn: '20/02/2024', state: 'Đang phấn đấu' },
  }));
  await t.change('unit:A', { appendDimension: { sheetId, dimension: 'ROWS', length: rows } });
  await typeRows(t, EDITOR_A, 'unit:A', registration, ...own);
  window.selection = { sheetId, range: 'A1' };
  await unit(`register of ${rows} new rows, the question`, () => window.choose('Gửi sổ đang mở'));
  await unit(`register of ${rows} new rows, sent`, () => window.press('Gửi'));
  await unit(`register of ${rows} kept rows`, () => window.choose('Gửi sổ đang mở'));
}

async function inOffice({ open, click }: Counter, labels?: readonly string[]): Promise<void> {
  const window = await open(OFFICER, 'office');
  for (const label of labels ?? window.labels)
    await click('office', label, window, () => window.choose(label));
}
