import { describe, expect, it } from 'vitest';
import { callGoogle } from '../../../functions/src/adapters/google-call.ts';
import { AppError } from '../../../functions/src/domain/app-error.ts';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { appraise } from '../../../functions/src/usecases/forms/appraise.ts';
import { collectForms } from '../../../functions/src/usecases/forms/collect-forms.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles, filledAppraisal, OFFICER } from '../../http/small-campaign.ts';
import type { PublishedCampaign } from './publishing-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

const MARCH = '2024-03' as PeriodId;
let count = 0;
publishingOffice();

describe('a deliverer slower than its lease', () => {
  it('does not leave an older state in the sheet when somebody else delivered a newer one', async () => {
    const t = await openMarch();
    await publish(t);
    await t.move(MARCH, 'reopen', 'Sửa');
    const slow = gate();
    const { sheets } = office.local.google();
    const late = {
      sheets: {
        ...sheets,
        apply: async (...args: Parameters<typeof sheets.apply>) => {
          slow.arrive();
          await slow.opened;
          await sheets.apply(...args);
        },
      },
    };
    const first = t.deliver({ concurrency: 1 }, late);
    await slow.arrived;
    t.at = new Date(t.at.getTime() + 31_000);
    for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
    expect(await t.deliver()).toMatchObject({ failed: 0, remaining: 0 });
    slow.open();
    await first;
    await t.deliver();
    expect(await t.store.pendingOutboxCount()).toBe(0);
    for (const row of (await t.look('summary'))['Xếp hạng XA']!.slice(0, 3))
      expect(String(row[0])).not.toContain('mở lại để chỉnh sửa');
    expect((await t.look('office'))['Theo dõi']![1]![0]).toBe('Kỳ đã công bố.');
  });
});

describe('a form whose tab or row was deleted', () => {
  it('comes back with what the unit submitted', async () => {
    const t = await openMarch();
    await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
    await change(t, 'unit:A', ({ sheetId }) => [{ deleteSheet: { sheetId } }]);
    await ask(t, 'unit:A');
    await t.deliver();
    expect(await answers(t, 'A')).toEqual([
      ['C1', 8],
      ['C2', 'Có'],
    ]);
    await change(t, 'unit:A', ({ sheetId }) => [
      { deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 4, endIndex: 5 } } },
    ]);
    expect(await answers(t, 'A')).toEqual([['C1', 8]]);
    await ask(t, 'unit:A');
    await t.deliver();
    expect(await answers(t, 'A')).toEqual([
      ['C1', 8],
      ['C2', 'Có'],
    ]);
  });

  it('comes back blank where nothing was submitted, and what stands there is left alone', async () => {
    const t = await openMarch();
    await change(t, 'unit:B', ({ sheetId }) => [{ deleteSheet: { sheetId } }]);
    await ask(t, 'unit:B');
    await t.deliver();
    expect(await answers(t, 'B')).toEqual([
      ['C1', null],
      ['C2', null],
    ]);
    await fill(t, 'B', [3, 'Không']);
    await t.submit(MARCH, 'B', { C1: 9, C2: 'Có' });
    await ask(t, 'unit:B');
    await t.deliver();
    expect(await answers(t, 'B')).toEqual([
      ['C1', 3],
      ['C2', 'Không'],
    ]);
  });
});

describe('the office', () => {
  it('sees who sent the form and who was appraised once it appraises', async () => {
    const t = await openMarch();
    await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 }); // the unit's own
    expect(await tracked(t)).toEqual(['A chưa nộp ', 'B chưa nộp ', 'C chưa nộp ']);
    const cells = filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 7, note: 'Thiếu' }]);
    await appraise(t.acting(), { period: MARCH, cells });
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
    expect(await tracked(t)).toEqual(['A đúng hạn đã thẩm định', 'B chưa nộp ', 'C chưa nộp ']);
    await appraise(t.acting(), { period: MARCH, cells });
    expect(await t.deliver()).toEqual({ delivered: 0, failed: 0, remaining: 0 });
  });
});

describe('collecting', () => {
  it('gives way to a form that the unit sent while its workbook was read', async () => {
    const t = await openMarch();
    await fill(t, 'A', [1, 'Không']);
    const { sheets } = office.local.google();
    const readForm: typeof sheets.readForm = async (...args) => {
      const cells = await sheets.readForm(...args);
      if ((await t.store.submission(MARCH, 'A')) === undefined)
        await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
      return cells;
    };
    const google = office.local.google({ sheets: { ...sheets, readForm } });
    const { units } = await collectForms(t.acting(), google, { period: MARCH, concurrency: 1 });
    expect(units[0]).toEqual({ unitId: 'A', outcome: 'accepted', late: false });
    expect(await t.store.submission(MARCH, 'A')).toMatchObject({
      revision: 1,
      source: 'submitted',
      answers: [{ reported: { value: '8' } }, { reported: { value: true } }],
    });
  });

  it('goes on from where the time ran out, not again from those that sent nothing', async () => {
    const t = await openMarch();
    await fill(t, 'C', [8, 'Có']);
    const looked: string[] = [];
    for (let from: string | undefined = 'A'; from !== undefined; ) {
      let ms = 0;
      const google = office.local.google({ monotonicMs: () => ms++ });
      const order = { period: MARCH, from, withinMs: 2, concurrency: 1 };
      const { units, next, remaining } = await collectForms(t.acting(), google, order);
      looked.push(...units.map(({ unitId, outcome }) => `${unitId} ${outcome}`), `${remaining} left`);
      expect(looked.length).toBeLessThan(20);
      from = next;
    }
    expect(looked.filter((line) => !line.endsWith('left'))).toEqual(['A missing', 'B missing', 'C accepted']);
    expect(looked.at(-1)).toBe('0 left');
  });

  it('goes on when one form cannot be kept just now', async () => {
    const t = await openMarch();
    await fill(t, 'A', [8, 'Có']);
    await fill(t, 'B', [9, 'Có']);
    let contended = false;
    const store: Store = {
      ...t.store,
      transact: (work) => {
        if (contended) return t.store.transact(work);
        contended = true;
        return Promise.reject(new AppError('conflict'));
      },
    };
    const order = { period: MARCH, concurrency: 1 };
    const { units } = await collectForms({ ...t.acting(), store }, office.local.google(), order);
    expect(units.map(({ outcome }) => outcome)).toEqual(['unavailable', 'accepted', 'missing']);
    const again = await collectForms(t.acting(), office.local.google(), order);
    expect(again.units.map(({ outcome }) => outcome)).toEqual(['accepted', 'missing']);
  });
});

