import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inBatches } from '../../../functions/src/domain/publishing/plan/in-batches.ts';
import type { SheetRequest } from '../../../functions/src/domain/publishing/sheet-request.ts';

const request: fc.Arbitrary<SheetRequest> = fc.oneof(
  fc.record({ sheetId: fc.nat(9) }).map((deleteSheet) => ({ deleteSheet })),
  fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 30 }).map((texts) => ({
    updateCells: {
      start: { sheetId: 1, rowIndex: 5, columnIndex: 2 },
      rows: texts.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] })),
      fields: 'userEnteredValue',
    },
  })),
);

/** What each cell becomes, in order, and whatever else is asked for. */
const effects = (requests: readonly SheetRequest[]): readonly unknown[] =>
  requests.flatMap((each): unknown[] => {
    if (!('updateCells' in each)) return [each];
    const { start, rows } = each.updateCells;
    return rows.map(({ values }, i) => [start.sheetId, start.rowIndex + i, start.columnIndex, values]);
  });

it('does the same in the same order, whatever the size of a batch', () => {
  fc.assert(
    fc.property(fc.array(request), fc.integer({ min: 100, max: 5000 }), (requests, most) => {
      const batches = inBatches(requests, most);
      expect(effects(batches.flat())).toEqual(effects(requests));
      for (const batch of batches.slice(1)) expect(batch[0]).toHaveProperty('updateCells');
      for (const batch of batches) expect(batch.length).toBeGreaterThan(0);
    }),
  );
});

it('leaves a plan whole that is no larger than a batch, and an empty one empty', () => {
  const small: SheetRequest[] = [{ deleteSheet: { sheetId: 1 } }, { deleteSheet: { sheetId: 2 } }];
  expect(inBatches(small)).toEqual([small]);
  expect(inBatches([])).toEqual([]);
});

it('keeps batches near their size where there are cells to cut at', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    values: [{ userEnteredValue: { stringValue: `Xã số ${i}` } }, { userEnteredValue: { numberValue: i } }],
  }));
  const start = { sheetId: 1, rowIndex: 0, columnIndex: 0 };
  const batches = inBatches([{ updateCells: { start, rows, fields: 'userEnteredValue' } }], 500_000);
  expect(batches.length).toBeGreaterThan(3);
  for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(700_000);
});
