import { describe, expect, it } from 'vitest';
import { alignedTable } from '../../../local/rank/aligned.ts';
import { textWidth } from '../../../local/rank/text-width.ts';

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['Xã Mỹ Hòa', 9],
    ['Xã Mỹ Hòa'.normalize('NFD'), 9],
    ['đ̣', 1], // a mark that no single sign has
    ['越南', 4],
    ['👍', 2],
    ['a\u200bb', 2],
  ])('is what a terminal takes for “%s”', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('an aligned table', () => {
  it('lines up composed and decomposed Vietnamese, leaves out empty columns and keeps control signs out', () => {
    const columns = [
      { header: 'Hạng', align: 'right' },
      { header: 'Đơn vị', align: 'left' },
      { header: 'Cụm', align: 'left' },
      { header: 'Điểm', align: 'right' },
    ] as const;
    const rows = [
      ['1', 'Thị trấn Ba Tri'.normalize('NFD'), '', '99,50'],
      ['10', 'Xã\u001b[31m Mỹ\nHòa', '', '9,00'],
    ];
    expect(alignedTable(columns, rows).map((line) => line.normalize('NFC'))).toEqual([
      'Hạng  Đơn vị            Điểm',
      '────  ───────────────  ─────',
      '   1  Thị trấn Ba Tri  99,50',
      '  10  Xã [31m Mỹ Hòa    9,00',
    ]);
  });
});
