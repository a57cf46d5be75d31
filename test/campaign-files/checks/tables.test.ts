import { describe, expect, it } from 'vitest';
import { issuesIn, SMALL, without } from '../small-campaign.ts';
import { criteriaEdit, finds, members, targets, units, unitsEdit } from './finds.ts';

finds('the units', [
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
]);

finds('the targets and the members', [
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
]);

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
