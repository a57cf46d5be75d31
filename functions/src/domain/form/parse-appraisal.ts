import type { At } from '../at.ts';
import { type Criterion, isApplicable } from '../campaign/criterion.ts';
import type { Unit } from '../campaign/unit.ts';
import type { Rules } from '../evaluation/period-inputs.ts';
import type { Checked, Issue } from '../issue.ts';
import type { AppraisedAnswer, ReportedAnswer } from './answer.ts';
import { type AnswerField, checkAppraised, saysSomething } from './answers.ts';
import { appraisalForm } from './appraisal-form.ts';
import type { FormCells } from './form.ts';
import { type FormRow, readForm } from './read-form.ts';
import { excerptOf, levelText } from './text.ts';

export interface AppraisalContext {
  readonly rules: Rules;
  /** What the units submitted; a unit that is not here has nothing to appraise. */
  readonly submissions: readonly { readonly unitId: string; readonly answers: readonly ReportedAnswer[] }[];
}

/** Everything the office says of one unit: it replaces what was said before, blanks included. */
export interface UnitAppraisal {
  readonly unitId: string;
  readonly answers: readonly AppraisedAnswer[];
}

/**
 * The appraisals of every unit that has a row, by unit id and in the campaign's order of criteria, or every
 * issue of the form. What a unit reported is taken from its submission, never from this form's cells.
 */
export function parseAppraisal(
  cells: FormCells,
  context: AppraisalContext,
): Checked<readonly UnitAppraisal[]> {
  const form = readForm(appraisalForm, cells);
  if (form.issues.length > 0) return { ok: false, issues: form.issues };
  const issues: Issue[] = [];
  const desks = desksOf(context);
  for (const row of form.rows) readRow(row, desks, issues);
  if (issues.length > 0) return { ok: false, issues };
  const touched = [...desks.values()].filter(({ said }) => said.size > 0);
  return {
    ok: true,
    value: touched.map(({ unit, criteria, said }) => ({
      unitId: unit.id,
      answers: [...criteria.values()].flatMap((criterion) => said.get(criterion) ?? []).filter(saysSomething),
    })),
  };
}

type Row = FormRow<typeof appraisalForm>;

/** One unit's part of the work: what may be appraised, what it reported, what was said of it so far. */
interface Desk {
  readonly unit: Unit;
  /** In the campaign's order, by levelled code. */
  readonly criteria: ReadonlyMap<string, Criterion>;
  /** Absent: nothing was submitted. */
  readonly reported?: ReadonlyMap<string, ReportedAnswer>;
  readonly said: Map<Criterion, AppraisedAnswer>;
}

/** By levelled unit id, in the order of the rules: by id. */
function desksOf({ rules, submissions }: AppraisalContext): ReadonlyMap<string, Desk> {
  const criteria = new Map(
    rules.tracks.map((track) => [
      track.code,
      new Map(track.criteria.map((criterion) => [levelText(criterion.code), criterion])),
    ]),
  );
  const submitted = new Map(
    submissions.map(({ unitId, answers }) => [
      unitId,
      new Map(answers.map((answer) => [answer.criterion, answer])),
    ]),
  );
  return new Map(
    rules.units.map((unit) => {
      const reported = submitted.get(unit.id);
      const desk: Desk = { unit, criteria: criteria.get(unit.track) ?? new Map(), said: new Map() };
      return [levelText(unit.id), reported === undefined ? desk : { ...desk, reported }];
    }),
  );
}

/** A row without both codes is a subtotal or a remark; one that says something must say of what. */
function readRow(row: Row, desks: ReadonlyMap<string, Desk>, issues: Issue[]): void {
  const unitId = row.unit.value ?? '';
  const code = row.criterion.value ?? '';
  if (unitId === '' && code === '') return;
  const says = row.appraised.value !== undefined || row.appraisalNote.value !== undefined;
  if ((unitId === '' || code === '') && !says) return;

  const desk = desks.get(levelText(unitId));
  if (desk === undefined) {
    issues.push({ code: 'unit_unknown', unitId: excerptOf(unitId), at: row.unit.at });
    return;
  }
  if (desk.reported === undefined) {
    const at = row.appraised.value === undefined ? row.appraisalNote.at : row.appraised.at;
    if (says) issues.push({ code: 'nothing_to_appraise', unitId: desk.unit.id, at });
    return;
  }
  const criterion = desk.criteria.get(levelText(code));
  const at = row.criterion.at;
  if (criterion === undefined) issues.push({ code: 'criterion_unknown', criterion: excerptOf(code), at });
  else if (desk.said.has(criterion))
    issues.push({ code: 'criterion_repeated', criterion: criterion.code, at });
  else desk.said.set(criterion, appraise(row, criterion, desk, issues));
}

function appraise(
  row: Row,
  criterion: Criterion,
  { unit, reported }: Desk,
  issues: Issue[],
): AppraisedAnswer {
  const at: { readonly [Field in AnswerField]?: At } = {
    appraised: row.appraised.at,
    appraisalNote: row.appraisalNote.at,
  };
  if (!isApplicable(criterion, unit) && row.appraised.value !== undefined) {
    issues.push({ code: 'answer_not_expected', criterion: criterion.code, at: row.appraised.at });
    return { criterion: criterion.code };
  }
  return checkAppraised(
    { appraised: row.appraised.value, appraisalNote: row.appraisalNote.value, at },
    criterion,
    { reported: reported?.get(criterion.code) ?? { criterion: criterion.code }, mode: 'sheet' },
    issues,
  );
}
