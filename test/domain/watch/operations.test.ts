import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDING_KINDS } from '../../../functions/src/domain/watch/finding.ts';
import {
  digestsOf,
  isWorthShowing,
  levelOf,
  type OperationRow,
  schedulerState,
} from '../../../functions/src/domain/watch/operations.ts';
import * as en from '../../../functions/src/messages/en/operations.ts';
import * as vi from '../../../functions/src/messages/vi/operations.ts';

const T = (minutes: number) => new Date(Date.UTC(2024, 2, 20, 3, minutes));
const at = T(0).toISOString();

const ROWS: readonly OperationRow[] = [
  ...(['never', 'alive', 'silent'] as const).map(
    (state): OperationRow => ({ about: 'scheduler', state, at }),
  ),
  { about: 'pending', count: 0, isLong: false },
  { about: 'pending', count: 3, at, isLong: false },
  { about: 'pending', count: 3, at, isLong: true },
  { about: 'delivered', at },
  ...[
    'unavailable 429',
    'internal 403',
    'not_found',
    'TypeError',
    'conflict',
    'stored_document_unreadable',
    'unavailable 503',
  ].map(
    (code): OperationRow => ({
      about: 'failing',
      workbook: 'unit:A',
      at,
      times: 4,
      code,
      trace: 'a'.repeat(32),
    }),
  ),
  { about: 'dropped', workbook: 'office', at, reason: 'Sổ cũ', code: 'not_found', isWaiting: false },
  { about: 'dropped', workbook: 'office', at, reason: 'Sổ cũ', code: 'not_found', isWaiting: true },
  { about: 'job', kind: 'publish', period: '2024-03', state: 'running', at, isLong: false },
  { about: 'job', kind: 'provision', state: 'waiting', at, isLong: true },
  { about: 'job', kind: 'evaluate', period: '2024-03', state: 'failed', at, isLong: false, code: 'conflict' },
  ...FINDING_KINDS.flatMap((kind): OperationRow[] =>
    [true, false].map((flag) => ({
      about: 'finding',
      workbook: 'unit:A',
      at,
      kind,
      subject: 'z@y.example',
      mayWrite: flag,
      isMember: flag,
    })),
  ),
  { about: 'copy', workbook: 'unit:A', spreadsheetId: 'copy-of-a-workbook', by: 'a@x.example', at },
  { about: 'log', number: 7, at },
];
const names = {
  workbook: (id?: string) => `sổ ${id}`,
  period: (id: string) => id,
  error: (code: string) => `câu ${code}`,
};

describe('a row of Vận hành', () => {
  it('that somebody has to see to says what to do, in both languages; no word is missing', () => {
    for (const row of ROWS)
      for (const { explainOperation } of [vi, en]) {
        const { about, state, todo } = explainOperation(row, names);
        expect([row, about, state].join(' ')).not.toMatch(/undefined|\[object Function/);
        expect([about.length > 0, state.length > 0], JSON.stringify(row)).toEqual([true, true]);
        if (levelOf(row) === 'act') expect(todo, JSON.stringify(row)).toMatch(/\p{L}{2}.*\.$/u);
      }
  });
});

describe('the tab', () => {
  const rows = fc.subarray([...ROWS]);

  it('is not written for moments alone: neither for a delivery, of which it is one, nor for a call of the scheduler', () => {
    fc.assert(
      fc.property(rows, fc.nat(10_000), (all, minutes) => {
        const later = all.map((row) => {
          const moved = 'at' in row ? { ...row, at: T(minutes).toISOString() } : row;
          return moved.about === 'log' ? { ...moved, number: moved.number + 1 } : moved;
        });
        const shown = { at: T(0), ...digestsOf({ rows: all }) };
        expect(isWorthShowing({ rows: later }, shown, { now: T(minutes), isNewDay: false })).toBe(false);
      }),
    );
  });

  it('is written at once when somebody has to do something else, and for other figures after a quarter of an hour', () => {
    const shown = { at: T(0), ...digestsOf({ rows: [ROWS[1]!] }) };
    const worth = (row: OperationRow, minutes: number) =>
      isWorthShowing({ rows: [ROWS[1]!, row] }, shown, { now: T(minutes), isNewDay: false });
    for (const row of ROWS.filter((each) => levelOf(each) === 'act')) expect(worth(row, 0)).toBe(true);
    const running = ROWS.find((row) => row.about === 'job' && row.state === 'running')!;
    expect([worth(running, 0), worth(running, 14), worth(running, 15)]).toEqual([false, false, true]);
    expect(isWorthShowing({ rows: [ROWS[1]!] }, shown, { now: T(1), isNewDay: true })).toBe(true);
    expect(isWorthShowing({ rows: [] }, undefined, { now: T(1), isNewDay: false })).toBe(true);
  });

  it('is not written at once each time that something fails once more', () => {
    const failing = ROWS.find(({ about }) => about === 'failing') as Extract<
      OperationRow,
      { about: 'failing' }
    >;
    const shown = { at: T(0), ...digestsOf({ rows: [failing] }) };
    const again = { rows: [{ ...failing, times: failing.times + 1, trace: 'b'.repeat(32) }] };
    expect(isWorthShowing(again, shown, { now: T(1), isNewDay: false })).toBe(false);
    expect(isWorthShowing(again, shown, { now: T(16), isNewDay: false })).toBe(true);
  });
});

describe('the scheduler', () => {
  it('is alive while each of its calls came within ten minutes', () => {
    expect(schedulerState([undefined, undefined, undefined], T(0))).toBe('never');
    expect(schedulerState([T(0), T(1), T(2)], T(10))).toBe('alive');
    expect(schedulerState([T(0), T(1), T(2)], T(11))).toBe('silent');
    expect(schedulerState([T(0), undefined, T(2)], T(3))).toBe('silent');
  });
});
