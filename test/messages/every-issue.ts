import type { Issue } from '../../functions/src/domain/issue.ts';

type WithoutPlace<Each> = Each extends Issue ? Omit<Each, 'at'> : never;
type OfCode<Code extends Issue['code']> = WithoutPlace<Extract<Issue, { code: Code }>>;

/** One of each, or several where the sentence turns on a detail. A new code without its sample does not compile. */
const samples: { readonly [Code in Issue['code']]: readonly OfCode<Code>[] } = {
  answer_missing: [{ code: 'answer_missing', criterion: 'XA-M1-01' }],
  not_a_number: [{ code: 'not_a_number', text: 'nhiều' }],
  number_ambiguous: [{ code: 'number_ambiguous', text: '1.234', readings: ['1.234', '1234'] }],
  not_yes_no: [{ code: 'not_yes_no', text: 'có thể' }],
  cell_error: [{ code: 'cell_error', text: '#REF!' }],
  value_negative: [{ code: 'value_negative' }],
  value_above_max: [{ code: 'value_above_max', max: '12.5' }],
  value_below_min: [{ code: 'value_below_min', min: '-10' }],
  value_not_in_step: [{ code: 'value_not_in_step', step: '0.5' }],
  percent_unclear: [{ code: 'percent_unclear', readings: ['0.85', '85'] }],
  not_applicable_refused: [{ code: 'not_applicable_refused', criterion: 'XA-M1-01' }],
  answer_not_expected: [{ code: 'answer_not_expected', criterion: 'CQ-M2-04' }],
  target_missing: [{ code: 'target_missing', criterion: 'XA-M1-01' }],
  target_not_positive: [{ code: 'target_not_positive' }],
  note_missing: [{ code: 'note_missing', criterion: 'XA-M1-01' }],
  text_too_long: [{ code: 'text_too_long', most: 2000 }],
  criterion_unknown: [
    { code: 'criterion_unknown', criterion: 'XA-M9-01' },
    { code: 'criterion_unknown', criterion: '' },
  ],
  criterion_repeated: [{ code: 'criterion_repeated', criterion: 'XA-M1-01' }],
  unit_unknown: [
    { code: 'unit_unknown', unitId: 'X29999' },
    { code: 'unit_unknown', unitId: '' },
  ],
  unit_not_valid: [{ code: 'unit_not_valid', unitId: 'X29113', period: '2025-02' }],
  answer_row_missing: [{ code: 'answer_row_missing', unitId: 'X29110', criterion: 'XA-M1-01' }],
  nothing_to_appraise: [{ code: 'nothing_to_appraise', unitId: 'X29110' }],
  header_missing: [{ code: 'header_missing', header: 'Ghi chú' }],
  header_repeated: [{ code: 'header_repeated', header: 'Ghi chú' }],
  criterion_row_missing: [{ code: 'criterion_row_missing', criterion: 'XA-M1-01' }],
  form_too_large: [{ code: 'form_too_large', most: 1000 }],
  field_invalid: [
    { code: 'field_invalid', field: 'timeZone', expected: 'time_zone', found: 'Hanoi' },
    { code: 'field_invalid', field: 'kind', expected: 'choice', choices: ['month', 'week'], found: 'thang' },
  ],
  field_missing: [{ code: 'field_missing', field: 'name' }],
  field_unknown: [{ code: 'field_unknown', field: 'nmae' }],
  field_repeated: [{ code: 'field_repeated', field: 'name' }],
  parameter_missing: [{ code: 'parameter_missing', parameter: 'each', kind: 'count' }],
  parameter_unknown: [{ code: 'parameter_unknown', parameter: 'eahc', kind: 'count' }],
  parameter_invalid: [
    { code: 'parameter_invalid', parameter: 'each', found: 'một' },
    { code: 'parameter_invalid', parameter: 'parameters', found: 'như tiêu chí trên' },
  ],
  threshold_out_of_order: [{ code: 'threshold_out_of_order', before: '80', after: '90.5' }],
  points_above_max: [{ code: 'points_above_max', points: '12', max: '10' }],
  group_sum_differs: [{ code: 'group_sum_differs', group: 'M1', sum: '29', max: '30' }],
  code_unknown: [{ code: 'code_unknown', what: 'cluster', value: 'Cụm 9' }],
  code_repeated: [{ code: 'code_repeated', what: 'unit', value: 'X29110' }],
  code_malformed: [{ code: 'code_malformed', what: 'criterion', value: 'a b' }],
  validity_reversed: [{ code: 'validity_reversed', from: '2024-03-31', to: '2024-03-01' }],
  validity_overlaps: [{ code: 'validity_overlaps', what: 'unit', value: 'X29110' }],
  section_missing: [
    { code: 'section_missing', section: 'grades', track: 'XA' },
    { code: 'section_missing', section: 'calendar', track: '' },
  ],
  grades_without_floor: [{ code: 'grades_without_floor' }],
  settings_inconsistent: [{ code: 'settings_inconsistent', detail: 'rounds_missing' }],
  file_missing: [{ code: 'file_missing' }],
  folder_missing: [{ code: 'folder_missing' }],
  file_unknown: [{ code: 'file_unknown' }],
  file_too_large: [{ code: 'file_too_large', mostBytes: 5_000_000 }],
  file_unreadable: [
    { code: 'file_unreadable', detail: 'not_utf8' },
    { code: 'file_unreadable', detail: 'is_folder' },
  ],
  json_malformed: [{ code: 'json_malformed', character: 12 }],
  column_missing: [{ code: 'column_missing', header: 'unit_id' }],
  column_repeated: [{ code: 'column_repeated', header: 'unit_id' }],
  row_malformed: [{ code: 'row_malformed', detail: 'too_many_cells' }],
  period_unknown: [{ code: 'period_unknown', value: '2024-13' }],
  row_repeated: [{ code: 'row_repeated', earlier: 4 }],
};

export const everyIssue: readonly WithoutPlace<Issue>[] = Object.values(samples).flat();
