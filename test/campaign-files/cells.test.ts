import { describe, expect, it } from 'vitest';
import { campaignCells } from '../../functions/src/campaign-files/cells/campaign-cells.ts';
import { parseCampaignCells } from '../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import { SECTIONS } from '../../functions/src/campaign-files/cells/settings-sections.ts';
import {
  FIELD_WORDS,
  fieldWord,
  SECTION_WORDS,
} from '../../functions/src/campaign-files/cells/settings-words.ts';
import {
  type ParsedCampaign,
  parseCampaignFiles,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { SETUP_FORMS, type SetupFormId } from '../../functions/src/domain/setup/setup-forms.ts';
import { explainIssue } from '../../functions/src/messages/vi/issues/issues.ts';
import { sheetsOf } from './setup-sheets.ts';
import { SMALL } from './small-campaign.ts';

const parsed = parseCampaignFiles(SMALL);
if (!parsed.ok) throw new Error('the small campaign has issues');
const SMALL_CAMPAIGN: ParsedCampaign = parsed.value;

type Edits = { readonly [Id in SetupFormId]?: Readonly<Record<string, CellValue>> };

/** The tabs of the small campaign with some cells written over: `{units: {'2:name': 'Xã Mới'}}`, rows from 1. */
function edited(edits: Edits): Record<SetupFormId, FormCells> {
  const sheets = sheetsOf(SMALL_CAMPAIGN) as Record<SetupFormId, FormCells>;
  for (const [id, cells] of Object.entries(edits)) {
    const form = SETUP_FORMS[id as SetupFormId];
    const values = sheets[id as SetupFormId].values.map((row) => [...row]);
    for (const [address, value] of Object.entries(cells)) {
      const [row = '', key] = address.split(':');
      const column = form.columns.findIndex((each) => each.key === key);
      values[Number(row) + 1] ??= form.columns.map(() => null);
      values[Number(row) + 1]![column] = value;
    }
    sheets[id as SetupFormId] = { origin: 'A1', values };
  }
  return sheets;
}

function told(edits: Edits): string[] {
  const read = parseCampaignCells(edited(edits), SMALL_CAMPAIGN);
  return read.ok ? [] : read.issues.map(explainIssue);
}

function value(edits: Edits): ParsedCampaign {
  const read = parseCampaignCells(edited(edits), SMALL_CAMPAIGN);
  if (!read.ok) throw new Error(read.issues.map(explainIssue).join('\n'));
  return read.value;
}

/** The row of the tab Thiết lập with these words, counted from 1. */
function settingsRow(...words: readonly string[]): number {
  const rows = campaignCells(SMALL_CAMPAIGN).settings;
  const at = rows.findIndex((row) => words.every((word) => row.includes(word)));
  if (at < 0) throw new RangeError(`no row ${words.join(', ')}`);
  return at + 1;
}

describe('the configuration as forms', () => {
  it('has words for everything that campaign.json may hold, and no two the same in a section', () => {
    const paths = SECTIONS.map(({ path }) => path);
    expect(paths.filter((path) => !(path in SECTION_WORDS))).toEqual([]);
    const wordless = SECTIONS.flatMap(({ path, fields }) =>
      fields
        .filter((field) => !(field.path in (FIELD_WORDS[path] ?? {})) && !(field.path in FIELD_WORDS['*']!))
        .map((field) => `${path}: ${field.path}`),
    );
    expect(wordless).toEqual([]);
    for (const { path, fields } of SECTIONS)
      expect(new Set(fields.map((field) => fieldWord(path, field.path))).size).toBe(fields.length);
    expect(new Set(Object.values(SECTION_WORDS)).size).toBe(Object.keys(SECTION_WORDS).length);
  });

  it('shows what people read, in their words', () => {
    const cells = campaignCells(SMALL_CAMPAIGN);
    expect(cells.criteria[1]).toEqual([
      'A',
      'A2',
      'Tỷ lệ',
      'M1',
      null,
      null,
      'M1',
      'theo tỷ lệ đạt chỉ tiêu',
      'cách tính=từng kỳ; chỉ tiêu=100',
      10,
      '1',
      null,
      null,
      'Có',
      'Không',
      null,
      null,
      null,
    ]);
    expect(cells.criteria[2]![8]).toBe('≥90: 20; ≥50: 10; còn lại 0; so theo=con số; cách tính=từng kỳ');
    expect(cells.units[1]).toEqual([
      'U2',
      'Đơn vị 2',
      'A',
      'Cụm 1',
      null,
      null,
      45473,
      'U1 – Đơn vị 1',
      'loai: nhỏ',
    ]);
    expect(cells.members).toEqual([
      ['an@example.org', 'cán bộ đơn vị', 'U1 – Đơn vị 1; U2 – Đơn vị 2'],
      ['binh@example.org', 'cán bộ thi đua khen thưởng; lãnh đạo', null],
    ]);
    expect(cells.targets[1]).toEqual(['U2 – Đơn vị 2', 'A2', 90.5, null, null]);
    const rowOf = (section: string) => cells.settings.filter(([name]) => name === section);
    expect(rowOf('Tỷ lệ khống chế')).toEqual([
      ['Tỷ lệ khống chế', null, 'XS', 'Tỷ lệ', '20%', null, null],
      ['Tỷ lệ khống chế', null, 'XS', 'Tính trên các mức', 'XS; TOT', null, null],
      ['Tỷ lệ khống chế', null, 'XS', 'Xét trong', 'cụm, khối', null, null],
      ['Tỷ lệ khống chế', null, 'XS', 'Làm tròn', 'làm tròn xuống', null, null],
      ['Tỷ lệ khống chế', null, 'XS', 'Khi ngang nhau ở mức cắt', 'không ai được', null, null],
    ]);
    expect(rowOf('Xếp hạng').slice(-4)).toEqual([
      ['Xếp hạng', 'A', null, 'Xếp theo', 'điểm', 45474, null],
      ['Xếp hạng', 'A', null, 'Hạng khi ngang nhau', '1-2-2-4', 45474, null],
      ['Xếp hạng', 'A', null, 'Số lẻ được so', '2', 45474, null],
      ['Xếp hạng', 'A', null, 'Khi bằng điểm thì xét', 'mũi:M2; số liệu:A2', 45474, null],
    ]);
  });

  it('are written as people write', () => {
    const ratio = settingsRow('Tỷ lệ khống chế', 'Tỷ lệ');
    const { campaign, members } = value({
      criteria: {
        '1:coefficient': '2,5',
        '1:max_points': '8,0',
        '2:parameters': 'Chỉ tiêu = 120,5 ; Cách tính=Lũy kế',
        '5:na': 'x',
      },
      units: {
        '1:name': '  Xã   Mới ',
        '1:valid_to': '30/6/2024',
        '4:unit_id': 'U1',
        '4:name': 'Xã Mới hơn',
        '4:track': 'A',
        '4:cluster': 'Cụm 2',
        '4:valid_from': 45474,
        '4:attributes': 'loai: lớn',
      },
      members: {
        '3:email': 'Chi@Example.org',
        '3:roles': 'Quản trị viên, cán bộ đơn vị',
        '3:unit_ids': 'U3, U1',
      },
      settings: { [`${ratio}:value`]: 0.25 },
      targets: { '1:target': '1.234,5' },
    });
    const [a1, a2] = campaign.criteria;
    expect([a1!.coefficient, a1!.max, a2!.scoring, campaign.criteria[4]!.mayBeNotApplicable]).toEqual([
      '2.5',
      8_000_000,
      { kind: 'percent', basis: 'cumulative', target: '120.5' },
      true,
    ]);
    expect(
      campaign.units
        .filter(({ id }) => id === 'U1')
        .map(({ name, cluster, validFrom, validTo }) => [name, cluster, validFrom, validTo]),
    ).toEqual([
      ['Xã   Mới', 'Cụm 1', undefined, '2024-06-30'],
      ['Xã Mới hơn', 'Cụm 2', '2024-07-01', undefined],
    ]);
    expect(members[2]).toEqual({
      email: 'chi@example.org',
      roles: ['admin', 'unit_editor'],
      unitIds: ['U3', 'U1'],
    });
    expect(campaign.settings[0]!.quotas![0]!.ratio).toBe('0.25');
    expect(campaign.targets[0]!.target).toBe('1234.5');
  });

  it('tell everything that is wrong at once, each with its tab and cell and in the words of the forms', () => {
    const quota = settingsRow('Tỷ lệ khống chế', 'Tỷ lệ');
    const last = campaignCells(SMALL_CAMPAIGN).settings.length;
    const sentences = told({
      units: { '1:valid_from': '31/2/2024', '3:track': 'C', '2:attributes': 'loai nhỏ' },
      members: { '1:roles': 'trưởng thôn', '2:email': 'không phải thư' },
      criteria: {
        '1:method': 'chấm bừa',
        '2:max_points': '1.234',
        '3:parameters': '≥50: 10; ≥90: 20',
        '4:gate': 'G9',
      },
      targets: { '2:target': '=', '1:unit_id': 'U9 – Đơn vị 9' },
      settings: {
        [`${quota}:value`]: 'nhiều',
        [`${quota + 1}:value`]: 'XS; GIỎI',
        [`${last + 1}:section`]: 'Xếp lọai',
        [`${last + 2}:section`]: 'Lịch',
        [`${last + 2}:key`]: 'Hạn nộp',
        [`${last + 2}:value`]: '5',
        [`${last + 3}:section`]: 'Lịch',
        [`${last + 3}:key`]: 'Hạn nộp phiếu, số ngày sau kỳ',
        [`${last + 3}:value`]: '6',
        [`${last + 3}:valid_from`]: 45474,
        [`${last + 3}:code`]: 'X',
      },
    });
    expect(sentences).toEqual([
      'Tab “Đơn vị”, ô F3 (cột “Từ ngày”): “31/2/2024” không phải là ngày. Hãy ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 15/02/2024.',
      'Tab “Đơn vị”, ô I4 (cột “Thuộc tính”): “Thuộc tính” không nhận “loai nhỏ”. Cần một cặp “tên: giá trị”, nhiều cặp cách nhau bằng dấu chấm phẩy.',
      'Tab “Đơn vị”, ô C5 (cột “Đối tượng”): không có mã đối tượng nào là “C”. Hãy sửa lại, hoặc khai báo trước khi dùng.',
      'Tab “Thành viên”, ô B3 (cột “Vai trò”): “trưởng thôn” không có trong danh sách. Hãy chọn một trong: quản trị viên; cán bộ thi đua khen thưởng; thành viên hội đồng; lãnh đạo; cán bộ đơn vị.',
      'Tab “Thành viên”, ô A4 (cột “Tài khoản”): “không phải thư” không phải là địa chỉ thư điện tử. Hãy ghi địa chỉ của tài khoản Google.',
      'Tab “Tiêu chí”, ô H3 (cột “Cách chấm”): “chấm bừa” không có trong danh sách. Hãy chọn một trong: chấm trực tiếp; theo tỷ lệ đạt chỉ tiêu; theo bậc; có hoặc không; theo số lần; so với đơn vị dẫn đầu; điểm thưởng; điểm trừ; thông tin, không chấm.',
      'Tab “Tiêu chí”, ô J4 (cột “Điểm tối đa”): “1.234” có thể hiểu là 1,234 hoặc 1234. Hãy ghi lại cho rõ: 1,2340 hoặc 1234.',
      'Tab “Tiêu chí”, ô I5 (cột “Tham số chấm”): ngưỡng ≥50: 10 đứng trước ngưỡng ≥90: 20 là sai thứ tự. Hãy xếp các ngưỡng từ tốt nhất đến kém nhất.',
      'Tab “Tiêu chí”, ô M6 (cột “Điều kiện khống chế”): không có mã điều kiện khống chế nào là “G9”. Hãy sửa lại, hoặc khai báo trước khi dùng.',
      'Tab “Chỉ tiêu riêng”, ô A3 (cột “Đơn vị”): không có mã đơn vị nào là “U9”. Hãy sửa lại, hoặc khai báo trước khi dùng.',
      'Tab “Chỉ tiêu riêng”, ô C4 (cột “Chỉ tiêu”): “=” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
      'Tab “Thiết lập”, ô E33 (cột “Giá trị”): “Tỷ lệ” không nhận “nhiều”. Cần một tỷ lệ từ 0 đến 1 (hoặc từ 0% đến 100%).',
      'Tab “Thiết lập”, ô E34 (cột “Giá trị”): “GIỎI” không dùng làm mã được. Hãy chỉ dùng chữ không dấu, chữ số và các dấu - . _ ở giữa, nhiều nhất 64 ký tự.',
      'Tab “Thiết lập”, ô A52 (cột “Mục”): “Xếp lọai” không có trong danh sách. Hãy chọn một trong: Phong trào; Phát động; Lịch; Đợt; Ngày làm việc; Đối tượng; Chân; Mũi; Nhóm tiêu chí; Nhiệm vụ đột phá; Lĩnh vực; Tổng điểm; Xếp loại; Điều kiện khống chế; Tỷ lệ khống chế; Xếp hạng; Ghi nhận; Lũy kế quý, năm; Bình chọn; Quyết định; Bình xét.',
      'Tab “Thiết lập”, ô D53 (cột “Khóa”): “Hạn nộp” không có trong danh sách. Hãy chọn một trong: Kỳ; Ngày đầu của phong trào; Ngày cuối của phong trào; Hạn nộp phiếu, số ngày sau kỳ; Hạn thẩm định, số ngày sau kỳ; Hạn bình chọn, số ngày sau kỳ; Hạn công bố, số ngày sau kỳ.',
      'Tab “Thiết lập”, ô C54 (cột “Mã”): mục này không dùng “Mã”. Hãy để trống ô này.',
      'Tab “Thiết lập”, ô E54 (cột “Giá trị”): dòng này lặp lại dòng 9. Hãy giữ lại một dòng.',
      'Tab “Thiết lập”, ô F54 (cột “Từ ngày”): mục này không dùng “Từ ngày”. Hãy để trống ô này.',
    ]);
  });

  it('that lost a header say so, and nothing is held against what is not there', () => {
    const sheets = edited({});
    const [title, header, ...rows] = sheets.units.values;
    const lost = {
      origin: 'A1',
      values: [title!, header!.map((text) => (text === 'Mã đơn vị' ? null : text)), ...rows],
    };
    const read = parseCampaignCells({ ...sheets, units: lost }, SMALL_CAMPAIGN);
    expect(read.ok ? [] : read.issues.map(explainIssue)).toEqual([
      'Tab “Đơn vị”, ô A2 (cột “Mã đơn vị”): không tìm thấy cột “Mã đơn vị”. Hãy ghi lại đúng tiêu đề này ở dòng tiêu đề.',
    ]);
  });
});
