import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { Recognition } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { lookupOf } from '../../messages/vi/explanation/explain-lookup.ts';
import { showReason } from '../../messages/vi/explanation/explain-recognition.ts';
import { CHOSEN_COLOUR } from '../colours.ts';
import { byName, countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { type PublishedResult, versionLines } from '../published.ts';
import { OUTCOME_WORDS, WHOLE_TRACK } from '../words.ts';

/** Ghi nhận: who is praised or rewarded and why, and who was within the cut and passed over, and why. */
export function recognitionTab(published: PublishedResult): TableTab {
  return readOnlyTable({
    key: 'recognitions',
    title: 'Ghi nhận',
    banner: ['Biểu dương, khen thưởng', ...versionLines(published)],
    columns: [
      wordColumn('outcome', 'Hình thức', 120),
      textColumn('rule', 'Danh hiệu, nội dung', 240),
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('scope', 'Phạm vi', 150),
      countColumn('place', 'Hạng'),
      textColumn('unit', 'Đơn vị', 240),
      {
        ...wordColumn('decision', 'Kết quả', 110),
        colours: [{ text: CHOSEN, colour: CHOSEN_COLOUR }],
      },
      textColumn('reasons', 'Lý do', 420),
    ],
    rows: [...published.result.recognitions]
      .sort(byScope)
      .flatMap((recognition) => rows(recognition, published)),
  });
}

const CHOSEN = 'được chọn';
const PASSED_OVER = 'không được chọn';

function rows(recognition: Recognition, { result, rules }: PublishedResult): CellValue[][] {
  const track = rules.tracks.find(({ code }) => code === recognition.track)!;
  const units = new Map(result.units.map((unit) => [unit.unitId, unit]));
  const line =
    (decision: string) =>
    ({ unitId, place, reasons }: Recognition['chosen'][number]): CellValue[] => {
      const unit = units.get(unitId)!;
      const lookup = lookupOf(unit, track, rules, result);
      return [
        OUTCOME_WORDS[recognition.outcome],
        ruleName(recognition.rule, track),
        track.code,
        recognition.scopeKind === 'track' ? WHOLE_TRACK : recognition.scope,
        place,
        unit.name,
        decision,
        reasons.map((reason) => showReason(reason, lookup)).join('; '),
      ];
    };
  return [...recognition.chosen.map(line(CHOSEN)), ...recognition.passedOver.map(line(PASSED_OVER))];
}

function ruleName(code: string, track: TrackRules): string {
  return track.recognitions.find((rule) => rule.code === code)?.name ?? code;
}

function byScope(a: Recognition, b: Recognition): number {
  return byName(a.track, b.track) || byName(a.rule, b.rule) || byName(a.scope, b.scope);
}
