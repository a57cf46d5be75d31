import { appraisalChoices } from '../../domain/form/answer-text.ts';
import { appraisalForm, appraisalRows } from '../../domain/form/appraisal-form.ts';
import { formCriteria } from '../../domain/form/submission-form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { byName } from '../column.ts';
import { formColumns } from '../form-columns.ts';
import type { OfficePeriod } from './office-period.ts';

/** Thẩm định of the period that may be appraised now; it starts anew with each period. */
export function appraisalTab(current: OfficePeriod | undefined): TableTab {
  const desks = current ? desksOf(current) : [];
  return {
    kind: 'table',
    key: 'appraisal',
    title: appraisalForm.tab,
    banner: [
      current ? `Thẩm định ${formatPeriod(current.period)}` : 'Thẩm định: không có kỳ nào đang chờ',
      'Chỉ ghi vào các ô nền vàng; để trống là đồng ý với số đơn vị báo cáo.',
    ],
    columns: formColumns(appraisalForm),
    rows: desks.flatMap(({ rows }) => rows),
    rowKey: ['unit', 'criterion'],
    rowChoices: { column: 'appraised', choices: desks.flatMap(({ choices }) => choices) },
    filledFor: current?.period.id ?? '',
    protection: 'given',
    frozenColumns: 3,
  };
}

function desksOf({ rules, submissions, appraisals }: OfficePeriod) {
  const submitted = new Map(submissions.map((submission) => [submission.unitId, submission]));
  const appraised = new Map(appraisals.map((appraisal) => [appraisal.unitId, appraisal]));
  const tracks = new Map(rules.tracks.map((track) => [track.code, track]));
  return [...rules.units]
    .sort((a, b) => byName(a.name, b.name))
    .flatMap((unit) => {
      const submission = submitted.get(unit.id);
      const track = tracks.get(unit.track);
      if (submission === undefined || track === undefined) return [];
      const said = appraised.get(unit.id)?.answers;
      return {
        rows: appraisalRows(unit, track, rules.targets, submission.answers, said),
        choices: formCriteria(track, unit).map(appraisalChoices),
      };
    });
}
