import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Criterion, Scoring } from '../../domain/campaign/criterion.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import type { Validity } from '../../domain/campaign/validity.ts';
import { pointsOf } from '../../domain/numbers/micropoints.ts';
import type { Member } from '../../ports/member.ts';
import { criterionRow } from '../parse/criteria-csv.ts';
import { memberRow } from '../parse/members-csv.ts';
import { targetRow } from '../parse/targets-csv.ts';
import { unitRow } from '../parse/units-csv.ts';
import type { CampaignContent, FileRow } from './campaign-content.ts';

export function tablesOf(campaign: Campaign, members: readonly Member[]): CampaignContent['tables'] {
  const attributes = [...new Set(campaign.units.flatMap((unit) => Object.keys(unit.attributes)))];
  return {
    criteria: { columns: Object.keys(criterionRow.shape), rows: campaign.criteria.map(criterionCells) },
    units: { columns: [...Object.keys(unitRow.shape), ...attributes], rows: campaign.units.map(unitCells) },
    targets: {
      columns: Object.keys(targetRow.shape),
      rows: campaign.targets.map(({ unitId, criterion, target, ...dates }) => ({
        unit_id: unitId,
        criterion,
        target,
        ...validity(dates),
      })),
    },
    members: {
      columns: Object.keys(memberRow.shape),
      rows: members.map(({ email, roles, unitIds }) => ({
        email,
        roles: roles.join(';'),
        unit_ids: unitIds.join(';') || undefined,
      })),
    },
  };
}

const validity = ({ validFrom, validTo }: Validity) => ({ valid_from: validFrom, valid_to: validTo });

function unitCells(unit: Unit): FileRow {
  return {
    ...unit.attributes,
    unit_id: unit.id,
    name: unit.name,
    track: unit.track,
    cluster: unit.cluster,
    participant_vi: unit.participant,
    successor: unit.successor,
    ...validity(unit),
  };
}

function criterionCells(criterion: Criterion): FileRow {
  return {
    track: criterion.track,
    code: criterion.code,
    name_vi: criterion.name,
    prong: criterion.prong,
    leg: criterion.leg,
    breakthrough: criterion.breakthroughs.join(';') || undefined,
    group: criterion.group,
    method: criterion.scoring.kind,
    parameters: parametersOf(criterion) || undefined,
    max_points: criterion.scoring.kind === 'information' ? undefined : pointsOf(criterion.max),
    coefficient: criterion.coefficient,
    measure: criterion.measure,
    gate: criterion.gate,
    required: criterion.required ? 'yes' : 'no',
    na: criterion.mayBeNotApplicable ? 'yes' : 'no',
    ...validity(criterion),
    evidence_vi: criterion.evidence,
  };
}

/** In the language of the `parameters` column: see parameters.ts. */
function parametersOf({ scoring, notApplicableWhen, mayBeNegative }: Criterion): string {
  return [
    ...scoringClauses(scoring),
    notApplicableWhen && `na_when=${notApplicableWhen.attribute}:${notApplicableWhen.values.join('|')}`,
    mayBeNegative && 'negative=allowed',
  ]
    .filter(Boolean)
    .join('; ');
}

type Clause = string | undefined | false;

function scoringClauses(scoring: Scoring): readonly Clause[] {
  switch (scoring.kind) {
    case 'direct':
      return [scoring.step && `step=${scoring.step}`];
    case 'percent':
      return [scoring.minimumRatio && `min=${scoring.minimumRatio}`, ...targetClauses(scoring)];
    case 'tiered': {
      const sign = scoring.direction === 'at_least' ? '>=' : '<=';
      const tiers = scoring.tiers.map(
        ({ limit, micropoints }) => `${sign}${limit}: ${pointsOf(micropoints)}`,
      );
      return [...tiers, `else ${pointsOf(scoring.otherwise)}`, `of=${scoring.of}`, ...targetClauses(scoring)];
    }
    case 'yes_no':
      return [];
    case 'count':
    case 'bonus':
      return [`each=${pointsOf(scoring.micropointsEach)}`];
    case 'deduction':
      return [`each=${pointsOf(scoring.micropointsEach)}`, scoring.automatic && 'late=auto'];
    case 'peer_relative':
      return [`scope=${scoring.scope}`, ...targetClauses(scoring)];
    case 'information':
      return [`answer=${scoring.answer}`];
  }
}

function targetClauses(scoring: Extract<Scoring, { basis: unknown }>): readonly Clause[] {
  return [
    `basis=${scoring.basis}`,
    scoring.target && `target=${scoring.target}`,
    scoring.yearTarget && 'year_target=yes',
  ];
}
