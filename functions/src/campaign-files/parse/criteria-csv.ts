import { z } from 'zod';
import type { Track } from '../../domain/campaign/campaign.ts';
import type { Criterion, ScoringKind } from '../../domain/campaign/criterion.ts';
import type { Decimal } from '../../domain/numbers/decimal.ts';
import { type Micropoints, pointsOf, ZERO_POINTS } from '../../domain/numbers/micropoints.ts';
import { checkSpan } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import { code, codes, coefficient, day, MOST_POINTS, points, text, yesNo } from './fields.ts';
import type { Partly } from './read-each.ts';
import { readRows } from './read-rows.ts';
import { kindOf, readRule } from './scoring.ts';

export const CRITERIA_FILE = 'criteria.csv';

export const criterionRow = z.strictObject({
  track: code('track').optional(),
  code: code('criterion'),
  name_vi: text,
  prong: code('prong').optional(),
  leg: code('leg').optional(),
  breakthrough: codes('breakthrough').default([]),
  group: code('group').optional(),
  method: text,
  parameters: text.optional(),
  max_points: points.optional(),
  coefficient: coefficient.default('1' as Decimal),
  measure: text.optional(),
  gate: code('gate').optional(),
  required: yesNo.optional(),
  na: yesNo.default(false),
  valid_from: day.optional(),
  valid_to: day.optional(),
  evidence_vi: text.optional(),
});

/** The criteria of all tracks, as far as they could be read. */
export interface Criteria {
  readonly all: readonly Criterion[];
  /** Tracks of which some row could not be read, so that what is missing or adds up proves nothing. */
  readonly isWhole: (track: string) => boolean;
  /** Where a criterion's gate was written. */
  readonly gateColumn: (criterion: Criterion) => 'gate' | 'parameters';
  /** Says that a row of the track could not be taken as it stands. */
  readonly spoil: (track: string) => void;
}

/** Reads criteria.csv. A track need not be named where there is only one. */
export function readCriteria(text: string, tracks: readonly Track[], issues: Issues): Criteria {
  const { table, rows } = readRows(
    CRITERIA_FILE,
    text,
    { schema: criterionRow, numbers: ['max_points', 'coefficient'] },
    issues,
  );
  const broken = new Set<string>();
  const gateInParameters = new WeakSet<Criterion>();
  const all = rows.map(({ read }) => {
    const track = readTrack(read, tracks, issues);
    const kind = readKind(read, issues);
    const max = kind && readMax(read, kind, issues);
    const isForward = checkSpan(read.valid_from, read.valid_to, read, 'valid_to', issues);
    if (!isForward || max === undefined || ESSENTIAL.some((field) => issues.isUnread(read, field)))
      broken.add(track?.code ?? EVERY_TRACK);
    const criterion = toCriterion(read, track, kind, max, issues);
    if (!read.gate) gateInParameters.add(criterion);
    return criterion;
  });
  const isWhole = (track: string) => table.complete && !broken.has(EVERY_TRACK) && !broken.has(track);
  return {
    all,
    isWhole,
    gateColumn: (criterion) => (gateInParameters.has(criterion) ? 'parameters' : 'gate'),
    spoil: (track) => broken.add(track),
  };
}

/** Stands for a row whose track is not known. */
const EVERY_TRACK = '';

/** Columns in which a wrong cell makes the sums of a group meaningless. */
const ESSENTIAL = [
  'track',
  'code',
  'prong',
  'group',
  'method',
  'max_points',
  'coefficient',
  'valid_from',
  'valid_to',
];

type Row = Partly<z.output<typeof criterionRow>>;