describe('sharing', () => {
  it('takes access away and gives it to the others though Google refuses one address', async () => {
    const t = await openMarch();
    const files = campaignFiles(t.code, {
      members: [
        'admin@x.example,admin,',
        `${OFFICER},officer,`,
        'bad@x.example,unit_editor,A',
        'new@x.example,unit_editor,A',
      ],
    });
    await loadCampaign(t.acting('admin@x.example'), { campaign: t.code, files });
    for (const id of ['summary', 'office', 'units'] as const) {
      const entry = await t.store.outboxEntry(id);
      await t.store.transact(async (transaction) =>
        transaction.putOutboxEntry({ ...entry!, state: 'delivered' }),
      );
    }
    await ask(t, 'unit:A');
    office.local.faults.push({ status: 400, only: /^POST .*permissions/ });
    office.local.calls.length = 0;
    expect(await t.deliver()).toEqual({ delivered: 0, failed: 1, remaining: 1 });
    expect(
      office.local.calls
        .filter((call) => /DELETE|POST .*permissions/.test(call))
        .map((call) => call.replace(/\d+$/, '*')),
    ).toEqual([
      ...Array(2).fill('DELETE /drive/v3/files/*/permissions/*'),
      ...Array(2).fill('POST /drive/v3/files/*/permissions'),
    ]);
  });

  it('waits where Drive says 403 for a rate limit, and not where it says 403 for a right', async () => {
    const forbidden = (reason: string) =>
      Object.assign(new Error(reason), {
        response: { status: 403, data: { error: { errors: [{ reason }] } } },
      });
    const call = async (reason: string) => {
      let asked = 0;
      const answer = callGoogle('file', PATIENT, async () => {
        if (++asked < 3) throw forbidden(reason);
        return 'done';
      });
      return answer.catch(({ details }) => details.status);
    };
    expect(await call('userRateLimitExceeded')).toBe('done');
    expect(await call('rateLimitExceeded')).toBe('done');
    expect(await call('insufficientFilePermissions')).toBe(403);
  });
});

async function openMarch(): Promise<PublishedCampaign> {
  const code = `S${count++}`;
  const t = await office.campaign(code, campaignFiles(code));
  await t.move(MARCH, 'open');
  await t.store.transact(async (transaction) => transaction.enqueue('summary', t.at));
  await t.deliver();
  return t;
}

async function publish(t: PublishedCampaign): Promise<void> {
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
  await t.deliver();
}

function ask(t: PublishedCampaign, id: 'summary' | 'office' | `unit:${string}`): Promise<void> {
  return t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
}

async function formOf(t: PublishedCampaign, unitId: string) {
  const { sheets } = office.local.google();
  const { tabs } = await sheets.read(await t.spreadsheetId(`unit:${unitId}`), PATIENT);
  return tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${MARCH}`))!;
}

async function answers(t: PublishedCampaign, unitId: string) {
  const { values, columnMarks } = await formOf(t, unitId);
  const at = (key: string) => columnMarks.find(({ value }) => value === key)!.at;
  return values.slice(3).map((row) => [row[at('criterion')], row[at('reported')] ?? null]);
}

async function change(
  t: PublishedCampaign,
  id: `unit:${string}`,
  requestsOf: (form: { sheetId: number }) => object[],
): Promise<void> {
  const form = await formOf(t, id.slice('unit:'.length));
  const { sheets } = office.local.google();
  await sheets.apply(await t.spreadsheetId(id), { requests: requestsOf(form) } as never, PATIENT);
}

/** Types the answers into the form, in the order of its rows. */
function fill(t: PublishedCampaign, unitId: string, typed: readonly (string | number)[]): Promise<void> {
  return change(t, `unit:${unitId}`, ({ sheetId }) => {
    const value = (answer: string | number) =>
      typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer };
    const rows = typed.map((answer) => ({ values: [{ userEnteredValue: value(answer) }] }));
    const start = { sheetId, rowIndex: 3, columnIndex: 6 };
    return [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
  });
}

async function tracked(t: PublishedCampaign): Promise<string[]> {
  const cell = (value: unknown): CellValue => (value as CellValue) ?? '';
  return (await t.look('office'))
    ['Theo dõi']!.slice(3)
    .map((row) => `${cell(row[0])} ${cell(row[4])} ${cell(row[8])}`);
}

function gate() {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { opened, arrived, open: () => open(), arrive: () => arrive() };
}
