import { expect, it } from 'vitest';
import { issuesIn, SMALL } from './small-campaign.ts';

const HEADER = 'unit_id,name,track,cluster,valid_from,valid_to,successor,loai\n';
const OTHERS = 'U2,Đơn vị 2,A,Cụm 1,,2024-06-30,U1,nhỏ\nU3,Đơn vị 3,B,Cụm 2,,,,nhỏ\n';

it('tells every row that overlaps a long one, also those that do not overlap each other', () => {
  const rows = [
    'U1,Đơn vị 1,A,Cụm 1,2024-01-01,2024-12-31,,lớn',
    'U1,Đơn vị 1,A,Cụm 1,2024-02-01,2024-02-29,,lớn',
    'U1,Đơn vị 1,A,Cụm 1,2024-06-01,2024-06-30,,lớn',
  ];
  const files = { ...SMALL, 'units.csv': `${HEADER}${rows.join('\n')}\n${OTHERS}` };
  const overlap = (row: number) => ({
    code: 'validity_overlaps',
    what: 'unit',
    value: 'U1',
    at: { file: 'units.csv', row, column: 'valid_from' },
  });
  expect(issuesIn(files)).toEqual([overlap(3), overlap(4)]);
});
