import type { RecognitionRule } from '../../functions/src/domain/campaign/settings.ts';
import type { TrackRules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type {
  QuotaOutcome,
  Recognition,
  RecognitionReason,
  TieOutcome,
} from '../../functions/src/domain/evaluation/period-result.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';
import type { Words } from '../../functions/src/messages/vi/explanation/explain-lookup.ts';
import { showReason } from '../../functions/src/messages/vi/explanation/explain-recognition.ts';
import type { Language } from './arguments.ts';
import { showPoints } from './ranked.ts';
import { WORDS } from './words.ts';

/** What the sentences need to call things by their names. */
export interface Names {
  readonly language: Language;
  readonly track: TrackRules;
  readonly unit: (id: string) => string;
  readonly words: Words;
}

/** How a quota came out: how many places, who kept the grade, who lost it, what became of a tie at the cut. */
export function quotaSentence(quota: QuotaOutcome, names: Names): string {
  const grade = gradeName(quota.grade, names);
  const kept = new Set(quota.kept);
  const lost = quota.candidates.filter((id) => !kept.has(id));
  const vi = names.language === 'vi';
  const parts = [
    vi
      ? `${scopeName(quota.scope, names)}: “${grade}” nhiều nhất ${quota.allowed} trong ${quota.denominator} đơn vị`
      : `${scopeName(quota.scope, names)}: “${grade}” for at most ${quota.allowed} of ${quota.denominator} units`,
    kept.size > 0
      ? `${vi ? 'giữ được' : 'kept by'}: ${list(quota.kept, names)}`
      : vi
        ? 'không đơn vị nào giữ được'
        : 'kept by nobody',
  ];
  if (lost.length > 0) parts.push(`${vi ? 'vượt tỷ lệ' : 'over the quota'}: ${list(lost, names)}`);
  if (quota.tie !== undefined) parts.push(tieClause(quota.tie.units, quota.tie.outcome, names));
  return `${parts.join('; ')}.`;
}

/** One rule in one scope: its heading, then a line for each unit chosen or passed over, with the reasons. */
export function recognitionSentences(recognition: Recognition, names: Names): readonly string[] {
  const vi = names.language === 'vi';
  const rule = names.track.recognitions.find(({ code }) => code === recognition.rule);
  const outcome = outcomeName(recognition.outcome, vi);
  const title = rule === undefined || rule.name === outcome ? outcome : `${outcome} · ${rule.name}`;
  const nobody = recognition.chosen.length === 0 ? (vi ? ': không có' : ': nobody') : ':';
  const of = (each: Recognition['chosen'][number], mark: string): string =>
    `  ${mark} ${names.unit(each.unitId)}: ${each.reasons.map((reason) => reasonClause(reason, names)).join('; ')}.`;
  return [
    `${title}, ${scopeName(recognition.scope, names)}${nobody}`,
    ...recognition.chosen.map((each) => of(each, '+')),
    ...recognition.passedOver.map((each) => of(each, '−')),
  ];
}

/** In Vietnamese the very words that the summary and the unit's result use. */
function reasonClause(reason: RecognitionReason, names: Names): string {
  return names.language === 'vi' ? showReason(reason, names.words) : reasonInEnglish(reason, names);
}

function reasonInEnglish(reason: RecognitionReason, names: Names): string {
  const points = (total: Micropoints): string =>
    showPoints(total, names.track.ranking.decimals, WORDS.en.decimalMark);
  switch (reason.code) {
    case 'place_in_cut':
      return reason.place <= reason.allowed
        ? `place ${reason.place}, within the first ${reason.allowed}`
        : `place ${reason.place}, moved up into the first ${reason.allowed} because others did not qualify`;
    case 'grade_reached':
      return `graded “${gradeName(reason.grade, names)}”, at least “${gradeName(reason.least, names)}”`;
    case 'grade_too_low':
      return `graded “${gradeName(reason.grade, names)}”, below “${gradeName(reason.least, names)}”`;
    case 'points_too_low':
      return `${points(reason.total)} points, below ${points(reason.least)}`;
    case 'barred_by_gate': {
      const gate = names.track.gates.find(({ code }) => code === reason.gate)?.name ?? reason.gate;
      return `barred by the gate “${gate}” (${reason.raisedBy.join(', ')})`;
    }
    case 'tie_at_cut':
      return tieClause(reason.units, reason.outcome, names);
  }
}

function tieClause(units: readonly string[], outcome: TieOutcome, names: Names): string {
  const tied = list(units, names);
  if (names.language === 'vi')
    return `bằng nhau tại mức cắt: ${tied}; ${
      { nobody: 'không lấy ai', everybody: 'lấy tất cả', next_key: 'xét khóa tiếp theo' }[outcome]
    }`;
  return `tied at the cut: ${tied}; ${
    { nobody: 'nobody of them', everybody: 'all of them', next_key: 'decided by the next key' }[outcome]
  }`;
}

function outcomeName(outcome: RecognitionRule['outcome'], vi: boolean): string {
  if (outcome === 'praise') return vi ? 'Biểu dương' : 'Praise';
  return vi ? 'Khen thưởng' : 'Reward';
}

/** A scope is a cluster's name or the track's code. */
function scopeName(scope: string, { track }: Names): string {
  return scope === track.code || scope === '' ? track.name : scope;
}

export function gradeName(code: string, { track }: Names): string {
  return track.grades.find((grade) => grade.code === code)?.name ?? code;
}

function list(ids: readonly string[], { unit }: Names): string {
  return ids.map(unit).join(', ');
}
