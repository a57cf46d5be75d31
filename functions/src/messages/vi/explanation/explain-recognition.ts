import type { Recognition, RecognitionReason } from '../../../domain/evaluation/period-result.ts';
import { showPoints } from '../format.ts';
import type { Lookup, Words } from './explain-lookup.ts';

/** Each recognition the unit got or came near to, with its reasons. */
export function explainRecognitions(lookup: Lookup): readonly string[] {
  return lookup.recognitions.map((recognition) => {
    const { unitId } = lookup.unit;
    const chosen = recognition.chosen.find((each) => each.unitId === unitId);
    const entry = chosen ?? recognition.passedOver.find((each) => each.unitId === unitId);
    const reasons = (entry?.reasons ?? []).map((reason) => showReason(reason, lookup));
    const verb = chosen === undefined ? 'Không được' : 'Được';
    return `${verb} ${showRule(recognition, lookup)}: ${reasons.join('; ')}.`;
  });
}

function showRule({ rule, outcome, scopeKind, scope }: Recognition, { track }: Words): string {
  const name = track.recognitions.find(({ code }) => code === rule)?.name ?? rule;
  const where = scopeKind === 'track' ? track.name : scope;
  return `${outcome === 'praise' ? 'biểu dương' : 'khen thưởng'} “${name}” (${where})`;
}

/** A reason for or against a recognition, as part of a sentence. */
export function showReason(reason: RecognitionReason, { grades, track, keyName, nameOf }: Words): string {
  const name = (code: string): string => `“${grades.get(code) ?? code}”`;
  switch (reason.code) {
    case 'place_in_cut':
      return reason.place <= reason.allowed
        ? `hạng ${reason.place}, trong ${reason.allowed} suất`
        : `hạng ${reason.place}, được xét vào ${reason.allowed} suất vì có đơn vị xếp trên không đủ điều kiện`;
    case 'grade_reached':
      return `xếp loại ${name(reason.grade)}, đạt yêu cầu từ ${name(reason.least)}`;
    case 'grade_too_low':
      return `xếp loại ${name(reason.grade)}, thấp hơn yêu cầu ${name(reason.least)}`;
    case 'points_too_low':
      return `${showPoints(reason.total)} điểm, thấp hơn yêu cầu ${showPoints(reason.least)} điểm`;
    case 'barred_by_gate': {
      const gate = track.gates.find(({ code }) => code === reason.gate)?.name ?? reason.gate;
      return `vướng điều kiện “${gate}” do ${reason.raisedBy.map(keyName).join(', ')}`;
    }
    case 'tie_at_cut': {
      const units = reason.units.map(nameOf).join(', ');
      const outcome = {
        nobody: 'không đơn vị nào trong số này được chọn',
        everybody: 'tất cả đều được chọn',
        next_key: 'xét thêm tiêu chí phụ',
      }[reason.outcome];
      return `suất cuối rơi vào các đơn vị bằng nhau (${units}): ${outcome}`;
    }
  }
}
