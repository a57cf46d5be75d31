import { stringify } from 'csv-stringify/sync';
import type {
  CampaignFiles,
  ParsedCampaign,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type {
  Campaign,
  Criterion,
  Scoring,
  Settings,
  Tag,
  TieBreak,
} from '../../functions/src/domain/campaign/campaign.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';
import { pointsOf } from '../../functions/src/domain/numbers/micropoints.ts';

/** How the CSV files are written; every reading of them must be the same. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
  /** Puts the columns of a table in some order. */
  readonly order: (columns: readonly string[]) => readonly string[];
}

export const PLAIN: Dialect = { delimiter: ',', bom: false, lineEnd: '\n', order: (columns) => columns };

/** A campaign written as files, everything said and nothing left to a default. */
export function formatCampaign(
  { campaign, members }: ParsedCampaign,
  dialect: Dialect = PLAIN,
): CampaignFiles {
  const attributes = [...new Set(campaign.units.flatMap((unit) => Object.keys(unit.attributes)))];
  return {
    'campaign.json': JSON.stringify(campaignJson(campaign), null, 2),
    'criteria.csv': csv(campaign.criteria.map(criterionRow), dialect),
    'units.csv': csv(
      campaign.units.map((unit) => ({
        unit_id: unit.id,
        name: unit.name,
        track: unit.track,
        cluster: unit.cluster,
        participant_vi: unit.participant,
        successor: unit.successor,
        valid_from: unit.validFrom,
        valid_to: unit.validTo,
        ...Object.fromEntries(attributes.map((attribute) => [attribute, unit.attributes[attribute]])),
      })),
      dialect,
    ),
    'targets.csv': csv(
      campaign.targets.map((target) => ({
        unit_id: target.unitId,
        criterion: target.criterion,
        target: target.target,
        valid_from: target.validFrom,
        valid_to: target.validTo,
      })),
      dialect,
      ['unit_id', 'criterion', 'target', 'valid_from', 'valid_to'],
    ),
    'members.csv': csv(
      members.map(({ email, roles, unitIds }) => ({
        email,
        roles: roles.join(';'),
        unit_ids: unitIds.join(';'),
      })),
      dialect,
      ['email', 'roles', 'unit_ids'],
    ),
  };
}

type Row = Readonly<Record<string, string | undefined>>;

function csv(
  rows: readonly Row[],
  dialect: Dialect,
  headers: readonly string[] = Object.keys(rows[0]!),
): string {
  const columns = dialect.order(headers);
  return stringify([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], {
    delimiter: dialect.delimiter,
    bom: dialect.bom,
    record_delimiter: dialect.lineEnd,
    quoted_match: /[\r\n\t;]/,
  });
}

function campaignJson(campaign: Campaign): unknown {
  const { calendar } = campaign;
  return {
    campaign: {
      ...tag(campaign),
      motto_vi: campaign.motto,
      time_zone: campaign.timeZone,
    },
    calendar: {
      kind: calendar.kind,
      from: calendar.from,
      to: calendar.to,
      rounds: calendar.rounds?.map((round) => ({ ...tag(round), from: round.from, to: round.to })),
      submit_within_days: calendar.submitWithinDays,
      appraise_within_days: calendar.appraiseWithinDays,
      vote_within_days: calendar.voteWithinDays,
      publish_within_days: calendar.publishWithinDays,
    },
    tracks: campaign.tracks.map((track) => ({
      ...tag(track),
      legs: track.legs.map(tag),
      prongs: track.prongs.map(tag),
      groups: track.groups.map((group) => ({ ...tag(group), max: points(group.max) })),
    })),
    breakthroughs: campaign.breakthroughs.map(tag),
    settings: campaign.settings.map(settingsJson),
  };
}

const tag = ({ code, name }: Tag) => ({ code, name_vi: name });
const points = (micropoints: Micropoints | undefined) =>
  micropoints === undefined ? undefined : Number(pointsOf(micropoints));
const keys = (all: readonly TieBreak[] | undefined) => all?.map(({ key, order }) => `${key} ${order}`);

