import { expect, it } from 'vitest';
import { defused } from '../../../local/rank/csv-cell.ts';

it.each(['=1+1', '+84 75 3850', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '＠A1', '\n=1'])(
  'a text that a spreadsheet would work out stays a text: %j',
  (text) => {
    expect(defused(text)).toBe(`'${text}`);
  },
);

it.each(['', 'Xã Tân Thủy', 'a=b', '2024-03', "'=1"])('any other text stays as it is: %j', (text) => {
  expect(defused(text)).toBe(text);
});
