import type { CodeOf, FieldShape, FileIssue, Inconsistency, Issue } from '../../../domain/issue.ts';
import { isFormTrouble, isRegisterTrouble } from '../../issue-kinds.ts';
import { type PlaceWords, showPlace } from '../../place.ts';
import { namingSign } from '../naming-sign.ts';
import { explainFormTrouble } from './form-issues.ts';
import { explainRegisterTrouble } from './register-issues.ts';
import { explainSetupTrouble } from './setup-issues.ts';

/** One sentence or two for a person: the place, the trouble, the remedy. */
export function explainIssue(issue: Issue): string {
  return `${showPlace(issue.at, PLACE)}: ${explainTrouble(issue)}`;
}

/** The trouble and the remedy alone, for lines that begin with the place themselves. */
export function explainTrouble(issue: Issue): string {
  const inForm = issue.at.tab === undefined ? undefined : explainSetupTrouble(issue, expected);
  if (inForm !== undefined) return inForm;
  if (isFormTrouble(issue)) return explainFormTrouble(issue);
  if (isRegisterTrouble(issue)) return explainRegisterTrouble(issue);
  switch (issue.code) {
    case 'field_invalid':
      return `“${issue.found}” is not valid for ${issue.field}. Expected: ${expected(issue)}.`;
    case 'field_missing':
      return `the field ${issue.field} is missing. Add it.`;
    case 'field_unknown':
      return `there is no field called ${issue.field}. Check its spelling, or remove it.`;
    case 'field_repeated':
      return `the field ${issue.field} is given more than once. Keep one.`;
    case 'parameter_missing':
      return `the method ${issue.kind} needs the parameter ${issue.parameter}. Add it.`;
    case 'parameter_unknown':
      return `the method ${issue.kind} has no parameter ${issue.parameter}. Check its spelling, or remove it.`;
    case 'parameter_invalid':
      return issue.parameter === 'parameters'
        ? `“${issue.found}” is not understood. See docs/campaign.md and write it again.`
        : `“${issue.found}” is not valid for the parameter ${issue.parameter}. See docs/campaign.md and write it again.`;
    case 'threshold_out_of_order':
      return `the threshold ${issue.before} stands before ${issue.after}, out of order. Order the thresholds from best to worst.`;
    case 'points_above_max':
      return `${issue.points} points are more than the criterion’s maximum of ${issue.max}. Lower the points, or raise the maximum.`;
    case 'group_sum_differs':
      return `${issue.period === undefined ? '' : `from period ${issue.period} on, `}the criteria of group ${issue.group} add up to ${issue.sum} points, but the group’s maximum is ${issue.max}. Make the two equal.`;
    case 'code_unknown':
      return `there is no ${CODES[issue.what]} “${issue.value}”. Correct it, or declare it before it is used.${namingSign(issue.value)}`;
    case 'code_repeated':
      return `the ${CODES[issue.what]} “${issue.value}” was declared before. Change it, or remove one.`;
    case 'code_malformed':
      return `“${issue.value}” cannot be a ${CODES[issue.what]}. See the rules for codes in docs/campaign.md.${namingSign(issue.value)}`;
    case 'validity_reversed':
      return `the first day ${issue.from} is after the last day ${issue.to}. Correct one of them.`;
    case 'validity_overlaps':
      return `the ${CODES[issue.what]} “${issue.value}” is valid twice on the same days. Correct its first or last day.`;
    case 'section_missing':
      return issue.track === ''
        ? `the section ${issue.section} is missing. Add it.`
        : `track ${issue.track} has no section ${issue.section}. Add it.`;
    case 'grades_without_floor':
      return 'the last grade may not have a minimum, so that every unit gets a grade. Remove the last grade’s minimum.';
    case 'period_lost':
      return `period ${issue.period} was opened, and the new calendar does not have it with the same days. Keep the calendar of the periods that were opened.`;
    case 'cell_not_used':
      return `this section has no use for “${issue.header}”. Leave the cell blank.`;
    case 'settings_inconsistent':
      return INCONSISTENCIES[issue.detail];
    case 'folder_missing':
      return 'there is no such folder. Check the path.';
    case 'file_missing':
      return 'the file is missing. Add it.';
    case 'file_unknown':
      return 'a campaign has no file of this name. Check the name, or remove the file.';
    case 'file_too_large':
      return `the file is larger than ${issue.mostBytes} bytes. Remove what is not needed.`;
    case 'file_unreadable':
      return UNREADABLE[issue.detail];
    case 'json_malformed':
      return `the JSON is malformed at character ${issue.character} of this line. Check the commas, brackets and quotes around it.`;
    case 'column_missing':
      return `the column ${issue.header} is missing. Add it to the header row.`;
    case 'column_repeated':
      return `the column ${issue.header} appears more than once. Keep one.`;
    case 'row_malformed':
      return ROWS[issue.detail];
    case 'period_unknown':
      return `the campaign’s calendar has no period “${issue.value}”. Write a period’s name, for example 2024-03.`;
    case 'row_repeated':
      return `this row repeats row ${issue.earlier}. Keep one of them.`;
  }
}

