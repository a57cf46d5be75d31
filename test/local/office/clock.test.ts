import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptClock, setClock } from '../../../local/office/clock.ts';
import { Trouble } from '../../../local/office/trouble.ts';

const SAMPLE = new Date('2024-05-04T01:00:00Z');
const HOUR_MS = 3_600_000;

describe('the office clock', () => {
  it('runs at the pace of the machine from the moment it was set to', () => {
    const { file, real, pass } = outside();
    const clock = setClock(file, SAMPLE, real);
    expect(clock.now()).toEqual(SAMPLE);
    pass(2 * HOUR_MS);
    expect(clock.now()).toEqual(new Date('2024-05-04T03:00:00Z'));
  });

  it('goes on over restarts, kept or killed, the time in between included', () => {
    const { file, real, pass } = outside();
    setClock(file, SAMPLE, real);
    pass(HOUR_MS);
    const second = keptClock(file, real)!;
    pass(HOUR_MS);
    second.keep();
    pass(HOUR_MS);
    expect(keptClock(file, real)!.now()).toEqual(new Date('2024-05-04T04:00:00Z'));
  });

  it('never goes back when the machine’s clock is set back, neither running nor over a restart', () => {
    const { file, real, pass } = outside();
    const clock = setClock(file, SAMPLE, real);
    pass(2 * HOUR_MS);
    const before = clock.now();
    pass(-24 * HOUR_MS);
    expect(clock.now()).toEqual(before);
    clock.keep();
    const restarted = keptClock(file, real)!;
    expect(restarted.now()).toEqual(before);
    pass(HOUR_MS);
    expect(restarted.now()).toEqual(new Date(before.getTime() + HOUR_MS));
  });

  it('is not there before it was set', () => {
    expect(keptClock(outside().file)).toBeUndefined();
  });

  it('keeps the two moments in a file that people can read', () => {
    const { file, real } = outside();
    setClock(file, SAMPLE, real);
    expect(readFileSync(file, 'utf8')).toBe(
      '{"at":"2024-05-04T01:00:00.000Z","setAt":"2026-11-20T00:00:00.000Z"}\n',
    );
  });

  it.each(['', '{}', '{"at":"morgen","setAt":"2026-11-20T00:00:00.000Z"}'])(
    'says what to do when its file is spoilt: %j',
    (text) => {
      const { file } = outside();
      writeFileSync(file, text);
      expect(() => keptClock(file)).toThrow(Trouble);
    },
  );
});

/** A machine's clock that the test moves. */
function outside() {
  let at = Date.parse('2026-11-20T00:00:00Z');
  return {
    file: join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json'),
    real: () => new Date(at),
    pass(ms: number) {
      at += ms;
    },
  };
}
