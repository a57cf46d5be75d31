import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pager } from '../../../functions/src/adapters/firestore/pages.ts';
import {
  type BracketedStretch,
  cutOut,
  restStretch,
  UnitCutter,
  unitPagesOf,
  unitStretch,
  writeResult,
} from '../../../functions/src/adapters/firestore/result-text.ts';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import { canonicalJson } from '../../../functions/src/domain/digest.ts';
import type { PeriodResult, UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';

/** Of a unit only what the text is cut by: its id, and that it is long or short, whatever its letters. */
const anyUnits = fc
  .uniqueArray(
    fc.record({
      unitId: fc.stringMatching(/^[A-Z]{1,3}$/),
      name: fc.string({ unit: 'binary', maxLength: 40 }),
    }),
    { selector: ({ unitId }) => unitId, maxLength: 25 },
  )
  .map((units) => units.sort((a, b) => (a.unitId < b.unitId ? -1 : 1)) as unknown as readonly UnitResult[]);

const anyResult: fc.Arbitrary<PeriodResult> = fc.record({
  campaign: fc.constant('C'),
  period: fc.constant('2024-03' as PeriodId),
  inputsDigest: fc.string({ maxLength: 30 }),
  units: anyUnits,
  quotas: fc.constant([]),
  recognitions: fc.constant([]),
});

/** As stored in pages of so many characters at most. */
function stored(result: PeriodResult, most: number) {
  const pager = new Pager(most);
  const unitsAt = writeResult(result, (text) => pager.write(text));
  const { pages } = pager.end();
  const unitPages = unitPagesOf(pages, unitsAt);
  const read = ({ stretch, opened, closed }: BracketedStretch) =>
    JSON.parse(
      `${opened}${cutOut(stretch, pages.slice(stretch.fromPage, stretch.toPage + 1))}${closed}`,
    ) as unknown;
  return { pages, unitPages, read };
}

const anyPage = fc.integer({ min: 2, max: 400 });

describe('a result in pages', () => {
  it('is the canonical JSON of the whole, to the last character', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(stored(result, 7).pages.join('')).toBe(canonicalJson(result));
      }),
    );
  });

  it('gives each unit, and everything else, out of the pages that they stand on', () => {
    fc.assert(
      fc.property(anyResult, anyPage, (result, most) => {
        const { pages, unitPages, read } = stored(result, most);
        expect(read(restStretch(unitPages, pages.length))).toEqual({ ...result, units: [] });
        for (const unit of result.units) {
          const part = unitStretch(unitPages, pages.length, unit.unitId)!;
          expect(read(part)).toContainEqual(unit);
        }
      }),
    );
  });

  it('reads no more pages for a unit than it stands on, and one more', () => {
    fc.assert(
      fc.property(anyResult, anyPage, (result, most) => {
        const { pages, unitPages } = stored(result, most);
        for (const unit of result.units) {
          const { stretch } = unitStretch(unitPages, pages.length, unit.unitId)!;
          // A page may be one character short where a letter of two would be cut.
          const under = Math.ceil(canonicalJson(unit).length / (most - 1)) + 1;
          expect(stretch.toPage - stretch.fromPage + 1).toBeLessThanOrEqual(under + 1);
        }
      }),
    );
  });

  it('is cut into its units, each once and whole, as its pages come', () => {
    fc.assert(
      fc.property(anyResult, anyPage, (result, most) => {
        const { pages, unitPages } = stored(result, most);
        const cutter = new UnitCutter(unitPages);
        const lists = [...pages.map((page) => cutter.take(page)), cutter.end()];
        expect(lists.flatMap((list) => JSON.parse(list) as readonly UnitResult[])).toEqual(result.units);
      }),
    );
  });

  it('has no unit that it has not', () => {
    fc.assert(
      fc.property(anyResult, anyPage, fc.stringMatching(/^[A-Z]{1,3}$/), (result, most, unitId) => {
        fc.pre(!result.units.some((unit) => unit.unitId === unitId));
        const { pages, unitPages, read } = stored(result, most);
        const part = unitStretch(unitPages, pages.length, unitId);
        const found = part === undefined ? [] : (read(part) as readonly UnitResult[]);
        expect(found.map((unit) => unit.unitId)).not.toContain(unitId);
      }),
    );
  });
});
