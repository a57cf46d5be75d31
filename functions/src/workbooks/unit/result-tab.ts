import type { Criterion } from '../../domain/campaign/criterion.ts';
import type { Recognised } from '../../domain/decision/recognised.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { CriterionResult, UnitResult } from '../../domain/evaluation/period-result.ts';
import { answerCell, targetCell } from '../../domain/form/answer-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { recognisedWords } from '../../messages/vi/exemplar-words.ts';
import { explainUnit } from '../../messages/vi/explanation/explanation.ts';
import { pointsCell, pointsColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { type PublishedResult, versionLines } from '../published.ts';

export interface ResultContent {
  /** The newest published period. */
  readonly published: PublishedResult | undefined;
  /** That name the unit; revoked ones are marked. */
  readonly decisions: readonly Recognised[];
}

/**
 * Kết quả of one unit: every criterion with what was said and given, below it why, line by line, and every decision
 * that the unit was recognised by.
 */
export function resultTab(unitId: string, name: string, { published, decisions }: ResultContent): TableTab {
  const unit = published?.result.units.find((each) => each.unitId === unitId);
  const track = published?.rules.tracks.find(({ code }) => code === unit?.track);
  const known = published !== undefined && unit !== undefined && track !== undefined;
  return readOnlyTable({
    key: 'result',
    title: 'Kết quả',
    banner: [
      `Kết quả – ${name}`,
      ...(known ? versionLines(published) : ['Chưa có kết quả nào của đơn vị được công bố.']),
    ],
    columns: [
      wordColumn('code', 'Mã', 110),
      textColumn('content', 'Nội dung', 520),
      wordColumn('target', 'Chỉ tiêu', 90),
      wordColumn('reported', 'Đơn vị báo cáo', 120),
      wordColumn('appraised', 'Thẩm định', 120),
      pointsColumn('points', 'Điểm', undefined, 'Đã nhân hệ số và quy đổi phần không áp dụng.'),
      pointsColumn('max', 'Điểm tối đa'),
      textColumn('appraisalNote', 'Lý do thẩm định', 260),
    ],
    rows: [
      ...(known
        ? [
            ...unit.criteria.map((result) => criterionRow(result, track)),
            ...(unit.criteria.length === 0 ? [] : [[]]),
            ...explanationRows(unit, published),
          ]
        : []),
      ...decisionRows(decisions),
    ],
  });
}

function criterionRow(result: CriterionResult, track: TrackRules): CellValue[] {
  const criterion = track.criteria.find(({ code }) => code === result.code)!;
  const scored = result.status === 'scored';
  return [
    criterion.code,
    criterion.name,
    targetCell(result.target, criterion),
    answerCell(result.reported, criterion),
    answerCell(result.appraised, criterion),
    scored ? pointsCell(result.counted) : STATUS_WORDS[result.status],
    scored ? maxCell(criterion, result) : null,
    result.appraisalNote ?? null,
  ];
}

/** A deduction's most is its floor, which no result carries. */
function maxCell({ max, scoring }: Criterion, { countedMax }: CriterionResult): CellValue {
  return pointsCell(scoring.kind === 'deduction' ? max : countedMax);
}

const STATUS_WORDS: Readonly<Record<Exclude<CriterionResult['status'], 'scored'>, string>> = {
  not_applicable: 'không áp dụng',
  missing: 'không có',
  information: 'không chấm điểm',
};

function explanationRows(unit: UnitResult, { rules, result }: PublishedResult): CellValue[][] {
  return explainUnit(unit, rules, result).map(({ kind, text }) => [kind === 'heading' ? '■' : null, text]);
}

function decisionRows(decisions: readonly Recognised[]): CellValue[][] {
  if (decisions.length === 0) return [];
  return [['■', 'Quyết định ghi nhận đơn vị'], ...decisions.map((each) => [null, recognisedWords(each)])];
}
