import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { FormCells } from '../../functions/src/domain/form/form.ts';
import { OFFICER } from '../http/small-campaign.ts';
import { editorOf, someForm, wrongForm } from './campaign.ts';
import { lostOrTwice, type Told } from './expected.ts';
import { inPool, type LoadOffice, type LoadOptions, openLoadOffice } from './load-office.ts';
import { watchMemory } from './memory.ts';
import type { LoadReport } from './report.ts';

const MARCH = '2024-03' as PeriodId;
/** 5 April, midnight in Vietnam. */
const DEADLINE_MS = Date.parse('2024-04-05T16:59:59.999Z');
const MINUTE_MS = 60_000;

interface Arrival {
  readonly unitId: string;
  readonly atMs: number;
  readonly cells: FormCells;
  readonly requestKey: string;
}

/**
 * The last evening of March, in its order and as fast as the machine takes it: most forms come in the last hour, some
 * after midnight; some are sent twice, some with a wrong cell first. An officer looks where it stands all the time.
 */
export async function lastEvening(options: LoadOptions & { readonly atOnce: number }): Promise<LoadReport> {
  const load = await openLoadOffice(options);
  try {
    await load.prepare(
      '/move-period',
      OFFICER,
      { period: MARCH, action: 'open' },
      '2024-04-01T01:00:00.000Z',
    );
    const arrivals = load.unitIds
      .flatMap((unitId) => arrivalsOf(unitId, load.random))
      .sort((a, b) => a.atMs - b.atMs);
    const heapBefore = await load.heap();
    const stopWatching = watchMemory(load.office.functions.pid, () => load.caller.measured.length);
    const startedAt = performance.now();
    const told: (Told & Arrival)[] = [];
    let isOver = false;
    const officer = looking(load, () => isOver);
    await inPool(arrivals, options.atOnce, async (arrival) => {
      const { unitId, atMs, cells, requestKey } = arrival;
      const body = { period: MARCH, unitId, cells, requestKey };
      const reply = await load.caller.call(
        'submit-form',
        editorOf(unitId),
        body,
        new Date(atMs).toISOString(),
      );
      told.push({ ...arrival, reply });
    });
    const elapsedMs = performance.now() - startedAt;
    isOver = true;
    await officer;
    const memory = stopWatching();
    const { client, store, campaign, caller } = load;
    return {
      ...options,
      scenario: 'the last evening',
      elapsedMs,
      measured: caller.measured,
      memory,
      heapMiB: [heapBefore, await load.heap()],
      faults: [...(await lostOrTwice(client, { store, campaign, period: MARCH }, told)), ...lateOrNot(told)],
    };
  } finally {
    await load.stop();
  }
}

/** A request that is sent again is answered as it was the first time. */
function lateOrNot(told: readonly (Told & Arrival)[]): readonly string[] {
  return [...Map.groupBy(told, ({ requestKey }) => requestKey).values()].flatMap((same) => {
    const [{ unitId, atMs, reply }] = same.toSorted((a, b) => a.atMs - b.atMs) as [Told & Arrival];
    return reply.body.changed === true && reply.body.late !== atMs > DEADLINE_MS
      ? [`${unitId}: late or not`]
      : [];
  });
}

/** What one unit sends, and when: the nearer the deadline the more; a second time some minutes after the first. */
function arrivalsOf(unitId: string, random: () => number): readonly Arrival[] {
  const kind = random();
  if (kind < 0.02) return []; // never
  const isLate = kind > 0.97;
  const fromDeadline = isLate ? -random() * 180 : Math.min(600, -Math.log(1 - random()) * 40);
  const firstMs = DEADLINE_MS - fromDeadline * MINUTE_MS;
  const secondMs = firstMs + (1 + random() * 9) * MINUTE_MS;
  const [wrong, good, other] = [wrongForm(random), someForm(random), someForm(random)];
  const arrival = (atMs: number, cells: FormCells, nth: number): Arrival => ({
    unitId,
    atMs,
    cells,
    requestKey: `evening-${unitId}-${nth}`,
  });
  if (kind < 0.07) return [arrival(firstMs, good, 1), arrival(secondMs, good, 1)]; // the same request again
  if (kind < 0.12) return [arrival(firstMs, good, 1), arrival(secondMs, good, 2)]; // the same answers again
  if (kind < 0.2) return [arrival(firstMs, wrong, 1), arrival(secondMs, good, 2)]; // refused first
  if (kind < 0.24) return [arrival(firstMs, good, 1), arrival(secondMs, other, 2)]; // locked by then
  return [arrival(firstMs, good, 1)];
}

async function looking({ caller }: LoadOffice, isOver: () => boolean): Promise<void> {
  const at = new Date(DEADLINE_MS).toISOString();
  while (!isOver()) {
    await caller.get('period-status', OFFICER, { period: MARCH }, at);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
