import { criteriaEdit, finds, json, jsonEdit } from './finds.ts';

finds('the JSON', [
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
    [jsonEdit('"code": "TD-2024", "name_vi": "Thi đua 2024"', '"code": "TD-2024", "titel": 1, "code": "X"')],
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
]);

finds('the calendar', [
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
]);
