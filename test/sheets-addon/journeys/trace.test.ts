import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceCode } from '../../../functions/src/domain/trace/trace-code.ts';
import { OFFICER } from '../../http/small-campaign.ts';
import { type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import { openDoors } from '../doors.ts';

let addOn: AddOnOffice;
const doors = openDoors();

beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(async () => {
  doors.close();
  await addOn.stop();
});

interface Line {
  readonly event: string;
  readonly trace?: string;
  readonly traceCode?: string;
  readonly workbook?: string;
  readonly causes?: readonly string[];
}

function linesOf(campaign: string): readonly Line[] {
  return addOn.office
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes(`"campaign":"${campaign}"`))
    .map((line) => JSON.parse(line) as Line);
}

async function provisioned(code: string) {
  const t = await addOn.campaign(code);
  await t.post('/provision');
  await t.deliver();
  return t;
}

describe('one click', () => {
  it('is one trace, from the functions’ line through the log to the line of each workbook that was written', async () => {
    const t = await provisioned('TRACE');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Mở kỳ tiếp theo');
    const before = linesOf('TRACE').length;
    await window.press('Mở kỳ');
    await t.deliver();

    const lines = linesOf('TRACE').slice(before);
    const [click] = lines.filter(({ event }) => event === 'move-period');
    expect(click).toMatchObject({ trace: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(click?.traceCode).toBe(traceCode(click!.trace!));
    // What the click asked before and after it goes under the same trace.
    const same = lines.filter(({ trace }) => trace === click?.trace).map(({ event }) => event);
    expect(same).toEqual(expect.arrayContaining(['workbook-context', 'move-period']));

    const [entry] = await t.store.log(1);
    expect(entry).toMatchObject({ action: 'period_opened', trace: click?.trace });
    const written = lines.filter(({ event }) => event === 'workbook-delivered');
    expect(written.map(({ workbook }) => workbook).sort()).toEqual(
      expect.arrayContaining(['office', 'unit:A', 'unit:B']),
    );
    for (const { causes, trace } of written) {
      expect(causes).toEqual([click?.trace]);
      expect(trace).not.toBe(click?.trace); // whoever delivers has a trace of the own
    }
    expect((await t.store.outboxEntry('office'))?.traces).toBeUndefined();
  });

  it('that asks for long work is the trace of what the work writes, whoever runs it', async () => {
    const t = await provisioned('TRACEJOB');
    const window = await t.open(OFFICER, 'office');
    await window.choose('Lập, cập nhật các sổ');
    await window.press('Lập, cập nhật các sổ');
    await t.post('/run-jobs');
    const lines = linesOf('TRACEJOB');
    const click = lines.find(({ event }) => event === 'start-job')!;
    expect((await t.store.jobs(1))[0]?.trace).toBe(click.trace);
    expect(lines.find(({ event }) => event === 'job-done')?.trace).toBe(click.trace);
    const [newest] = await t.store.log(1);
    expect(newest).toMatchObject({ action: 'workbooks_requested', trace: click.trace });
    const written = lines.filter(({ causes }) => causes?.includes(click.trace!));
    expect(new Set(written.map(({ workbook }) => workbook))).toEqual(
      new Set(['summary', 'office', 'unit:A', 'unit:B', 'unit:C']),
    );
  });

  it('that failed is told with a code that can be read out', async () => {
    const t = await provisioned('TRACECODE');
    const busy = await doors.where(addOn.office, () => 'cut');
    const window = await t.open(OFFICER, 'office', await addOn.hostBefore(busy));
    await window.choose('Nhật ký');
    expect(window.said).toMatch(
      /Chưa liên lạc được với máy chủ\..* Mã: [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/m,
    );
  });
});
