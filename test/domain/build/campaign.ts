import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Campaign, Track } from '../../../functions/src/domain/campaign/campaign.ts';
import type { Criterion, Scoring } from '../../../functions/src/domain/campaign/criterion.ts';
import type { Calendar, Day, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import { rulesFor } from '../../../functions/src/domain/campaign/rules-for.ts';
import type { Unit } from '../../../functions/src/domain/campaign/unit.ts';
import type { PeriodInputs, UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { Answer } from '../../../functions/src/domain/form/answer.ts';
import { type Decimal, parseDecimal } from '../../../functions/src/domain/numbers/decimal.ts';
import { type Micropoints, micropointsOf } from '../../../functions/src/domain/numbers/micropoints.ts';

/** Small campaigns for tests: what a test does not speak of has a plain default. */
export function campaignOf(parts: Partial<Campaign> = {}): Campaign {
  return {
    code: 'TEST',
    name: 'Thi đua',
    timeZone: 'Asia/Ho_Chi_Minh',
    calendar: MONTHS_OF_2024,
    tracks: [trackOf()],
    breakthroughs: [],
    settings: [],
    units: [],
    criteria: [],
    targets: [],
    ...parts,
  };
}

export const MONTHS_OF_2024: Calendar = {
  kind: 'month',
  from: '2024-01-01' as Day,
  to: '2024-12-31' as Day,
  submitWithinDays: 5,
  appraiseWithinDays: 10,
  voteWithinDays: 15,
  publishWithinDays: 20,
};

export function trackOf(parts: Partial<Track> = {}): Track {
  return { code: 'XA', name: 'Xã', legs: [], prongs: [], groups: [], ...parts };
}

export function unitOf(id: string, parts: Partial<Unit> = {}): Unit {
  return { id, name: `Xã ${id}`, track: 'XA', cluster: 'Cụm 1', attributes: {}, ...parts };
}

export function criterionOf(code: string, scoring: Scoring, parts: Partial<Criterion> = {}): Criterion {
  return {
    track: 'XA',
    code,
    name: `Tiêu chí ${code}`,
    breakthroughs: [],
    scoring,
    max: points(10),
    coefficient: decimal('1'),
    mayBeNotApplicable: true,
    required: false,
    ...parts,
  };
}

/** What a unit reports, in short: a number, yes or no, null for not applicable; [value, target]; undefined for blank. */
export type Reported =
  | number
  | string
  | boolean
  | null
  | undefined
  | readonly [number | string, number | string];

export function inputOf(
  unitId: string,
  reported: Readonly<Record<string, Reported>>,
  parts: Partial<UnitInput> = {},
): UnitInput {
  return {
    unitId,
    revision: 1,
    appraisalRevision: 0,
    late: false,
    answers: Object.entries(reported).map(([criterion, value]) =>
      Array.isArray(value)
        ? { criterion, reported: answerOf(value[0]), target: decimal(value[1]) }
        : value === undefined
          ? { criterion }
          : { criterion, reported: answerOf(value as number) },
    ),
    appraised: [],
    ...parts,
  };
}

export function answerOf(value: number | string | boolean | null): Answer {
  if (value === null) return { kind: 'not_applicable' };
  return typeof value === 'boolean' ? { kind: 'yes_no', value } : { kind: 'number', value: decimal(value) };
}

/** A month's inputs under a campaign's rules. */
export function inputsOf(
  campaign: Campaign,
  submissions: readonly UnitInput[],
  parts: { readonly period?: string; readonly history?: PeriodInputs['history'] } = {},
): PeriodInputs {
  const period = parsePeriod(parts.period ?? '2024-03', campaign.calendar);
  if (period === undefined) throw new Error('no such period');
  return { rules: rulesFor(campaign, period), submissions, history: parts.history ?? [] };
}

export function decimal(value: number | string): Decimal {
  const parsed = parseDecimal(value);
  if (parsed === undefined) throw new Error(`not a decimal: ${value}`);
  return parsed;
}

export const points = (value: number | string): Micropoints => micropointsOf(decimal(value));
export const day = (text: string): Day => text as Day;
export const periodId = (text: string): PeriodId => text as PeriodId;
