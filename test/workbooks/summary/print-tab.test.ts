import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableTab } from '../../../functions/src/domain/publishing/wanted.ts';
import { PAGE_WIDTH_PIXELS, printTab } from '../../../functions/src/workbooks/summary/print-tab.ts';
import { BOLD, textLines, textWidth } from '../../../functions/src/workbooks/summary/text-lines.ts';
import { CAMPAIGN, publishedPeriods } from '../two-months.ts';

describe('a page to print', () => {
  it('is as wide as A4 upright with the margins of official papers, and draws nothing beside its table', () => {
    expect(PAGE_WIDTH_PIXELS).toBe(585);
    const { columns, charts, frozenColumns } = pageOf(() => {});
    expect(columns.reduce((sum, { widthPixels }) => sum + widthPixels, 0)).toBe(PAGE_WIDTH_PIXELS);
    expect({ charts, frozenColumns }).toEqual({});
  });

  it('breaks long words of people into lines that stay on the page', () => {
    const long =
      'Cao điểm thi đua Đồng khởi mới của các cơ quan, đơn vị, địa phương trong toàn huyện năm 2024 '
        .repeat(3)
        .trim();
    const page = pageOf((parts) => {
      parts.campaign.name = long;
      parts.track.name = long;
      parts.track.recognitions = parts.track.recognitions.map((rule) => ({ ...rule, name: long }));
    });
    const lines = page.rows.flatMap((row, i) =>
      page.looks![i] === 'line' || page.looks![i] === 'heading' ? [String(row[0])] : [],
    );
    expect(lines.join(' ')).toContain(`${long}: Xã Ấp Đá (Cụm 1).`);
    expect(page.banner.join(' ')).toContain(`${long} ${long}`);
    for (const line of [...page.banner, ...lines])
      expect(textWidth(line), line).toBeLessThanOrEqual(PAGE_WIDTH_PIXELS);
  });

  it('has a look for every row, and cells for every column', () => {
    const { rows, looks, columns } = pageOf(() => {});
    expect(looks).toHaveLength(rows.length);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    // What runs over its neighbours needs them empty.
    for (const [i, row] of rows.entries())
      if (looks![i] === 'line' || looks![i] === 'heading')
        expect(row.slice(1)).toEqual(Array(columns.length - 1).fill(null));
  });

  it('says so when nobody is recognised and everybody sent a form', () => {
    const page = pageOf((parts) => {
      parts.published.result = {
        ...parts.published.result,
        units: parts.published.result.units.filter(({ status }) => status === 'ranked'),
        recognitions: [],
      };
    });
    const lines = page.rows.flatMap(([first], i) => (page.looks![i] === 'line' ? [first] : []));
    expect(lines).toEqual([
      'Trong 3 đơn vị: 2 nộp đúng hạn, 1 nộp trễ, 0 chưa báo cáo.',
      'Nộp trễ: Xã Bảo Thạnh.',
      'Xuất sắc: 1; Tốt: 1; Không hoàn thành: 1.',
      'Kỳ này không có đơn vị nào được ghi nhận.',
    ]);
  });

  it('says that the period is being corrected, and no day of publication', () => {
    const page = pageOf(({ published }) => {
      published.record = { ...published.record, state: 'open' };
    });
    expect(page.banner.slice(3)).toEqual([
      'Phiên bản 2, thay phiên bản 1. Lý do: Số liệu nhầm',
      'Kỳ này đã mở lại để chỉnh sửa, số liệu dưới đây có thể thay đổi. Lý do: Số liệu nhầm',
    ]);
  });
});

describe('textLines', () => {
  it('loses no letter, and no line is wider than asked', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...'aiịmWĐặ.,–7…'), minLength: 1, maxLength: 30 }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 300 }), (words, width) => {
        const lines = textLines(words.join(' '), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('fills its lines', () => {
    expect(textLines('một hai ba bốn năm sáu', 100)).toEqual(['một hai ba bốn', 'năm sáu']);
    expect(textLines('', 100)).toEqual([]);
  });

  // As Chromium measures them in Liberation Sans, whose letters are as wide as Arial's, at 13.333 pixels.
  it.each([
    [381, 400, 'Tổng số 23 đơn vị: 19 nộp đúng hạn, 2 nộp trễ, 2 chưa báo cáo.'],
    [510, 537, 'Chi bộ, đảng ủy các ban, ngành, MTTQ Việt Nam, các tổ chức chính trị - xã hội huyện'],
    [133, 138, 'Khối MTTQ - đoàn thể'],
    [181, 193, 'Hoàn thành xuất sắc nhiệm vụ'],
  ])('takes no text for narrower than the %i pixels it has, bold %i: %s', (plain, bold, text) => {
    expect(textWidth(text)).toBeGreaterThanOrEqual(plain);
    expect(textWidth(text)).toBeLessThan(1.05 * plain);
    expect(textWidth(text) * BOLD).toBeGreaterThanOrEqual(bold);
  });
});

type Parts = ReturnType<typeof partsOf>;

function pageOf(change: (parts: Parts) => void): TableTab {
  const parts = partsOf();
  change(parts);
  return printTab(parts.campaign, parts.published, parts.track);
}

/** Something of our own to change. */
function partsOf() {
  const published = { ...publishedPeriods()[1]! };
  return { campaign: { ...CAMPAIGN }, published, track: { ...published.rules.tracks[0]! } };
}
