import type { AnswerIssue, FormIssue, Issue } from '../domain/issue.ts';
import type { RegisterIssue } from '../domain/register/register-issue.ts';

// Which sentences a problem has. A list that lacks a code does not compile.

type FormTrouble = AnswerIssue | FormIssue;

export const isFormTrouble = (issue: Issue): issue is FormTrouble => Object.hasOwn(FORM, issue.code);

export const isRegisterTrouble = (issue: Issue): issue is RegisterIssue =>
  Object.hasOwn(REGISTER, issue.code);

const FORM: Readonly<Record<FormTrouble['code'], true>> = {
  answer_missing: true,
  not_a_number: true,
  number_ambiguous: true,
  percent_unclear: true,
  looks_like_date: true,
  not_yes_no: true,
  cell_error: true,
  value_negative: true,
  value_above_max: true,
  value_below_min: true,
  value_not_in_step: true,
  not_applicable_refused: true,
  answer_not_expected: true,
  target_missing: true,
  target_not_positive: true,
  note_missing: true,
  text_too_long: true,
  criterion_unknown: true,
  criterion_repeated: true,
  unit_unknown: true,
  unit_not_valid: true,
  answer_row_missing: true,
  nothing_to_appraise: true,
  header_missing: true,
  header_repeated: true,
  criterion_row_missing: true,
  form_too_large: true,
};

const REGISTER: Readonly<Record<RegisterIssue['code'], true>> = {
  cell_missing: true,
  not_a_choice: true,
  not_a_day: true,
  not_whole: true,
  not_a_link: true,
  row_code_missing: true,
  row_code_malformed: true,
  row_code_taken: true,
  row_code_repeated: true,
  reference_unknown: true,
  days_out_of_order: true,
  part_above_whole: true,
  needed_for: true,
  quorum_missed: true,
  votes_missed: true,
  row_twice: true,
  day_in_future: true,
  rewarded_before: true,
  rewarded_by_decision: true,
  exemplar_revoked: true,
  step_missing: true,
};
