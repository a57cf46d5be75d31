import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../functions/src/domain/campaign/period.ts';
import { dayCell, readDay } from '../../../functions/src/domain/form/day-text.ts';

const day = fc
  .date({ min: new Date('1930-01-02T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as Day);

describe('a day in a cell', () => {
  it('reads back from the number a sheet keeps', () => {
    fc.assert(fc.property(day, (each) => void expect(readDay(dayCell(each))).toEqual({ value: each })));
  });

  it('reads back as people write it, with and without zeros', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-'), fc.boolean(), (each, mark, zeros) => {
        const [year, month, date] = each.split('-') as [string, string, string];
        const part = (text: string) => (zeros ? text : String(Number(text)));
        expect(readDay([part(date), part(month), year].join(mark))).toEqual({ value: each });
        expect(readDay(each)).toEqual({ value: each });
      }),
    );
  });

  it.each(['31/2/2024', '5/3/24', '2024/03/05', 'hôm qua', '13/13/2024', 12, true, ''])(
    'asks about %j instead of guessing',
    (cell) => {
      expect(readDay(cell)).toEqual({
        issue: { code: 'not_a_day', text: cell === true ? 'TRUE' : String(cell) },
      });
    },
  );

  it('knows the days that sheets are known by', () => {
    expect([dayCell('2024-03-31' as Day), dayCell('1970-01-01' as Day)]).toEqual([45_382, 25_569]);
  });
});
