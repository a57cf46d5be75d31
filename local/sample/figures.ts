import type { Criterion } from '../../functions/src/domain/campaign/criterion.ts';
import type { Unit } from '../../functions/src/domain/campaign/unit.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { pointsOf } from '../../functions/src/domain/numbers/micropoints.ts';
import { chance } from './chance.ts';

/** What one unit types into one row of its form. */
export interface SampleRow {
  readonly criterion: string;
  readonly reported: CellValue;
  readonly note?: string;
}

/** Generated answers of a unit for a period: plausible, different from unit to unit, drifting from month to month. */
export function sampleRows(
  unit: Unit,
  criteria: readonly Criterion[],
  targetOf: (criterion: Criterion) => number | undefined,
  period: string,
): SampleRow[] {
  const diligence = 0.86 + 0.16 * chance('unit', unit.id);
  return criteria.map((criterion) => {
    const mood = (chance(unit.id, criterion.code, period) - 0.5) * 0.2;
    const reported =
      criterion.mayBeNotApplicable && chance(unit.id, criterion.code, 'asked') < 0.2
        ? 'Không áp dụng'
        : figure(criterion, unit, period, Math.max(0, diligence + mood), targetOf(criterion));
    return { criterion: criterion.code, reported };
  });
}

/** A form on which every figure meets its target exactly: two units that do this are tied. */
export function exactRows(
  criteria: readonly Criterion[],
  targetOf: (criterion: Criterion) => number | undefined,
): SampleRow[] {
  return criteria.map((criterion) => ({
    criterion: criterion.code,
    reported: exactFigure(criterion, targetOf(criterion)),
  }));
}

function figure(
  criterion: Criterion,
  unit: Unit,
  period: string,
  level: number,
  target: number | undefined,
): CellValue {
  const max = Number(pointsOf(criterion.max));
  const luck = chance(unit.id, criterion.code, period, 'luck');
  const { scoring } = criterion;
  switch (scoring.kind) {
    case 'direct': {
      const step = Number(scoring.step ?? '0.5');
      return Math.min(max, Math.round((max * level) / step) * step);
    }
    case 'percent':
    case 'peer_relative': {
      const goal = target ?? 100;
      if (criterion.measure === '%') return tenths(Math.min(100, goal * (0.9 + 0.12 * luck)));
      return Math.max(0, Math.round(goal * (level + 0.08) + 0.6 * (luck - 0.5))); // people and households are whole
    }
    case 'tiered':
      return tenths(Math.min(100, 84 + 18 * level * (0.75 + 0.3 * luck)));
    case 'yes_no':
      return luck < 0.97 || criterion.gate !== undefined ? 'Có' : 'Không';
    case 'count':
      return Math.round((max / Number(pointsOf(scoring.micropointsEach))) * level * (0.7 + 0.5 * luck));
    case 'bonus':
      return luck < 0.7 ? null : luck < 0.93 ? 1 : 2;
    case 'deduction':
      return scoring.automatic === undefined && luck > 0.5 ? 0 : null;
    case 'information':
      return scoring.answer === 'number' ? Math.round(100 * luck) : null;
  }
}

function exactFigure(criterion: Criterion, target: number | undefined): CellValue {
  const max = Number(pointsOf(criterion.max));
  switch (criterion.scoring.kind) {
    case 'direct':
      return max;
    case 'percent':
    case 'peer_relative':
      return target ?? 100;
    case 'tiered':
      return 100;
    case 'yes_no':
      return 'Có';
    case 'count':
      return Math.ceil(max / Number(pointsOf(criterion.scoring.micropointsEach)));
    case 'bonus':
    case 'deduction':
    case 'information':
      return null;
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
