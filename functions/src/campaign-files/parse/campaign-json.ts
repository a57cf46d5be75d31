import { z } from 'zod';
import { DEFAULT_WORKING_DAYS, WEEKDAYS } from '../../domain/campaign/working-days.ts';
import { ballots, decisions, review } from './council-json.ts';
import {
  code,
  day,
  points,
  pointsAboveZero,
  pointsNotNegative,
  pointsNotPositive,
  ratio,
  text,
  timeZone,
  wholeNumber,
  yesNo,
} from './fields.ts';
import { pointsKey, tieBreak } from './rank-keys.ts';

/** The shape of campaign.json. docs/campaign.md tells what each field means; a test keeps the two together. */
const tag = (what: Parameters<typeof code>[0]) => ({ code: code(what), name_vi: text });
const validity = { valid_from: day.optional(), valid_to: day.optional() };
const scope = z.enum(['cluster', 'track']);
const rounding = z.enum(['floor', 'round', 'ceil']);
const tieAtCut = z.enum(['nobody', 'everybody', 'next_key']);
const dayCount = wholeNumber(0, 3660);

export const DEFAULT_TIME_ZONE = 'Asia/Ho_Chi_Minh';
export const MONTHLY_DEADLINES = { submit: 5, appraise: 10, vote: 15, publish: 20 } as const;

const calendar = z.strictObject({
  kind: z.enum(['month', 'week', 'quarter', 'year', 'round']).default('month'),
  from: day.optional(),
  to: day.optional(),
  rounds: z.array(z.strictObject({ ...tag('period'), from: day, to: day })).optional(),
  submit_within_days: dayCount.default(MONTHLY_DEADLINES.submit),
  appraise_within_days: dayCount.default(MONTHLY_DEADLINES.appraise),
  vote_within_days: dayCount.default(MONTHLY_DEADLINES.vote),
  publish_within_days: dayCount.default(MONTHLY_DEADLINES.publish),
});

const launch = z.strictObject({ date: day, number: text.optional(), text_vi: text.optional() });

const workingDays = z.strictObject({
  weekend: z.array(z.enum(WEEKDAYS)).default([...DEFAULT_WORKING_DAYS.weekend]),
  holidays: z.array(day).default([]),
  also_working: z.array(day).default([]),
  deadlines: z.enum(['as_written', 'next_working_day']).default(DEFAULT_WORKING_DAYS.deadlines),
  remind_days_before: wholeNumber(0, 30).default(DEFAULT_WORKING_DAYS.remindDaysBefore),
});

const track = z.strictObject({
  ...tag('track'),
  legs: z.array(z.strictObject(tag('leg'))).default([]),
  prongs: z.array(z.strictObject({ ...tag('prong'), max: pointsAboveZero.optional() })).default([]),
  groups: z.array(z.strictObject({ ...tag('group'), max: pointsAboveZero.optional() })).optional(),
});

const totals = z.strictObject({
  bonus_cap: pointsNotNegative.optional(),
  deduction_floor: pointsNotPositive.optional(),
  graded_up_to: pointsAboveZero.optional(),
  least: points.optional(),
});

const gate = z.strictObject({
  ...tag('gate'),
  cap_grade: code('grade').optional(),
  bars_recognition: yesNo.default(true),
  when_late: yesNo.optional(),
  when_below: z.array(z.strictObject({ key: pointsKey, min: points })).optional(),
});

const quota = z.strictObject({
  grade: code('grade'),
  ratio,
  special: z.strictObject({ attribute: text, value: text, ratio }).optional(),
  of: z.array(code('grade')).optional(),
  scope: scope.default('cluster'),
  rounding: rounding.default('floor'),
  least: wholeNumber(0, 1_000_000).optional(),
  tie_at_cut: tieAtCut.default('nobody'),
  next_keys: z.array(tieBreak).optional(),
});

const ranking = z.strictObject({
  leading: z.enum(['points', 'grade_then_points']).default('points'),
  points_order: z.enum(['descending', 'ascending']).optional(),
  places: z.enum(['competition', 'dense']).default('competition'),
  decimals: z
    .union([z.literal('all'), wholeNumber(0, 6)])
    .meta({ expected: 'whole_number' })
    .default(2),
  tie_breaks: z.array(tieBreak).default([]),
});

const recognition = z.strictObject({
  ...tag('recognition'),
  outcome: z.enum(['praise', 'reward']).default('praise'),
  scope: scope.default('cluster'),
  first: wholeNumber(1, 1_000_000).optional(),
  share: z.strictObject({ ratio, rounding: rounding.default('floor') }).optional(),
  least_grade: code('grade').optional(),
  least_points: points.optional(),
  tie_at_cut: tieAtCut.default('everybody'),
  next_keys: z.array(tieBreak).optional(),
});

const standings = z.strictObject({
  method: z.enum(['sum', 'average']).default('sum'),
  missing: z.enum(['zero', 'skip']).default('zero'),
});

const settings = z.strictObject({
  track: code('track').optional(),
  ...validity,
  totals: totals.optional(),
  grades: z.array(z.strictObject({ ...tag('grade'), min: points.optional() })).optional(),
  gates: z.array(gate).optional(),
  quotas: z.array(quota).optional(),
  ranking: ranking.optional(),
  recognitions: z.array(recognition).optional(),
  standings: standings.optional(),
  ballots: ballots.optional(),
  decisions: decisions.optional(),
  review: review.optional(),
});

/** The first three are asked for by name when they are missing (section_missing). */
export const campaignJson = z.strictObject({
  campaign: z
    .strictObject({
      ...tag('campaign'),
      motto_vi: text.optional(),
      follows: code('campaign').optional(),
      time_zone: timeZone.default(DEFAULT_TIME_ZONE),
    })
    .optional(),
  launch: launch.optional(),
  calendar: calendar.optional(),
  working_days: workingDays.optional(),
  tracks: z.array(track).optional(),
  breakthroughs: z.array(z.strictObject(tag('breakthrough'))).default([]),
  fields: z.array(z.strictObject(tag('field'))).default([]),
  settings: z.array(settings).default([]),
});

export type CampaignJson = z.output<typeof campaignJson>;
export type TrackJson = NonNullable<CampaignJson['tracks']>[number];
export type LaunchJson = NonNullable<CampaignJson['launch']>;
export type WorkingDaysJson = NonNullable<CampaignJson['working_days']>;
export type SettingsJson = CampaignJson['settings'][number];