const PLACE: PlaceWords = {
  cell: 'cell',
  tab: 'tab',
  column: 'column',
  file: 'file',
  row: 'row',
  quotes: ['“', '”'],
  nowhere: 'the data',
};

function expected(issue: Extract<Issue, { code: 'field_invalid' }>): string {
  const choices = issue.choices === undefined ? '' : `: ${issue.choices.join(', ')}`;
  return `${SHAPES[issue.expected]}${choices}`;
}

const SHAPES: Readonly<Record<FieldShape, string>> = {
  text: 'text',
  number: 'a number',
  number_above_zero: 'a number above 0',
  number_not_negative: 'a number of 0 or more',
  number_not_positive: 'a number of 0 or less',
  points_in_range: 'at most 10,000,000 points, the coefficient included',
  coefficient: 'a number above 0, such as 2, 0.5, 50% or 1/3',
  whole_number: 'a whole number',
  ratio: 'a ratio from 0 to 1 (or from 0% to 100%)',
  share: 'a ratio from 0 to 1, such as 50% or 2/3',
  baseline_share: 'a share of the exemplar’s points, such as 100% or 105%',
  yes_no: 'yes or no',
  day: 'a day such as 2024-03-31',
  attributes: 'a pair “name: value”, several separated by semicolons',
  time_zone: 'a time zone such as Asia/Ho_Chi_Minh',
  list: 'a list',
  object: 'fields within { }',
  choice: 'one of',
};

const CODES: Readonly<Record<CodeOf, string>> = {
  campaign: 'campaign code',
  track: 'track code',
  cluster: 'cluster',
  leg: 'leg code',
  prong: 'prong code',
  breakthrough: 'breakthrough code',
  field: 'field code',
  group: 'group code',
  gate: 'gate code',
  grade: 'grade code',
  recognition: 'recognition code',
  criterion: 'criterion code',
  unit: 'unit code',
  member: 'member',
  attribute: 'unit attribute',
  rank_key: 'ranking key',
  role: 'role',
  signer: 'signer code',
  method: 'method',
  period: 'period name',
};

const INCONSISTENCIES: Readonly<Record<Inconsistency, string>> = {
  first_or_share: 'a recognition says exactly one of first and share. Keep one.',
  next_keys_missing: 'tie_at_cut is next_key, but no key is named. Add next_keys.',
  next_keys_unused:
    'next_keys mean something only where tie_at_cut is next_key. Remove them, or change tie_at_cut.',
  quota_on_last_grade: 'the last grade cannot have a quota: there is no grade below it. Name another grade.',
  rounds_missing: 'a calendar of kind round needs its rounds. Add them.',
  rounds_unused: 'rounds belong to a calendar of kind round. Remove them, or change the kind.',
  no_working_day: 'at least one day of the week must be a working day. Take some day off the weekend.',
  deadlines_out_of_order:
    'the deadlines follow one another: submit, appraise, vote, publish. Correct the days so that they rise.',
  prong_max_unused:
    'a prong’s maximum is not used where the track has groups of its own. Remove the prong’s max, or the groups.',
  group_not_allowed:
    'bonus, deduction and information belong to no group. Leave this criterion’s group blank.',
  gate_twice: 'the gate is given in two places that differ. Keep one.',
  key_not_comparable: 'this criterion is answered in words and cannot decide a place. Name one with numbers.',
  council_of_track:
    'ballots, decisions and reviews are the whole campaign’s, not a track’s. Move them to an entry without track.',
  scheme_without_number:
    'the scheme of decisions needs a place for the number, such as {nn}/QĐ-BCĐ. Add {nn}.',
  signers_missing: 'at least one person signs decisions. Add one to signers.',
  surpassed_below_caught_up:
    'the threshold of surpassing is below that of catching up. Raise surpassed, or lower caught_up.',
  editor_without_units: 'a unit_editor has at least one unit. Write its code.',
  units_without_editor: 'only a unit_editor has units. Add the role, or remove the units.',
  no_admin: 'at least one member is an admin, or nobody could load the campaign again. Add one.',
  other_campaign:
    'the code in the file is not the code of the campaign being loaded. Check the folder or the code.',
};

const UNREADABLE: Readonly<Record<Extract<FileIssue, { code: 'file_unreadable' }>['detail'], string>> = {
  not_utf8: 'the file is not UTF-8. Save it as UTF-8.',
  unclosed_quote: 'a double quote is opened and never closed. Close it.',
  is_folder: 'this is a folder. Name a file.',
  too_deep: 'the data is nested too deep. Simplify it.',
};

const ROWS: Readonly<Record<Extract<FileIssue, { code: 'row_malformed' }>['detail'], string>> = {
  too_many_cells: 'the row has more cells than the header. Put values with commas in double quotes.',
  misplaced_quote:
    'a double quote stands in the wrong place. Quote the whole value and double the quotes inside.',
};
