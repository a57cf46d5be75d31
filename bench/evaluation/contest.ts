import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import { rulesFor } from '../../functions/src/domain/campaign/rules-for.ts';
import type { PeriodInputs, UnitInput } from '../../functions/src/domain/evaluation/period-inputs.ts';
import { type Decimal, parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';

/** One row of a contest, as a spreadsheet or a table has it: plain numbers, yes and no as 1 and 0. */
export interface ContestRow {
  readonly unit: string;
  readonly cluster: string;
  /** By criterion, in the order of CRITERIA. */
  readonly values: readonly number[];
  /** Of P1, P2, P3. */
  readonly targets: readonly number[];
}

/** Fourteen criteria, of the kinds that regulations use most; each can be written as a formula and as SQL. */
export const CRITERIA = [
  ...['D1', 'D2', 'D3', 'D4'].map((code) => [code, 'DIRECT', '', '10'] as const),
  ...['P1', 'P2', 'P3'].map((code) => [code, 'PCT_TARGET', '', '10'] as const),
  ...['T1', 'T2'].map((code) => [code, 'TIERED', '>=95: 10; >=80: 7; >=50: 4; else 0', '10'] as const),
  ...['Y1', 'Y2'].map((code) => [code, 'YESNO', '', '5'] as const),
  ['C1', 'COUNT', 'each=0.5', '10'] as const,
  ['B1', 'BONUS', 'each=2', '6'] as const,
  ['X1', 'DEDUCTION', 'each=-1', '-5'] as const,
];

/** The same contest for everybody: so many units in clusters of twenty, out of one seed. */
export function contestOf(units: number, seed = 1): readonly ContestRow[] {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  return Array.from({ length: units }, (_, i) => ({
    unit: `U${String(i).padStart(6, '0')}`,
    cluster: `K${String(Math.floor(i / 20)).padStart(4, '0')}`,
    values: [
      ...Array.from({ length: 4 }, () => whole(100) / 10),
      ...Array.from({ length: 3 }, () => whole(240)),
      ...Array.from({ length: 2 }, () => whole(100)),
      ...Array.from({ length: 2 }, () => whole(1)),
      ...[whole(25), whole(4), whole(7)],
    ],
    targets: Array.from({ length: 3 }, () => 1 + whole(200)),
  }));
}

/** The contest as the functions have it. */
export function inputsOf(rows: readonly ContestRow[]): PeriodInputs {
  const parsed = parseCampaignFiles(filesOf('BENCH', rows));
  if (!parsed.ok) throw new Error(`the contest has issues: ${JSON.stringify(parsed.issues.slice(0, 3))}`);
  const { campaign } = parsed.value;
  const rules = rulesFor(campaign, parsePeriod('2024-03', campaign.calendar)!);
  return { rules, submissions: rows.map(submissionOf), history: [] };
}

/** The contest's campaign, as it is loaded. */
export function filesOf(code: string, rows: readonly ContestRow[]): Record<string, string> {
  return {
    'campaign.json': JSON.stringify({
      campaign: { code, name: 'Bench' },
      calendar: { from: '2024-01-01' },
      tracks: [{ code: 'T', name: 'T' }],
      settings: [
        {
          grades: [
            { code: 'A', name: 'A', min: 90 },
            { code: 'B', name: 'B', min: 70 },
            { code: 'C', name: 'C', min: 50 },
            { code: 'D', name: 'D' },
          ],
          ranking: { tie_breaks: ['criterion:P1'] },
        },
      ],
    }),
    'criteria.csv': csv([
      ['code', 'name', 'method', 'parameters', 'max_points'],
      ...CRITERIA.map(([criterion, method, parameters, max]) => [
        criterion,
        criterion,
        method,
        parameters,
        max,
      ]),
    ]),
    'units.csv': csv([
      ['unit_id', 'name', 'cluster'],
      ...rows.map(({ unit, cluster }) => [unit, `Xã ${unit}`, cluster]),
    ]),
  };
}

export function submissionOf({ unit, values, targets }: ContestRow): UnitInput {
  return {
    answers: CRITERIA.map(([criterion, method], i) => ({
      criterion,
      reported:
        method === 'YESNO'
          ? { kind: 'yes_no' as const, value: values[i] === 1 }
          : { kind: 'number' as const, value: decimal(values[i]!) },
      ...(method === 'PCT_TARGET' && { target: decimal(targets[i - 4]!) }),
    })),
    appraisalRevision: 0,
    appraised: [],
    late: false,
    revision: 1,
    unitId: unit,
  };
}

const decimal = (value: number): Decimal => parseDecimal(value)!;

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => (/[",;]/.test(cell) ? `"${cell}"` : cell)).join(',')}\n`).join('');
