import { clearText } from '../../../domain/form/number-text.ts';
import type { AnswerIssue, FormIssue } from '../../../domain/issue.ts';
import type { Decimal } from '../../../domain/numbers/decimal.ts';
import { namingSign } from '../naming-sign.ts';

/** What is wrong in a form's cells or with the form itself, and the remedy; the place is said before it. */
export function explainFormTrouble(issue: AnswerIssue | FormIssue): string {
  switch (issue.code) {
    case 'answer_missing':
      return `criterion ${issue.criterion} has no answer. Write the result; if there is nothing, write 0.`;
    case 'not_a_number':
      return `“${issue.text}” is not a number. Write the number alone, for example 12 or 12.5.`;
    case 'number_ambiguous':
      return `“${issue.text}” could mean ${issue.readings.join(' or ')}. Write it clearly: ${issue.readings.map(clear).join(' or ')}.`;
    case 'percent_unclear':
      return `the sheet holds the number ${issue.readings[0]}, which could mean ${issue.readings.map((reading) => `${reading}%`).join(' or ')}. Write it again, with an apostrophe in front: ${issue.readings.map(clearPercent).join(' or ')}.`;
    case 'looks_like_date':
      return `“${issue.text}” looks like a date, not a number. Write the number again with an apostrophe in front, for example '${issue.perhaps.replace('.', ',')}; or choose Format ▸ Number ▸ Number for this cell, then write it again.`;
    case 'not_yes_no':
      return `“${issue.text}” is neither yes nor no. Write “Có” (yes) or “Không” (no).`;
    case 'cell_error':
      return `the formula failed with ${issue.text}. Mend the formula, or write the value itself.`;
    case 'value_negative':
      return 'the value may not be negative. Write 0 or more; for a deduction write how many times, without a minus sign.';
    case 'value_above_max':
      return `the value is above the maximum of ${issue.max}. Write ${issue.max} or less.`;
    case 'value_below_min':
      return `the value is below the minimum of ${issue.min}. Write ${issue.min} or more.`;
    case 'value_not_in_step':
      return `the value must be a multiple of ${issue.step}. Round it to that step.`;
    case 'not_applicable_refused':
      return `criterion ${issue.criterion} applies to every unit; “not applicable” is not allowed. Write the result; if there is nothing, write 0.`;
    case 'answer_not_expected':
      return `criterion ${issue.criterion} does not apply to this unit. Leave the cell blank.`;
    case 'target_missing':
      return `criterion ${issue.criterion} has no target. Write the target, above 0.`;
    case 'target_not_positive':
      return 'the target must be above 0. Write it again; if the criterion does not apply, say so in the result’s column.';
    case 'note_missing':
      return `the appraisal of criterion ${issue.criterion} differs from what the unit reported, without a reason. Write the reason here.`;
    case 'text_too_long':
      return `the text is longer than ${issue.most} characters. Shorten it, or write a link to a document.`;
    case 'criterion_unknown':
      return issue.criterion === ''
        ? 'this row has no criterion code. Write the code again, or delete the row.'
        : `this period has no criterion with the code “${issue.criterion}”. Correct the code; in a subtotal or a row of your own leave it blank.${namingSign(issue.criterion)}`;
    case 'criterion_repeated':
      return `criterion ${issue.criterion} already has another row. Keep one and delete the other.`;
    case 'unit_unknown':
      return issue.unitId === ''
        ? 'this row has no unit code. Write the code again, or delete the row.'
        : `this period has no unit with the code “${issue.unitId}”. Correct the unit’s code.${namingSign(issue.unitId)}`;
    case 'unit_not_valid':
      return `unit ${issue.unitId} does not take part in period ${issue.period}. Use the code of its successor, or remove the unit’s rows.`;
    case 'answer_row_missing':
      return `unit ${issue.unitId} has no row for criterion ${issue.criterion}. Add the row; if there is nothing, write 0.`;
    case 'nothing_to_appraise':
      return `unit ${issue.unitId} has not submitted its form for this period. Clear the appraisal, or wait for the form.`;
    case 'header_missing':
      return `the column “${issue.header}” is missing. Write exactly this header in the header row again.`;
    case 'header_repeated':
      return `the header “${issue.header}” appears more than once. Rename or delete the surplus column.`;
    case 'criterion_row_missing':
      return `the form has no row for criterion ${issue.criterion}. Add a row with the code ${issue.criterion} in the column of codes.`;
    case 'form_too_large':
      return `the form has more than ${issue.most} rows with data. Delete the surplus rows from here on.`;
  }
}

/** Vietnamese sheets want a comma; as text a point is understood too. */
const clear = (decimal: string): string => clearText(decimal as Decimal).replace(',', '.');

/** As text: the cell shows percent by now, and may make 0.85 of a plain 85 too. */
const clearPercent = (decimal: string): string => `'${clear(decimal)}%`;
