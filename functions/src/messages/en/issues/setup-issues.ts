import type { FieldShape, Inconsistency, Issue } from '../../../domain/issue.ts';
import { namingSign } from '../naming-sign.ts';

/**
 * What is wrong with the campaign's configuration in the words of its forms: the file's own sentences speak of
 * fields and brackets. Undefined where those fit as they are.
 */
export function explainSetupTrouble(
  issue: Issue,
  expected: (issue: Extract<Issue, { code: 'field_invalid' }>) => string,
): string | undefined {
  switch (issue.code) {
    case 'field_invalid':
      return `“${issue.field}” cannot be “${issue.found}”. Expected: ${IN_FORMS[issue.expected] ?? expected(issue)}.`;
    case 'field_repeated':
      return `“${issue.field}” is written more than once. Keep one.`;
    case 'field_missing':
      return `“${issue.field}” is missing. Write it too.`;
    case 'field_unknown':
      return `“${issue.field}” is not understood. Check its spelling, or take it out.`;
    case 'parameter_invalid':
      if (issue.parameter === 'parameters')
        return `“${issue.found}” cannot be understood. See the examples in the note of the column’s header.`;
      return `“${issue.parameter}” cannot be “${issue.found}”. See the examples in the note of the column’s header.`;
    case 'parameter_missing':
      return `the method “${issue.kind}” needs “${issue.parameter}”. Write it too.`;
    case 'parameter_unknown':
      return `the method “${issue.kind}” has no use for “${issue.parameter}”. Check its spelling, or take it out.`;
    case 'code_malformed':
      return issue.what === 'member'
        ? `“${issue.value}” is no e-mail address. Write the address of the Google account.`
        : `“${issue.value}” cannot be a code. Use plain letters and digits, with - . _ between them, at most 64.${namingSign(issue.value)}`;
    case 'section_missing':
      return issue.track === ''
        ? `the section “${issue.section}” is missing. Add its rows.`
        : `track ${issue.track} has no row in “${issue.section}”. Add some.`;
    case 'settings_inconsistent':
      return INCONSISTENCIES[issue.detail];
    default:
      return undefined;
  }
}

/** Those whose other sentences name fields of the files. */
const INCONSISTENCIES: Readonly<Partial<Record<Inconsistency, string>>> = {
  first_or_share:
    'exactly one of “Số đơn vị đứng đầu” (the first so many) and “Tỷ lệ đơn vị đứng đầu” (a share) is needed. Keep one.',
  next_keys_missing: 'further keys are to decide, and none is named. Add a row “Xét tiếp theo”.',
  next_keys_unused:
    '“Xét tiếp theo” means something only where further keys are to decide. Take the row out, or choose “xét tiếp”.',
  rounds_missing: 'a calendar of rounds needs its rounds. Add the rows of the section “Đợt”.',
  rounds_unused:
    'the section “Đợt” is only for a calendar of rounds. Take its rows out, or change the kind of period.',
  prong_max_unused:
    'a prong’s maximum is not used where the track has groups of its own. Take it out, or take the groups out.',
  editor_without_units: 'a unit editor needs at least one unit. Write the unit’s code.',
  units_without_editor: 'only a unit editor has units. Add that role, or take the units out.',
  no_admin:
    'at least one member must be an administrator, or nobody could save again. Give somebody that role.',
  other_campaign: 'a campaign’s code cannot change. Write the old one again.',
};

/** What the forms expect otherwise than the files do. */
const IN_FORMS: Readonly<Partial<Record<FieldShape, string>>> = {
  yes_no: '“Có” (yes) or “Không” (no)',
  day: 'a day with its month and year, such as 31/03/2024',
};
