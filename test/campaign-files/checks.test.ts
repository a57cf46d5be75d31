import { describe, expect, it } from 'vitest';
import type { Issue } from '../../functions/src/domain/issue.ts';
import { edited, issuesIn, SMALL, without } from './small-campaign.ts';

type Edit = readonly [file: string, from: string, to: string];
type Case = readonly [name: string, edits: readonly Edit[], issues: readonly Issue[]];

const json = (row: number, column?: string) => ({ file: 'campaign.json', row, ...(column && { column }) });
const criteria = (row: number, column: string) => ({ file: 'criteria.csv', row, column });
const units = (row: number, column: string) => ({ file: 'units.csv', row, column });
const targets = (row: number, column?: string) => ({ file: 'targets.csv', row, ...(column && { column }) });
const members = (row: number, column: string) => ({ file: 'members.csv', row, column });

const jsonEdit = (from: string, to: string): Edit => ['campaign.json', from, to];
const criteriaEdit = (from: string, to: string): Edit => ['criteria.csv', from, to];
const unitsEdit = (from: string, to: string): Edit => ['units.csv', from, to];

const CASES: readonly (readonly [group: string, cases: readonly Case[]])[] = [
  [
    'the JSON',
    [
      [
        'a comma too many, with its line and character',
        [jsonEdit('"2024-12-31" },', '"2024-12-31", },')],
        [{ code: 'json_malformed', character: 59, at: json(3) }],
      ],
      [
        'a section that is missing',
        [jsonEdit('"calendar": { "from": "2024-01-01", "to": "2024-12-31" },', '')],
        [{ code: 'section_missing', section: 'calendar', track: '', at: { file: 'campaign.json' } }],
      ],
      [
        'a field that is missing, unknown or said twice',
        [
          jsonEdit(
            '"code": "TD-2024", "name_vi": "Thi đua 2024"',
            '"code": "TD-2024", "titel": 1, "code": "X"',
          ),
        ],
        [
          { code: 'field_repeated', field: 'code', at: json(2, 'campaign.code') },
          { code: 'field_missing', field: 'name_vi', at: json(2, 'campaign.name_vi') },
          { code: 'field_unknown', field: 'titel', at: json(2, 'campaign.titel') },
        ],
      ],
      [
        'a value of the wrong shape',
        [
          jsonEdit('"2024-12-31"', '"2024-02-30"'),
          jsonEdit('"legs": [{ "code": "C1", "name_vi": "Chân 1" }]', '"legs": "C1"'),
          jsonEdit('"ratio": 0.2', '"ratio": 1.2, "scope": "huyện"'),
          criteriaEdit('M1,C1', 'M1,'),
        ],
        [
          {
            code: 'field_invalid',
            field: 'to',
            expected: 'day',
            found: '2024-02-30',
            at: json(3, 'calendar.to'),
          },
          {
            code: 'field_invalid',
            field: 'legs',
            expected: 'list',
            found: 'C1',
            at: json(7, 'tracks[0].legs'),
          },
          {
            code: 'field_invalid',
            field: 'ratio',
            expected: 'ratio',
            found: '1.2',
            at: json(22, 'settings[0].quotas[0].ratio'),
          },
          {
            code: 'field_invalid',
            field: 'scope',
            expected: 'choice',
            choices: ['cluster', 'track'],
            found: 'huyện',
            at: json(22, 'settings[0].quotas[0].scope'),
          },
        ],
      ],
      [
        'a code that is no safe code',
        [jsonEdit('"code": "TD-2024"', '"code": "../TD"'), jsonEdit('"code": "BD"', '"code": "=BD()"')],
        [
          { code: 'code_malformed', what: 'campaign', value: '../TD', at: json(2, 'campaign.code') },
          {
            code: 'code_malformed',
            what: 'recognition',
            value: '=BD()',
            at: json(24, 'settings[0].recognitions[0].code'),
          },
        ],
      ],
      [
        'a code that is declared twice',
        [
          jsonEdit('"code": "M2"', '"code": "M1"'),
          criteriaEdit('A,A3,Theo mức,M2', 'A,A3,Theo mức,M1'),
          jsonEdit('"prong:M2"', '"prong:M1"'),
          jsonEdit('"max": 30', '"max": 50'),
          jsonEdit('"max": 20', '"max": 50'),
        ],
        [{ code: 'code_repeated', what: 'prong', value: 'M1', at: json(8, 'tracks[0].prongs[1].code') }],
      ],
    ],
  ],
  [
    'the calendar',
    [
      [
        'rounds without rounds, and rounds for months',
        [jsonEdit('"from": "2024-01-01"', '"from": "2024-01-01", "kind": "round"')],
        [{ code: 'settings_inconsistent', detail: 'rounds_missing', at: json(3, 'calendar.rounds') }],
      ],
      [
        'rounds that overlap or go backwards',
        [
          jsonEdit(
            '"from": "2024-01-01", "to": "2024-12-31"',
            `"kind": "round", "rounds": [
              { "code": "R1", "name_vi": "Đợt 1", "from": "2024-01-01", "to": "2024-03-31" },
              { "code": "R2", "name_vi": "Đợt 2", "from": "2024-03-31", "to": "2024-03-01" }]`,
          ),
        ],
        [
          {
            code: 'validity_reversed',
            from: '2024-03-31',
            to: '2024-03-01',
            at: json(5, 'calendar.rounds[1].to'),
          },
          {
            code: 'validity_overlaps',
            what: 'period',
            value: 'R2',
            at: json(5, 'calendar.rounds[1].from'),
          },
        ],
      ],
      [
        'a week without a working day',
        [
          jsonEdit(
            '"breakthroughs"',
            '"working_days": { "weekend": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] },\n  "breakthroughs"',
          ),
        ],
        [
          {
            code: 'settings_inconsistent',
            detail: 'no_working_day',
            at: json(12, 'working_days.weekend'),
          },
        ],
      ],
      [
        'no first day, and deadlines out of order',
        [jsonEdit('"from": "2024-01-01"', '"submit_within_days": 12')],
        [
          { code: 'settings_inconsistent', detail: 'deadlines_out_of_order', at: json(3, 'calendar') },
          { code: 'field_missing', field: 'from', at: json(3, 'calendar.from') },
        ],
      ],
    ],
  ],
  [
    'the settings',
    [
      [
        'grades out of order, one without its minimum, no floor',
        [
          jsonEdit('"min": 90', '"min": 70'),
          jsonEdit(
            '"code": "KHT", "name_vi": "Không hoàn thành"',
            '"code": "KHT", "name_vi": "Không", "min": 0',
          ),
        ],
        [
          {
            code: 'threshold_out_of_order',
            before: '70',
            after: '70',
            at: json(18, 'settings[0].grades[1].min'),
          },
          { code: 'grades_without_floor', at: json(19, 'settings[0].grades[2].min') },
        ],
      ],
      [
        'grades, gates and attributes that nobody declared',
        [
          jsonEdit('"cap_grade": "TOT"', '"cap_grade": "KHA"'),
          jsonEdit(
            '"of": ["XS", "TOT"]',
            '"of": ["XS", "GIOI"], "special": { "attribute": "mau", "value": "x", "ratio": "25%" }',
          ),
          jsonEdit('"least_grade": "TOT"', '"least_grade": "TB"'),
          criteriaEdit('-5,G1', '-5,G2'),
        ],
        [
          {
            code: 'code_unknown',
            what: 'grade',
            value: 'KHA',
            at: json(21, 'settings[0].gates[0].cap_grade'),
          },
          { code: 'code_unknown', what: 'grade', value: 'GIOI', at: json(22, 'settings[0].quotas[0].of[1]') },
          {
            code: 'code_unknown',
            what: 'attribute',
            value: 'mau',
            at: json(22, 'settings[0].quotas[0].special.attribute'),
          },
          {
            code: 'code_unknown',
            what: 'grade',
            value: 'TB',
            at: json(24, 'settings[0].recognitions[0].least_grade'),
          },
          { code: 'code_unknown', what: 'gate', value: 'G2', at: criteria(5, 'gate') },
        ],
      ],
      [
        'keys that name nothing, in some track or at some time',
        [
          jsonEdit('["base", "deduction_count"]', '["prong:M2", "điểm", "criterion:A1 sideways"]'),
          jsonEdit('"value:A2"', '"value:A9"'),
        ],
        [
          {
            code: 'code_malformed',
            what: 'rank_key',
            value: 'điểm',
            at: json(23, 'settings[0].ranking.tie_breaks[1]'),
          },
          {
            code: 'code_malformed',
            what: 'rank_key',
            value: 'criterion:A1 sideways',
            at: json(23, 'settings[0].ranking.tie_breaks[2]'),
          },
          {
            code: 'code_unknown',
            what: 'rank_key',
            value: 'prong:M2',
            at: json(23, 'settings[0].ranking.tie_breaks[0]'),
          },
          {
            code: 'code_unknown',
            what: 'rank_key',
            value: 'value:A9',
            at: json(28, 'settings[1].ranking.tie_breaks[1]'),
          },
        ],
      ],
      [
        'a text as a key',
        [
          criteriaEdit('A,A2,Tỷ lệ,M1,,,,PCT_TARGET,target=100,10', 'A,A2,Tỷ lệ,,,,,INFO,answer=text,'),
          jsonEdit('"max": 30', '"max": 20'),
          ['targets.csv', 'U1,A2,95\nU2,A2,90.5\n', ''],
        ],
        [
          {
            code: 'settings_inconsistent',
            detail: 'key_not_comparable',
            at: json(28, 'settings[1].ranking.tie_breaks[1]'),
          },
        ],
      ],
      [
        'a quota on the worst grade, and keys without need or need without keys',
        [
          jsonEdit('"grade": "XS", "ratio": 0.2', '"grade": "KHT", "ratio": "20%", "tie_at_cut": "next_key"'),
          jsonEdit('"first": 1', '"first": 1, "next_keys": ["base"]'),
        ],
        [
          {
            code: 'settings_inconsistent',
            detail: 'next_keys_missing',
            at: json(22, 'settings[0].quotas[0].tie_at_cut'),
          },
          {
            code: 'settings_inconsistent',
            detail: 'quota_on_last_grade',
            at: json(22, 'settings[0].quotas[0].grade'),
          },
          {
            code: 'settings_inconsistent',
            detail: 'next_keys_unused',
            at: json(24, 'settings[0].recognitions[0].next_keys'),
          },
        ],
      ],
      [
        'ballots of one track, decisions without a number or a signer, surpassing below catching up',
        [
          jsonEdit(
            '"track": "A", "valid_from": "2024-07-01",',
            '"track": "A", "valid_from": "2024-07-01", "ballots": { "nomination": { "quorum": "3/2" } },',
          ),
          jsonEdit(
            '"totals": { "bonus_cap": 10, "deduction_floor": -10 }',
            `"decisions": { "scheme": "QĐ-BCĐ", "issuer_vi": "BCĐ", "place_vi": "Ba Tri", "signers": [] },
      "review": { "caught_up": "100%", "surpassed": 0.95 }`,
          ),
        ],
        [
          {
            code: 'settings_inconsistent',
            detail: 'scheme_without_number',
            at: json(15, 'settings[0].decisions.scheme'),
          },
          {
            code: 'settings_inconsistent',
            detail: 'signers_missing',
            at: json(15, 'settings[0].decisions.signers'),
          },
          {
            code: 'settings_inconsistent',
            detail: 'surpassed_below_caught_up',
            at: json(16, 'settings[0].review.surpassed'),
          },
          {
            code: 'field_invalid',
            field: 'quorum',
            expected: 'share',
            found: '3/2',
            at: json(28, 'settings[1].ballots.nomination.quorum'),
          },
          { code: 'settings_inconsistent', detail: 'council_of_track', at: json(28, 'settings[1].ballots') },
        ],
      ],
      [
        'a recognition of the first and of a share',
        [jsonEdit('"first": 1', '"first": 1, "share": { "ratio": 0.1 }')],
        [
          {
            code: 'settings_inconsistent',
            detail: 'first_or_share',
            at: json(24, 'settings[0].recognitions[0]'),
          },
        ],
      ],
      [
        'a recognition of nobody',
        [jsonEdit('"first": 1, ', '')],
        [
          {
            code: 'settings_inconsistent',
            detail: 'first_or_share',
            at: json(24, 'settings[0].recognitions[0]'),
          },
        ],
      ],
      [
        'an unknown track and reversed dates',
        [
          jsonEdit(
            '"track": "A", "valid_from": "2024-07-01"',
            '"track": "C", "valid_from": "2024-07-01", "valid_to": "2024-06-01"',
          ),
        ],
        [
          {
            code: 'validity_reversed',
            from: '2024-07-01',
            to: '2024-06-01',
            at: json(27, 'settings[1].valid_to'),
          },
          { code: 'code_unknown', what: 'track', value: 'C', at: json(27, 'settings[1].track') },
        ],
      ],
    ],
  ],
  [
    'the criteria',
    [
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
          criteriaEdit(
            'else 0,20,,',
            'else 0,20,,,,2024-06-30\nA,A3,Chấm điểm,M2,,,,DIRECT,,15,,,2024-07-01,',
          ),
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
    ],
  ],
  [
    'the units',
    [
      [
        'codes that are malformed or come twice',
        [
          unitsEdit('U1,Đơn vị 1', 'Ư 1,Đơn vị 1'),
          unitsEdit('U3,', 'U2,'),
          unitsEdit(',,2024-06-30,U1', ',,,'),
          ['targets.csv', 'U1,A2,95\n', ''],
          ['members.csv', 'U1;U2', 'U2'],
        ],
        [
          { code: 'code_malformed', what: 'unit', value: 'Ư 1', at: units(2, 'unit_id') },
          { code: 'code_repeated', what: 'unit', value: 'U2', at: units(4, 'unit_id') },
        ],
      ],
      [
        'validity that goes backwards or overlaps',
        [
          unitsEdit('U1,Đơn vị 1,A,Cụm 1,,,', 'U1,Đơn vị 1,A,Cụm 1,2024-05-01,2024-04-30,'),
          unitsEdit('U3,Đơn vị 3,B,Cụm 2,,,', 'U2,Đơn vị 3,A,Cụm 2,2024-06-30,,'),
        ],
        [
          { code: 'validity_reversed', from: '2024-05-01', to: '2024-04-30', at: units(2, 'valid_to') },
          { code: 'validity_overlaps', what: 'unit', value: 'U2', at: units(4, 'valid_from') },
        ],
      ],
      [
        'an unknown track and an unknown successor',
        [unitsEdit('3,B,', '3,Z,'), unitsEdit('2024-06-30,U1', '2024-06-30,U9')],
        [
          { code: 'code_unknown', what: 'unit', value: 'U9', at: units(3, 'successor') },
          { code: 'code_unknown', what: 'track', value: 'Z', at: units(4, 'track') },
        ],
      ],
      [
        'an attribute that cannot be named',
        [unitsEdit('successor,loai', 'successor,=loai'), criteriaEdit('na_when=loai:nhỏ', '')],
        [{ code: 'code_malformed', what: 'attribute', value: '=loai', at: units(1, '=loai') }],
      ],
      [
        'a row with more cells than the header',
        [unitsEdit('Cụm 2,,,,nhỏ', 'Cụm 2,,,,nhỏ,thừa')],
        [{ code: 'row_malformed', detail: 'too_many_cells', at: { file: 'units.csv', row: 4 } }],
      ],
      [
        'a quote that is not closed',
        [unitsEdit('Đơn vị 3', '"Đơn vị 3')],
        [{ code: 'file_unreadable', detail: 'unclosed_quote', at: { file: 'units.csv', row: 4 } }],
      ],
      [
        'a quote in the middle of a cell',
        [unitsEdit('Đơn vị 3', 'Đơn vị "3"')],
        [{ code: 'row_malformed', detail: 'misplaced_quote', at: { file: 'units.csv', row: 4 } }],
      ],
    ],
  ],
  [
    'the targets and the members',
    [
      [
        'a target for an unknown unit, an unknown criterion, one without targets, twice, below zero',
        [['targets.csv', 'U2,A2,90.5\n', 'U9,A2,1\nU1,B1,1\nU1,A3,1\nU1,A2,2\nU2,A2,-1\nU2,A2,1 000\n']],
        [
          { code: 'code_unknown', what: 'unit', value: 'U9', at: targets(3, 'unit_id') },
          { code: 'code_unknown', what: 'criterion', value: 'B1', at: targets(4, 'criterion') },
          { code: 'parameter_unknown', parameter: 'target', kind: 'tiered', at: targets(5, 'criterion') },
          { code: 'row_repeated', earlier: 2, at: targets(6) },
          {
            code: 'field_invalid',
            field: 'target',
            expected: 'number_above_zero',
            found: '-1',
            at: targets(7, 'target'),
          },
          {
            code: 'field_invalid',
            field: 'target',
            expected: 'number_above_zero',
            found: '1 000',
            at: targets(8, 'target'),
          },
        ],
      ],
      [
        'members without an address, a role or units that exist',
        [
          [
            'members.csv',
            'binh@example.org,officer;leader,\n',
            'binh,officer,\nan@example.org,leader,\nchi@example.org,chief,\ndung@example.org,unit_editor,\nem@example.org,unit_editor,U7\ngiang@example.org,officer,U1\n',
          ],
        ],
        [
          { code: 'code_malformed', what: 'member', value: 'binh', at: members(3, 'email') },
          { code: 'code_repeated', what: 'member', value: 'an@example.org', at: members(4, 'email') },
          { code: 'code_unknown', what: 'role', value: 'chief', at: members(5, 'roles') },
          { code: 'settings_inconsistent', detail: 'editor_without_units', at: members(6, 'unit_ids') },
          { code: 'code_unknown', what: 'unit', value: 'U7', at: members(7, 'unit_ids') },
          { code: 'settings_inconsistent', detail: 'units_without_editor', at: members(8, 'unit_ids') },
        ],
      ],
    ],
  ],
];

describe.each(CASES)('the checks of a campaign’s files: %s', (_, cases) => {
  it.each(cases)('finds %s', (_, edits, expected) => {
    expect(issuesIn(edited(SMALL, ...edits))).toEqual(expected);
  });
});

describe('the checks of a campaign’s files: the folder', () => {
  it('finds nothing in the small campaign that the others start from', () => {
    expect(issuesIn(SMALL)).toEqual([]);
  });

  it('names each file that is missing, and each that no campaign has', () => {
    expect(issuesIn({ 'unit.csv': '', __proto__: null } as never)).toEqual([
      { code: 'file_missing', at: { file: 'campaign.json' } },
      { code: 'file_missing', at: { file: 'criteria.csv' } },
      { code: 'file_missing', at: { file: 'units.csv' } },
      { code: 'file_unknown', at: { file: 'unit.csv' } },
    ]);
  });

  it('does without targets and members', () => {
    expect(issuesIn(without(without(SMALL, 'targets.csv'), 'members.csv'))).toEqual([]);
  });
});