function toCriterion(
  row: Row,
  track: Track | undefined,
  kind: ScoringKind | undefined,
  max: Micropoints | undefined,
  issues: Issues,
): Criterion {
  const rule =
    kind &&
    readRule(kind, row.parameters ?? '', max, issues.at(row, 'parameters'), (issue) => issues.add(issue));
  const group = readGroup(row, kind, track, issues);
  const gate = row.gate ?? rule?.gate;
  if (row.gate && rule?.gate && row.gate !== rule.gate)
    issues.add({ code: 'settings_inconsistent', detail: 'gate_twice', at: issues.at(row, 'gate') });
  const criterion: Criterion = {
    track: track?.code ?? '',
    code: row.code ?? '',
    name: row.name_vi ?? '',
    ...(group && { group }),
    ...(row.leg && { leg: row.leg }),
    ...(row.prong && !isMarker(row, track) && { prong: row.prong }),
    breakthroughs: row.breakthrough ?? [],
    scoring: rule?.scoring ?? { kind: 'yes_no' },
    max: max ?? ZERO_POINTS,
    coefficient: row.coefficient ?? ('1' as Decimal),
    ...(row.measure && { measure: row.measure }),
    ...(row.evidence_vi && { evidence: row.evidence_vi }),
    ...(gate && { gate }),
    ...(rule?.notApplicableWhen && { notApplicableWhen: rule.notApplicableWhen }),
    mayBeNotApplicable: row.na ?? false,
    ...(rule?.mayBeNegative && { mayBeNegative: true }),
    required: row.required ?? !(kind && isOutsideGroups(kind)),
    ...(row.valid_from && { validFrom: row.valid_from }),
    ...(row.valid_to && { validTo: row.valid_to }),
  };
  return issues.placeLike(criterion, row);
}

/** The track a row belongs to: the one named, or the only one. */
export function readTrack(
  row: { readonly track?: string | undefined },
  tracks: readonly Track[],
  issues: Issues,
): Track | undefined {
  if (row.track === undefined && !issues.isUnread(row, 'track')) {
    if (tracks.length === 1) return tracks[0];
    if (tracks.length > 1) issues.add({ code: 'field_missing', field: 'track', at: issues.at(row, 'track') });
    return undefined;
  }
  const track = tracks.find((each) => each.code === row.track);
  if (!track && row.track !== undefined && !issues.spoils('tracks') && tracks.length > 0)
    issues.add({ code: 'code_unknown', what: 'track', value: row.track, at: issues.at(row, 'track') });
  return track;
}

function readKind(row: Row, issues: Issues): ScoringKind | undefined {
  const kind = row.method === undefined ? undefined : kindOf(row.method);
  if (!kind && row.method !== undefined)
    issues.add({ code: 'code_unknown', what: 'method', value: row.method, at: issues.at(row, 'method') });
  return kind;
}

/** Above zero for what gives points, at most zero for what takes them, none for what is only told. */
function readMax(row: Row, kind: ScoringKind, issues: Issues): Micropoints | undefined {
  const at = issues.at(row, 'max_points');
  const max = row.max_points;
  if (kind === 'information') {
    if (max) issues.add({ code: 'parameter_unknown', parameter: 'max_points', kind, at });
    return ZERO_POINTS;
  }
  if (max === undefined) {
    if (!issues.isUnread(row, 'max_points')) issues.add({ code: 'field_missing', field: 'max_points', at });
    return undefined;
  }
  if (kind === 'deduction' ? max <= 0 : max > 0) {
    checkWeight(max, row, issues);
    return max;
  }
  const expected = kind === 'deduction' ? 'number_not_positive' : 'number_above_zero';
  issues.add({ code: 'field_invalid', field: 'max_points', expected, found: pointsOf(max), at });
  return undefined;
}

/** With its coefficient too, a criterion gives no more points than are kept exactly. */
function checkWeight(max: Micropoints, row: Row, issues: Issues): void {
  const { coefficient: factor = '1' as Decimal } = row;
  if (Math.abs(Number(pointsOf(max)) * Number(factor)) <= MOST_POINTS) return;
  const at = issues.at(row, 'coefficient');
  issues.add({ code: 'field_invalid', field: 'coefficient', expected: 'points_in_range', found: factor, at });
}

const isOutsideGroups = (kind: ScoringKind) => ['bonus', 'deduction', 'information'].includes(kind);

/** The group named, or the one that has the prong's code. */
function readGroup(
  row: Row,
  kind: ScoringKind | undefined,
  track: Track | undefined,
  issues: Issues,
): string | undefined {
  if (kind && isOutsideGroups(kind)) {
    if (row.group)
      issues.add({ code: 'settings_inconsistent', detail: 'group_not_allowed', at: issues.at(row, 'group') });
    return undefined;
  }
  return row.group ?? track?.groups.find((group) => group.code === row.prong)?.code;
}

/** Regulations' tables put "BONUS" and "DED" where other criteria have their prong. */
function isMarker({ prong, method = '' }: Row, track: Track | undefined): boolean {
  const kind = kindOf(method);
  if (track?.prongs.some(({ code }) => code === prong)) return false;
  return (prong === 'BONUS' && kind === 'bonus') || (prong === 'DED' && kind === 'deduction');
}
