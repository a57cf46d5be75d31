import { defaultTarget, ownTargets, type UnitTarget } from '../campaign/criterion.ts';
import type { Unit } from '../campaign/unit.ts';
import type { TrackRules } from '../evaluation/period-inputs.ts';
import type { AppraisedAnswer, ReportedAnswer } from './answer.ts';
import { answerCell, targetCell } from './answer-text.ts';
import type { CellValue, FormDeclaration } from './form.ts';
import { formCriteria, measureOf } from './submission-form.ts';

/** Thẩm định: what the office says of each unit's answers, one row per unit and criterion. */
export const appraisalForm = {
  id: 'appraisal',
  tab: 'Thẩm định',
  mostRows: 200_000,
  columns: [
    {
      key: 'unit',
      header: 'Mã đơn vị',
      kind: 'code',
      entry: 'given',
      help: 'Mã để hệ thống nhận ra dòng, cùng với mã tiêu chí. Xin đừng sửa; có thể sắp xếp, lọc.',
      widthPixels: 90,
    },
    {
      key: 'unitName',
      header: 'Đơn vị',
      kind: 'text',
      entry: 'given',
      help: 'Đơn vị đã nộp phiếu kỳ này.',
      widthPixels: 200,
    },
    {
      key: 'criterion',
      header: 'Mã tiêu chí',
      kind: 'code',
      entry: 'given',
      help: 'Mã để hệ thống nhận ra dòng, cùng với mã đơn vị. Xin đừng sửa.',
      widthPixels: 110,
    },
    {
      key: 'name',
      header: 'Tiêu chí',
      kind: 'text',
      entry: 'given',
      help: 'Nội dung tiêu chí của kỳ này.',
      widthPixels: 320,
    },
    {
      key: 'measure',
      header: 'Đơn vị tính',
      kind: 'text',
      entry: 'given',
      help: 'Số báo cáo, số thẩm định và chỉ tiêu được ghi theo đơn vị tính này.',
      widthPixels: 90,
    },
    {
      key: 'target',
      header: 'Chỉ tiêu',
      kind: 'answer',
      entry: 'given',
      help: 'Chỉ tiêu được dùng khi chấm.',
      widthPixels: 90,
    },
    {
      key: 'reported',
      header: 'Đơn vị báo cáo',
      kind: 'answer',
      entry: 'given',
      help: 'Đúng như phiếu đơn vị đã nộp; sửa ở đây không có tác dụng.',
      widthPixels: 120,
    },
    {
      key: 'note',
      header: 'Ghi chú của đơn vị',
      kind: 'text',
      entry: 'given',
      help: 'Đúng như phiếu đơn vị đã nộp.',
      widthPixels: 220,
    },
    {
      key: 'appraised',
      header: 'Thẩm định',
      kind: 'answer',
      entry: 'filled',
      help: 'Để trống là đồng ý với số báo cáo. Ghi số khác, Có, Không hoặc “Không áp dụng” thì phải ghi lý do.',
      widthPixels: 110,
    },
    {
      key: 'appraisalNote',
      header: 'Lý do',
      kind: 'text',
      entry: 'filled',
      help: 'Bắt buộc khi thẩm định khác với báo cáo; đơn vị đọc được lý do này. Nhiều nhất 2.000 ký tự.',
      widthPixels: 280,
    },
  ],
} as const satisfies FormDeclaration;

/** The rows of one unit below the header, in the columns' order, with what the office said before, if anything. */
export function appraisalRows(
  unit: Unit,
  track: TrackRules,
  targets: readonly UnitTarget[],
  reported: readonly ReportedAnswer[],
  appraised: readonly AppraisedAnswer[] = [],
): readonly (readonly CellValue[])[] {
  const given = new Map(reported.map((answer) => [answer.criterion, answer]));
  const said = new Map(appraised.map((answer) => [answer.criterion, answer]));
  const own = ownTargets(unit.id, targets);
  return formCriteria(track, unit).map((criterion) => {
    const answer = given.get(criterion.code);
    const appraisal = said.get(criterion.code);
    const row: Record<(typeof appraisalForm.columns)[number]['key'], CellValue> = {
      unit: unit.id,
      unitName: unit.name,
      criterion: criterion.code,
      name: criterion.name,
      measure: measureOf(criterion),
      target: targetCell(own.get(criterion.code) ?? answer?.target ?? defaultTarget(criterion), criterion),
      reported: answerCell(answer?.reported, criterion),
      note: answer?.note ?? null,
      appraised: answerCell(appraisal?.appraised, criterion),
      appraisalNote: appraisal?.note ?? null,
    };
    return appraisalForm.columns.map(({ key }) => row[key]);
  });
}
