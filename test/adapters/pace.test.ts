import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPace } from '../../functions/src/adapters/pace.ts';
import { hadNoTurn } from '../../functions/src/domain/no-turn.ts';

/** A clock that goes on where somebody sleeps: sleepers wake in the order of their time. */
function sleepersClock() {
  let nowMs = 0;
  const sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];
  return {
    monotonicMs: () => nowMs,
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        sleepers.push({ atMs: nowMs + ms, wake: resolve });
      }),
    pass(ms: number) {
      nowMs += ms;
    },
    async wakeAll() {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.atMs - b.atMs);
        const next = sleepers.shift();
        if (next === undefined) return;
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
      }
    },
  };
}

const FOREVER = () => Number.POSITIVE_INFINITY;

it('gives no more turns in any minute than there are, in the order of asking, whenever they are asked for', async () => {
  const someMs = fc.integer({ min: 0, max: 30_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(someMs, { maxLength: 150 }),
      async (perMinute, gaps) => {
        const clock = sleepersClock();
        const pace = openPace({ perMinute, monotonicMs: clock.monotonicMs });
        const taken: { readonly nth: number; readonly atMs: number }[] = [];
        let askedMs = 0;
        for (const [nth, gapMs] of gaps.entries()) {
          askedMs += gapMs % 7 === 0 ? gapMs : 0; // most come at the same moment as another
          void clock
            .sleep(askedMs)
            .then(() => pace.turn({ leftMs: FOREVER, sleep: clock.sleep }))
            .then(() => taken.push({ nth, atMs: clock.monotonicMs() }));
        }
        await clock.wakeAll();
        expect(taken.map(({ nth }) => nth)).toEqual(gaps.map((_, nth) => nth));
        for (const { atMs } of taken) {
          const inMinute = taken.filter((each) => each.atMs >= atMs && each.atMs < atMs + 60_000);
          expect(inMinute.length).toBeLessThanOrEqual(perMinute);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('lets a few through at once, and all of sixty within 80 seconds', async () => {
  const clock = sleepersClock();
  const pace = openPace({ perMinute: 60, monotonicMs: clock.monotonicMs });
  const atMs: number[] = [];
  for (let i = 0; i < 60; i++)
    void pace.turn({ leftMs: FOREVER, sleep: clock.sleep }).then(() => atMs.push(clock.monotonicMs()));
  await clock.wakeAll();
  expect(atMs.filter((each) => each === 0)).toHaveLength(15);
  expect(atMs.at(-1)).toBeLessThan(80_000);
});

it('takes no turn that would come too late, and says so', async () => {
  const clock = sleepersClock();
  const pace = openPace({ perMinute: 4, monotonicMs: clock.monotonicMs });
  const inTime = { leftMs: () => 10_000, sleep: clock.sleep };
  await pace.turn(inTime);
  await expect(pace.turn(inTime)).rejects.toSatisfy(hadNoTurn);
  await expect(pace.turn(inTime)).rejects.toSatisfy(hadNoTurn);
  clock.pass(20_000);
  await pace.turn(inTime);
});
