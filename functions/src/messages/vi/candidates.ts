import type { Nominee, ProposedNominee, RankedNominee } from '../../domain/ballot/nominees.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';
import type { PeriodResult, Recognition } from '../../domain/evaluation/period-result.ts';
import type { Learner } from '../../domain/exemplar/learners.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { lookupOf } from './explanation/explain-lookup.ts';
import { showReason } from './explanation/explain-recognition.ts';
import { formatRatio, showPoints } from './format.ts';
import { showPeriodId } from './period-id.ts';

/** A candidate in words: what it is recognised for, and why it stands. */
export interface CandidateWords {
  readonly name: string;
  readonly achievement: string;
  readonly reasons: readonly string[];
}

export interface NominationWords {
  readonly rules: Rules;
  readonly result: PeriodResult;
  readonly unitName: (unitId: string) => string;
}

export function nomineeWords(nominee: Nominee, words: NominationWords): CandidateWords {
  return nominee.by === 'ranking' ? rankedWords(nominee, words) : proposedWords(nominee, words);
}

function rankedWords({ unit, chosen }: RankedNominee, { rules, result }: NominationWords): CandidateWords {
  const track = rules.tracks.find(({ code }) => code === unit.track)!;
  const lookup = lookupOf(unit, track, rules, result);
  const nameOf = ({ rule, scopeKind, scope }: Recognition) => {
    const name = track.recognitions.find(({ code }) => code === rule)?.name ?? rule;
    return `${name} (${scopeKind === 'track' ? track.name : scope})`;
  };
  return {
    name: unit.name,
    achievement: chosen.map(({ recognition }) => nameOf(recognition)).join('; '),
    reasons: chosen.map(({ recognition, entry }) => {
      const reasons = entry.reasons.map((reason) => showReason(reason, lookup));
      return `${nameOf(recognition)}: ${reasons.join('; ')}`;
    }),
  };
}

function proposedWords(
  { vote, registration, rewarded }: ProposedNominee,
  { unitName }: NominationWords,
): CandidateWords {
  const { values } = vote;
  const name = String(registration.values.name);
  const achievement = String(values.achievement ?? registration.values.content ?? '');
  const unit = unitName(vote.unitId ?? '');
  return {
    name: `${name} (${unit})`,
    achievement,
    reasons: [
      `${unit} đề nghị: ${values.votes} phiếu thuận trên ${values.present} người dự họp, biên bản ${values.minutes}`,
      `Đăng ký: ${registration.values.content}`,
      `Đơn vị đánh giá: ${String(values.assessment).toLowerCase()}`,
      ...(rewarded === undefined ? [] : [rewardedWords(rewarded)]),
    ],
  };
}

function rewardedWords({ code, values: { period, reward } }: RegisterRow): string {
  const what = reward === undefined ? '' : `: ${String(reward)}`;
  return `Đơn vị đã khen thưởng thành tích này (${showPeriodId(String(period))}, dòng ${code}${what}) nên chỉ xét biểu dương`;
}

/** `evidence`: what the officer attaches where there are no numbers, and may attach where there are. */
export function learnerWords(
  learner: Learner,
  outcome: 'caught_up' | 'surpassed',
  {
    evidence,
    criterionName,
  }: { readonly evidence?: string; readonly criterionName: (code: string) => string },
): CandidateWords {
  const { row, exemplar, name } = learner;
  const verb = outcome === 'caught_up' ? 'Bắt kịp' : 'Vượt qua';
  const commitment = String(row.values.commitment ?? '');
  const done = row.values.outcome;
  return {
    name,
    achievement: `${verb} điển hình ${exemplar.name}`,
    reasons: [
      ...distanceLines(learner, criterionName),
      `Cam kết: ${commitment}`,
      ...(done === undefined ? [] : [`Đã thực hiện: ${String(done)}`]),
      ...(evidence === undefined ? [] : [`Minh chứng: ${evidence}`]),
    ],
  };
}

/** "94,5 điểm, bằng 105% của điển hình (90 điểm khi được biểu dương)". */
function distanceLines(
  { distance, criteria }: Pick<Learner, 'distance' | 'criteria'>,
  criterionName: (code: string) => string,
): readonly string[] {
  if (distance === undefined) return [];
  const { mine, theirs } = distance;
  const on = criteria.length === 0 ? 'tổng điểm' : `các tiêu chí ${criteria.map(criterionName).join(', ')}`;
  const share = formatRatio(BigInt(mine), BigInt(theirs));
  return [
    `So ${on}: ${showPoints(mine)} điểm, bằng ${share} của điển hình (${showPoints(theirs)} điểm khi được ghi nhận)`,
  ];
}
