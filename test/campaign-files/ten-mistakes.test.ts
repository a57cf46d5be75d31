import { describe, expect, it } from 'vitest';
import { edited, issuesIn, SMALL } from './small-campaign.ts';

describe('a campaign with ten mistakes', () => {
  it('is refused with exactly ten issues, file by file, from top to bottom', () => {
    const files = edited(
      SMALL,
      ['campaign.json', '"2024-12-31"', '"31/12/2024"'],
      ['campaign.json', '"min": 90', '"min": "chín mươi"'],
      ['campaign.json', '"bonus_cap"', '"bonus_most"'],
      ['criteria.csv', 'step=0.5', 'step=4'],
      ['criteria.csv', 'A,A2,Tỷ lệ,M1', 'A,A2,Tỷ lệ,M7'],
      ['criteria.csv', '>=90: 20', '>=90: 21'],
      ['units.csv', '2024-06-30', 'giữa năm'],
      ['units.csv', 'U3,', '=U3,'],
      ['targets.csv', '95', 'x'],
      ['members.csv', 'officer', 'boss'],
    );
    expect(issuesIn(files)).toEqual([
      {
        code: 'field_invalid',
        field: 'to',
        expected: 'day',
        found: '31/12/2024',
        at: { file: 'campaign.json', row: 3, column: 'calendar.to' },
      },
      {
        code: 'field_unknown',
        field: 'bonus_most',
        at: { file: 'campaign.json', row: 15, column: 'settings[0].totals.bonus_most' },
      },
      {
        code: 'field_invalid',
        field: 'min',
        expected: 'number',
        found: 'chín mươi',
        at: { file: 'campaign.json', row: 17, column: 'settings[0].grades[0].min' },
      },
      {
        code: 'parameter_invalid',
        parameter: 'step',
        found: '4',
        at: { file: 'criteria.csv', row: 2, column: 'parameters' },
      },
      {
        code: 'code_unknown',
        what: 'prong',
        value: 'M7',
        at: { file: 'criteria.csv', row: 3, column: 'prong' },
      },
      {
        code: 'points_above_max',
        points: '21',
        max: '20',
        at: { file: 'criteria.csv', row: 4, column: 'parameters' },
      },
      {
        code: 'field_invalid',
        field: 'valid_to',
        expected: 'day',
        found: 'giữa năm',
        at: { file: 'units.csv', row: 3, column: 'valid_to' },
      },
      {
        code: 'code_malformed',
        what: 'unit',
        value: '=U3',
        at: { file: 'units.csv', row: 4, column: 'unit_id' },
      },
      {
        code: 'field_invalid',
        field: 'target',
        expected: 'number_above_zero',
        found: 'x',
        at: { file: 'targets.csv', row: 2, column: 'target' },
      },
      {
        code: 'code_unknown',
        what: 'role',
        value: 'boss',
        at: { file: 'members.csv', row: 3, column: 'roles' },
      },
    ]);
  });
});