function settingsJson(settings: Settings): unknown {
  const { totals, ranking } = settings;
  return {
    track: settings.track,
    valid_from: settings.validFrom,
    valid_to: settings.validTo,
    totals: totals && {
      bonus_cap: points(totals.bonusCap),
      deduction_floor: points(totals.deductionFloor),
      graded_up_to: points(totals.gradedUpTo),
      least: points(totals.least),
    },
    grades: settings.grades?.map((grade) => ({ ...tag(grade), min: points(grade.min) })),
    gates: settings.gates?.map((gate) => ({
      ...tag(gate),
      cap_grade: gate.capGrade,
      bars_recognition: gate.barsRecognition,
      when_late: gate.whenLate,
      when_below: gate.whenBelow?.map(({ key, min }) => ({ key, min: points(min) })),
    })),
    quotas: settings.quotas?.map((quota) => ({
      grade: quota.grade,
      ratio: quota.ratio,
      special: quota.special,
      of: quota.of,
      scope: quota.scope,
      rounding: quota.rounding,
      least: quota.least,
      tie_at_cut: quota.tieAtCut,
      next_keys: keys(quota.nextKeys),
    })),
    ranking: ranking && {
      leading: ranking.leading,
      points_order: ranking.pointsOrder,
      places: ranking.places,
      decimals: ranking.decimals ?? 'all',
      tie_breaks: keys(ranking.tieBreaks),
    },
    recognitions: settings.recognitions?.map((rule) => ({
      ...tag(rule),
      outcome: rule.outcome,
      scope: rule.scope,
      first: rule.first,
      share: rule.share,
      least_grade: rule.leastGrade,
      least_points: points(rule.leastPoints),
      tie_at_cut: rule.tieAtCut,
      next_keys: keys(rule.nextKeys),
    })),
    standings: settings.standings,
  };
}

function criterionRow(criterion: Criterion): Row {
  const { notApplicableWhen } = criterion;
  const parameters = [
    ...scoringParameters(criterion.scoring),
    notApplicableWhen && `na_when=${notApplicableWhen.attribute}:${notApplicableWhen.values.join('|')}`,
    criterion.mayBeNegative && 'negative=allowed',
  ];
  return {
    track: criterion.track,
    code: criterion.code,
    name_vi: criterion.name,
    prong: criterion.prong,
    leg: criterion.leg,
    breakthrough: criterion.breakthroughs.join(';'),
    group: criterion.group,
    method: criterion.scoring.kind,
    parameters: parameters.filter(Boolean).join('; '),
    max_points: pointsOf(criterion.max),
    coefficient: criterion.coefficient,
    measure: criterion.measure,
    gate: criterion.gate,
    required: criterion.required ? 'yes' : 'no',
    na: criterion.mayBeNotApplicable ? 'yes' : 'no',
    valid_from: criterion.validFrom,
    valid_to: criterion.validTo,
    evidence_vi: criterion.evidence,
  };
}

function scoringParameters(scoring: Scoring): readonly (string | undefined | false)[] {
  const target =
    'basis' in scoring
      ? [
          `basis=${scoring.basis}`,
          scoring.target && `target=${scoring.target}`,
          scoring.yearTarget && 'year_target=yes',
        ]
      : [];
  switch (scoring.kind) {
    case 'direct':
      return [scoring.step && `step=${scoring.step}`];
    case 'percent':
      return [scoring.minimumRatio && `min=${scoring.minimumRatio}`, ...target];
    case 'tiered': {
      const sign = scoring.direction === 'at_least' ? '>=' : '<=';
      const tiers = scoring.tiers.map(
        ({ limit, micropoints }) => `${sign}${limit}: ${pointsOf(micropoints)}`,
      );
      return [...tiers, `else ${pointsOf(scoring.otherwise)}`, `of=${scoring.of}`, ...target];
    }
    case 'yes_no':
      return [];
    case 'count':
    case 'bonus':
      return [`each=${pointsOf(scoring.micropointsEach)}`];
    case 'deduction':
      return [`each=${pointsOf(scoring.micropointsEach)}`, scoring.automatic && 'late=auto'];
    case 'peer_relative':
      return [`scope=${scoring.scope}`, ...target];
    case 'information':
      return [`answer=${scoring.answer}`];
  }
}
