import { criteria, criteriaEdit, finds, json, jsonEdit } from './finds.ts';

finds('the criteria', [
  [
    'a group that does not add up, with coefficients',
    [criteriaEdit('10,,2', '10,,1.5')],
    [
      {
        code: 'group_sum_differs',
        group: 'M1',
        sum: '25',
        max: '30',
        period: '2024-01',
        at: json(8, 'tracks[0].prongs[0].max'),
      },
    ],
  ],
  [
    'a group that does not add up from a day on',
    [
      criteriaEdit('gate,coefficient', 'gate,coefficient,valid_from,valid_to'),
      criteriaEdit('else 0,20,,', 'else 0,20,,,,2024-06-30\nA,A3,Chấm điểm,M2,,,,DIRECT,,15,,,2024-07-01,'),
    ],
    [
      {
        code: 'group_sum_differs',
        group: 'M2',
        sum: '15',
        max: '20',
        period: '2024-07',
        at: json(8, 'tracks[0].prongs[1].max'),
      },
    ],
  ],
  [
    'tags that nobody declared',
    [
      criteriaEdit('M1,C1,DP1,', 'M9,C9,DP1;DP9,'),
      criteriaEdit('G,YESNO', 'H,YESNO'),
      criteriaEdit('loai:', 'hang:'),
    ],
    [
      { code: 'code_unknown', what: 'leg', value: 'C9', at: criteria(2, 'leg') },
      { code: 'code_unknown', what: 'prong', value: 'M9', at: criteria(2, 'prong') },
      { code: 'code_unknown', what: 'breakthrough', value: 'DP9', at: criteria(2, 'breakthrough') },
      { code: 'code_unknown', what: 'group', value: 'H', at: criteria(6, 'group') },
      { code: 'code_unknown', what: 'attribute', value: 'hang', at: criteria(6, 'parameters') },
    ],
  ],
  [
    'fields declared twice or without a name, and a launch without its day',
    [
      jsonEdit(
        '  "calendar"',
        '  "launch": { "number": "05-KH/HU" },\n  "fields": [{ "code": "NN", "name": "Nông nghiệp" }, { "code": "NN" }],\n  "calendar"',
      ),
    ],
    [
      { code: 'field_missing', field: 'date', at: json(3, 'launch.date') },
      { code: 'field_missing', field: 'name_vi', at: json(4, 'fields[1].name_vi') },
      { code: 'code_repeated', what: 'field', value: 'NN', at: json(4, 'fields[1].code') },
    ],
  ],
  [
    'a track or a method that is not there',
    [criteriaEdit('A,A1', 'C,A1'), criteriaEdit('A,A2', ',A2'), criteriaEdit('YESNO', 'GUESS')],
    [
      { code: 'code_unknown', what: 'track', value: 'C', at: criteria(2, 'track') },
      { code: 'field_missing', field: 'track', at: criteria(3, 'track') },
      { code: 'code_unknown', what: 'method', value: 'GUESS', at: criteria(6, 'method') },
    ],
  ],
  [
    'a code that comes twice',
    [
      criteriaEdit('A,A2,', 'A,A1,'),
      jsonEdit('"value:A2"', '"value:A1"'),
      ['targets.csv', 'U1,A2,95\nU2,A2,90.5\n', ''],
    ],
    [{ code: 'code_repeated', what: 'criterion', value: 'A1', at: criteria(3, 'code') }],
  ],
  [
    'thresholds out of order and points above the maximum',
    [criteriaEdit('>=90: 20; >=50: 10; else 0', '>=90: 10; >=95: 25; else 30')],
    [
      {
        code: 'threshold_out_of_order',
        before: '>=90: 10',
        after: '>=95: 25',
        at: criteria(4, 'parameters'),
      },
      { code: 'points_above_max', points: '25', max: '20', at: criteria(4, 'parameters') },
      {
        code: 'threshold_out_of_order',
        before: '>=95: 25',
        after: 'else 30',
        at: criteria(4, 'parameters'),
      },
    ],
  ],
  [
    'parameters that are missing, unknown or not valid',
    [
      criteriaEdit('step=0.5', 'step=0.3; colour=red'),
      criteriaEdit('each=-1', 'late=auto'),
      criteriaEdit('target=100', 'target=0; basis=sometimes; year_target=yes; min=2; what?'),
    ],
    [
      { code: 'parameter_invalid', parameter: 'step', found: '0.3', at: criteria(2, 'parameters') },
      { code: 'parameter_unknown', parameter: 'colour', kind: 'direct', at: criteria(2, 'parameters') },
      {
        code: 'parameter_invalid',
        parameter: 'parameters',
        found: 'what?',
        at: criteria(3, 'parameters'),
      },
      { code: 'parameter_invalid', parameter: 'min', found: '2', at: criteria(3, 'parameters') },
      {
        code: 'parameter_invalid',
        parameter: 'basis',
        found: 'sometimes',
        at: criteria(3, 'parameters'),
      },
      { code: 'parameter_invalid', parameter: 'target', found: '0', at: criteria(3, 'parameters') },
      {
        code: 'parameter_invalid',
        parameter: 'year_target',
        found: 'yes',
        at: criteria(3, 'parameters'),
      },
      { code: 'parameter_missing', parameter: 'each', kind: 'deduction', at: criteria(5, 'parameters') },
    ],
  ],
  [
    'points beyond what is kept exactly, by themselves or by their coefficient',
    [
      criteriaEdit('step=0.5,10,,2', ',10000000.5,,2'),
      criteriaEdit('target=100,10,,', 'target=100,5000000,,200.1%'),
    ],
    [
      {
        code: 'field_invalid',
        field: 'max_points',
        expected: 'points_in_range',
        found: '10000000.5',
        at: criteria(2, 'max_points'),
      },
      {
        code: 'field_invalid',
        field: 'coefficient',
        expected: 'points_in_range',
        found: '2.001',
        at: criteria(3, 'coefficient'),
      },
    ],
  ],
  [
    'coefficients that are none',
    [criteriaEdit('10,,2', '10,,1/0'), criteriaEdit('target=100,10,,', 'target=100,10,,-50%')],
    ['1/0', '-50%'].map((found, index) => ({
      code: 'field_invalid',
      field: 'coefficient',
      expected: 'coefficient',
      found,
      at: criteria(2 + index, 'coefficient'),
    })),
  ],
  [
    'a maximum of the wrong sign, a group for a deduction, two gates',
    [
      criteriaEdit('DEDUCTION,each=-1,-5', 'DEDUCTION,each=-1;gate=G9,5'),
      criteriaEdit('Trừ,,,,,', 'Trừ,,,,M1,'),
      criteriaEdit('na_when=loai:nhỏ,10', 'na_when=loai:nhỏ,0'),
    ],
    [
      {
        code: 'field_invalid',
        field: 'max_points',
        expected: 'number_not_positive',
        found: '5',
        at: criteria(5, 'max_points'),
      },
      { code: 'settings_inconsistent', detail: 'group_not_allowed', at: criteria(5, 'group') },
      { code: 'settings_inconsistent', detail: 'gate_twice', at: criteria(5, 'gate') },
      {
        code: 'field_invalid',
        field: 'max_points',
        expected: 'number_above_zero',
        found: '0',
        at: criteria(6, 'max_points'),
      },
    ],
  ],
  [
    'columns that are missing, unknown or there twice',
    [
      criteriaEdit('track,code,name_vi,prong', 'track,code,nàme,prong'),
      criteriaEdit('gate,coefficient', 'gate,gate'),
    ],
    [
      { code: 'field_unknown', field: 'nàme', at: criteria(1, 'nàme') },
      { code: 'column_repeated', header: 'gate', at: criteria(1, 'gate') },
      { code: 'column_missing', header: 'name_vi', at: { file: 'criteria.csv', row: 1 } },
    ],
  ],
  [
    'a track without criteria',
    [
      criteriaEdit('B,B1,Có hay không,,,,G,YESNO,na_when=loai:nhỏ,10,,\n', ''),
      jsonEdit('"groups": [{ "code": "G", "name_vi": "Nhóm", "max": 10 }] ', '"groups": [] '),
    ],
    [{ code: 'section_missing', section: 'criteria', track: 'B', at: { file: 'criteria.csv' } }],
  ],
]);
