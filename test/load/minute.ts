import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { FormCells } from '../../functions/src/domain/form/form.ts';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import { filledAppraisal, OFFICER, OFFICER_2 } from '../http/small-campaign.ts';
import type { Reply } from '../http/test-office.ts';
import { editorOf, someForm, wrongForm } from './campaign.ts';
import { lostOrTwice, type Told } from './expected.ts';
import { inPool, type LoadOffice, type LoadOptions, openLoadOffice } from './load-office.ts';
import { watchMemory } from './memory.ts';
import type { LoadReport } from './report.ts';

const FEBRUARY = '2024-02' as PeriodId;
const MARCH = '2024-03' as PeriodId;
const IN_FEBRUARY = '2024-02-20T03:00:00.000Z';
const IN_MARCH = '2024-04-05T09:00:00.000Z';

/**
 * Every unit sends March's form within `withinMs`, some twice, some with a wrong cell first, while the office evaluates and
 * publishes February, writes its workbooks, appraises March and looks where it stands.
 */
export async function sameMinute(options: LoadOptions & { readonly withinMs: number }): Promise<LoadReport> {
  const load = await openLoadOffice(options);
  try {
    await closeFebruary(load);
    await load.prepare('/move-period', OFFICER, { period: MARCH, action: 'open' }, IN_MARCH);
    const heapBefore = await load.heap();
    const stopWatching = watchMemory(load.office.functions.pid, () => load.caller.measured.length);
    const startedAt = performance.now();
    const units = Promise.all(load.unitIds.map((unitId) => sendOne(load, unitId, options.withinMs)));
    let over = false;
    const told = units.finally(() => {
      over = true;
    });
    const faults = (
      await Promise.all([publishFebruary(load), appraising(load, () => over), looking(load, () => over)])
    ).flat();
    const all = (await told).flat();
    const elapsedMs = performance.now() - startedAt;
    const memory = stopWatching();
    const { client, store, campaign } = load;
    return {
      ...options,
      scenario: 'the same minute',
      elapsedMs,
      measured: load.caller.measured,
      memory,
      heapMiB: [heapBefore, await load.heap()],
      faults: [
        ...faults,
        ...(await lostOrTwice(client, { store, campaign, period: MARCH }, all)),
        ...(await faultsOfFebruary(load)),
      ],
    };
  } finally {
    await load.stop();
  }
}

async function closeFebruary({ prepare, unitIds, random }: LoadOffice): Promise<void> {
  await prepare('/move-period', OFFICER, { period: FEBRUARY, action: 'open' }, IN_FEBRUARY);
  await inPool(unitIds, 8, (unitId) =>
    prepare(
      '/submit-form',
      editorOf(unitId),
      { period: FEBRUARY, unitId, cells: someForm(random) },
      IN_FEBRUARY,
    ),
  );
  await prepare('/move-period', OFFICER, { period: FEBRUARY, action: 'close' }, IN_MARCH);
}

/** Of ten units six send once. Some send twice in the same moment, some mend what was refused, and some change their mind. */
async function sendOne(load: LoadOffice, unitId: string, withinMs: number): Promise<readonly Told[]> {
  const { random } = load;
  const kind = load.unitIds.indexOf(unitId) % 10;
  const at = random() * withinMs;
  const [wrong, good, other] = [wrongForm(random), someForm(random), someForm(random)];
  const key = `minute-${unitId}`;
  await new Promise((resolve) => setTimeout(resolve, at));
  const send = (cells: FormCells, requestKey: string) => submit(load, unitId, cells, requestKey);
  if (kind === 1) return Promise.all([send(good, key), send(good, `${key}-2`)]);
  if (kind === 2) return Promise.all([send(good, key), send(good, key)]);
  if (kind === 3) return [await send(wrong, `${key}-1`), await send(good, key)];
  if (kind === 4) return [await send(good, key), await send(other, `${key}-2`)];
  return [await send(good, key)];
}

async function submit(load: LoadOffice, unitId: string, cells: FormCells, requestKey: string): Promise<Told> {
  const body = { period: MARCH, unitId, cells, requestKey };
  return {
    unitId,
    cells,
    requestKey,
    reply: await load.caller.call('submit-form', editorOf(unitId), body, IN_MARCH),
  };
}

/** What an officer does with February while March's forms come in. Answers with what was refused and should not be. */
async function publishFebruary({ caller }: LoadOffice): Promise<readonly string[]> {
  const wrong: string[] = [];
  const wants = (what: string, { status, body }: Reply) => {
    if (status >= 300) wrong.push(`${what}: ${JSON.stringify(body)}`);
  };
  for (const action of ['evaluate', 'publish']) {
    const body = { period: FEBRUARY, action, requestKey: `february-${action}` };
    wants(action, await caller.call('move-period', OFFICER, body, IN_MARCH));
  }
  wants('start-job', await caller.call('start-job', OFFICER, { kind: 'collect', period: MARCH }, IN_MARCH));
  for (const name of ['deliver', 'run-jobs'])
    wants(name, await caller.call(name, OFFICER, { withinMs: 5_000 }, IN_MARCH));
  return wrong;
}

/** Forms that came in are appraised, some at a time, as long as they come. */
async function appraising(
  { caller, store, unitIds }: LoadOffice,
  isOver: () => boolean,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const changed: string[] = [];
  do {
    const some = (await store.submissions(MARCH)).filter(({ unitId }) => !seen.has(unitId)).slice(0, 20);
    for (const { unitId } of some) seen.add(unitId);
    const rows = some.map(({ unitId }) => ({
      unit: unitId,
      criterion: 'C01',
      appraised: 0,
      note: 'Thẩm định',
    }));
    if (rows.length > 0) {
      const body = { period: MARCH, cells: filledAppraisal(rows), requestKey: `appraise-${seen.size}` };
      const { status, body: answer } = await caller.call('appraise', OFFICER_2, body, IN_MARCH);
      if (status < 300) changed.push(...answer.changed);
      else wrong.push(`appraise: ${JSON.stringify(answer)}`);
    } else await new Promise((resolve) => setTimeout(resolve, 100));
  } while (!isOver() && seen.size < unitIds.length);
  const stored = (await store.appraisals(MARCH)).map(({ unitId }) => unitId).sort();
  if (stored.join() !== changed.sort().join())
    wrong.push(`${changed.length} appraisals were taken in, ${stored.length} are stored`);
  return wrong;
}

async function looking({ caller }: LoadOffice, isOver: () => boolean): Promise<readonly string[]> {
  const wrong: string[] = [];
  do {
    const { status } = await caller.get('period-status', OFFICER, { period: MARCH }, IN_MARCH);
    if (status !== 200) wrong.push(`period-status: ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  } while (!isOver());
  return wrong;
}

/** Published once, from all forms, and again the same from what is kept. */
async function faultsOfFebruary({ store, units }: LoadOffice): Promise<readonly string[]> {
  const record = await store.period(FEBRUARY);
  const stored = await store.result(FEBRUARY);
  const ranked = stored?.result.units.filter(({ status }) => status === 'ranked').length;
  const faults: string[] = [];
  if (record?.state !== 'published' || record.resultVersion !== 1) faults.push(`February: ${record?.state}`);
  if (ranked !== units) faults.push(`February: ${ranked} of ${units} units are ranked`);
  const replayed = await replayPeriod(store, FEBRUARY, 1);
  if (!replayed.same) faults.push('February: replayed, it is another result');
  return faults;
}
