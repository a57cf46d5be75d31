import { criteria, criteriaEdit, finds, json, jsonEdit } from './finds.ts';

finds('the settings', [
  [
    'grades out of order, one without its minimum, no floor',
    [
      jsonEdit('"min": 90', '"min": 70'),
      jsonEdit('"code": "KHT", "name_vi": "Không hoàn thành"', '"code": "KHT", "name_vi": "Không", "min": 0'),
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
]);
