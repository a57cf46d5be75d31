import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Calendar } from '../../functions/src/domain/campaign/period.ts';
import {
  formatDay,
  formatDecimal,
  formatPeriod,
  formatPoints,
  formatRatio,
  formatValue,
} from '../../functions/src/messages/vi/format.ts';
import { day, decimal, MONTHS_OF_2024, periodId, points } from '../domain/build/campaign.ts';

describe('Vietnamese numbers', () => {
  it('have a comma before decimals and points between thousands', () => {
    expect(
      ['0', '12.5', '-3', '1234.5', '-1234567.125', '999', '1000'].map((text) =>
        formatDecimal(decimal(text)),
      ),
    ).toEqual(['0', '12,5', '-3', '1.234,5', '-1.234.567,125', '999', '1.000']);
  });

  it('are points as exact as asked for', () => {
    expect([
      formatPoints(points('6.666667')),
      formatPoints(points('6.665'), 2),
      formatPoints(points(-5)),
    ]).toEqual(['6,666667', '6,67', '-5']);
  });

  it('carry their measure', () => {
    const shown = [
      formatValue(decimal('98.5'), '%'),
      formatValue(decimal(1200), 'triệu đồng'),
      formatValue(decimal(3)),
      formatValue(decimal(3), ''),
    ];
    expect(shown).toEqual(['98,5%', '1.200 triệu đồng', '3', '3']);
  });

  it('are ratios in percent to two decimals', () => {
    expect([formatRatio(14n, 15n), formatRatio(1n, 2n), formatRatio(0n, 3n), formatRatio(3n, 2n)]).toEqual([
      '93,33%',
      '50%',
      '0%',
      '150%',
    ]);
  });
});

describe('Vietnamese dates', () => {
  it('name days and periods', () => {
    expect(formatDay(day('2024-03-31'))).toBe('31/03/2024');
    const name = (kind: Calendar['kind'], id: string): string =>
      formatPeriod(parsePeriod(id, { ...MONTHS_OF_2024, kind })!);
    expect([
      name('month', '2024-03'),
      name('week', '2024-W09'),
      name('quarter', '2024-Q1'),
      name('year', '2024'),
    ]).toEqual(['Tháng 03/2024', 'Tuần 09/2024', 'Quý 1/2024', 'Năm 2024']);
    const round = {
      id: periodId('D1'),
      kind: 'round',
      from: day('2024-03-01'),
      to: day('2024-05-19'),
      name: 'Đợt một',
    } as const;
    expect(formatPeriod(round)).toBe('Đợt một');
  });
});
