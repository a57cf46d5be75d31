import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { headerRow } from '../../../functions/src/domain/form/read-form.ts';
import {
  parseSubmission,
  submissionForm,
  submissionRows,
} from '../../../functions/src/domain/form/submission-form.ts';
import { explainIssue } from '../../../functions/src/messages/vi/issues/issues.ts';
import { ASKED_FOR_TARGET } from './generated-answers.ts';
import { targets, track, unit } from './sample-track.ts';

/** What people paste, type and do to a form, and the clear answer that each of it gets. */
type Cells = CellValue[][];
const header = headerRow(submissionForm);
const column = (key: (typeof submissionForm.columns)[number]['key']) =>
  submissionForm.columns.findIndex((each) => each.key === key);
const REPORTED = column('reported');

/** A form without a fault, header first, that each test spoils. */
function goodForm(): Cells {
  const rows = submissionRows(unit, track, targets).map((row) => [...row]);
  for (const row of rows) {
    row[REPORTED] = answerTo(String(row[0]));
    if (ASKED_FOR_TARGET.includes(String(row[0]))) row[column('target')] = 10;
  }
  return [[...header], ...rows];
}

function answerTo(criterion: string): CellValue {
  if (criterion === 'YES' || criterion === 'INFO-Y') return 'Có';
  return criterion === 'INFO-T' ? 'Đã họp' : 7;
}

const parse = (values: Cells) => parseSubmission({ origin: 'A1', values }, { unit, track, targets });
const rowOf = (form: Cells, criterion: string) => form.findIndex((row) => row[0] === criterion);

function withAnswer(criterion: string, value: CellValue): Cells {
  const form = goodForm();
  form[rowOf(form, criterion)]![REPORTED] = value;
  return form;
}

/** What was taken in for a criterion, or the sentences of what is wrong. */
function told(form: Cells, criterion = 'COUNT'): unknown {
  const parsed = parse(form);
  if (!parsed.ok) return parsed.issues.map(explainIssue);
  const answer = parsed.value.find((each) => each.criterion === criterion)?.reported;
  return answer !== undefined && 'value' in answer ? answer.value : answer?.kind;
}

const CELL = `Ô G${rowOf(goodForm(), 'COUNT') + 1} (cột “Kết quả / tự chấm”):`;

describe('a form without a fault', () => {
  it('is taken', () => expect(told(goodForm())).toBe('7'));
});

describe('a number', () => {
  it.each<[string, CellValue, string]>([
    ['with a decimal comma', '1.234,5', '1234.5'],
    ['with a decimal point', '1,234.5', '1234.5'],
    ['in full-width digits', '１２，５', '12.5'],
    ['with NBSP between thousands', '1\u00a0234,5', '1234.5'],
    ['with a zero-width space before it', '\u200b12\u200d', '12'],
    ['with its own unit of measure, in NFD', '12 cuộc'.normalize('NFD'), '12'],
    ['as text, the apostrophe gone', '12', '12'],
    ['that a formula worked out', 12.5, '12.5'],
  ])('%s is read', (_, typed, value) => {
    expect(told(withAnswer('COUNT', typed))).toBe(value);
  });

  it.each<[string, CellValue, string]>([
    ['in words', 'mười hai', '“mười hai” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.'],
    [
      'that could be two',
      '1.234',
      '“1.234” có thể hiểu là 1,234 hoặc 1234. Hãy ghi lại cho rõ: 1,2340 hoặc 1234.',
    ],
    [
      'in percent where nothing is measured so',
      '85%',
      '“85%” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
    ],
    [
      'that the sheet made a date',
      '12/05/2024',
      "“12/05/2024” trông như ngày tháng, không phải con số. Hãy ghi lại con số với dấu nháy đơn ở đầu, ví dụ '12,5; hoặc chọn Định dạng ▸ Số ▸ Số cho ô này rồi ghi lại.",
    ],
    [
      'written as a date',
      '5/3',
      "“5/3” trông như ngày tháng, không phải con số. Hãy ghi lại con số với dấu nháy đơn ở đầu, ví dụ '5,3; hoặc chọn Định dạng ▸ Số ▸ Số cho ô này rồi ghi lại.",
    ],
    ...['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#ERROR!', '#NUM!'].map(
      (error): [string, CellValue, string] => [
        `whose formula failed with ${error}`,
        error,
        `công thức báo lỗi ${error}. Hãy sửa công thức hoặc ghi thẳng giá trị.`,
      ],
    ),
  ])('%s is asked about at its cell', (_, typed, sentence) => {
    expect(told(withAnswer('COUNT', typed))).toEqual([`${CELL} ${sentence}`]);
  });

  it('in percent is read where that is its measure, and asked about where the sheet kept 0.85', () => {
    expect(told(withAnswer('OWN', '85%'), 'OWN')).toBe('85');
    expect(told(withAnswer('OWN', '85,5 ％'), 'OWN')).toBe('85.5');
    expect(told(withAnswer('OWN', 0.85), 'OWN')).toEqual([
      expect.stringContaining('bảng tính đang giữ số 0,85, có thể là 0,85% hoặc 85%'),
    ]);
  });

  it.each<[string, CellValue, readonly unknown[]]>([
    ['COUNT', '12/05/2024', ['12.5']],
    ['COUNT', '5/3', ['5.3']],
    ['OWN', 0.85, ['0.85', '85']],
    ['OWN', 1.234, ['1.234', '123.4']],
  ])('of %s, given as %j, is right when it is written as it was told to', (criterion, typed, meant) => {
    const sentence = String(told(withAnswer(criterion, typed)));
    const remedies = [...sentence.matchAll(/'([\d.,]+%?)(?=[ ;.])/g)].map(([, text = '']) => text);
    expect(remedies.map((text) => told(withAnswer(criterion, text), criterion))).toEqual(meant);
  });

  it('in a target’s cell is asked about in the same words', () => {
    const form = goodForm();
    form[rowOf(form, 'FREE')]![column('target')] = '01/10/2024';
    expect(told(form)).toEqual([
      expect.stringMatching(/^Ô F\d+ \(cột “Chỉ tiêu”\): “01\/10\/2024” trông như/),
    ]);
  });
});

describe('Vietnamese text', () => {
  it.each(['Có'.normalize('NFD'), ' có\u00a0', '\u200bCÓ\u200b', 'co', true])('%j is yes', (typed) => {
    expect(told(withAnswer('YES', typed), 'YES')).toBe(true);
  });

  it('is kept composed and without what cannot be seen', () => {
    const typed = `Đã\u00a0họp\u200b \u202e3 lần`.normalize('NFD');
    expect(told(withAnswer('INFO-T', typed), 'INFO-T')).toBe('Đã họp 3 lần');
  });

  it('may stand in headers and codes however it was typed', () => {
    const form = goodForm();
    form[0] = form[0]!.map((text) => `\u200b${String(text).normalize('NFD').replaceAll(' ', '\u00a0')} `);
    const row = rowOf(form, 'COUNT');
    form[row]![0] = ' \u200bcount\u00a0';
    expect(told(form)).toBe('7');
  });
});

describe('the shape of the sheet', () => {
  it('may be wider than the form: what stands beside it is nobody’s answer', () => {
    const wide = goodForm().map((row, i) => [...row, ...Array.from({ length: 600 }, (_, n) => i * n)]);
    expect(told(wide)).toBe('7');
  });

  it('is asked about where a pasted block brought the form’s own headers along', () => {
    const form = goodForm();
    const doubled = form.map((row) => [...row, null, ...row]);
    const parsed = parse(doubled);
    const repeated = parsed.ok ? [] : parsed.issues.map(({ code, at }) => `${code} ${at.cell}`);
    expect(repeated).toContain('header_repeated Q1');
    expect(new Set(repeated.map((each) => each.split(' ')[0]))).toEqual(new Set(['header_repeated']));
  });

  it('may have ten thousand blank rows, and more filled ones are one issue that says where', () => {
    const blank = Array.from({ length: 10_000 }, () => ['', null, '\u200b', null, null, null, '', ' ', null]);
    expect(told([...goodForm(), ...blank])).toBe('7');
    const surplus = Array.from({ length: 10_000 }, (_, n) => ['', '', '', '', '', '', n, '', '']);
    const form = goodForm();
    const first = 1000 - (form.length - 1) + form.length + 1;
    expect(told([...form, ...surplus])).toEqual([
      `Ô A${first}: biểu có quá 1.000 dòng dữ liệu. Hãy xóa các dòng thừa bắt đầu từ đây.`,
    ]);
  });

  it('may have merged cells: the ones that lost their value are asked for', () => {
    const form = goodForm();
    const row = rowOf(form, 'COUNT');
    form[row]![REPORTED] = '';
    expect(told(form)).toEqual([
      `${CELL} chưa có kết quả của tiêu chí COUNT. Hãy ghi kết quả; không có gì thì ghi 0.`,
    ]);
    form[row]![0] = '';
    form[row]![REPORTED] = 7;
    expect(told(form)).toEqual([expect.stringContaining('biểu thiếu dòng của tiêu chí COUNT')]);
  });

  it('with a renamed header is told which one is missing, and what to write', () => {
    const form = goodForm();
    form[0]![REPORTED] = 'Kết quả tháng';
    expect(told(form)).toEqual([
      'Ô A1 (cột “Kết quả / tự chấm”): không tìm thấy cột “Kết quả / tự chấm”. Hãy ghi lại đúng tiêu đề này ở dòng tiêu đề.',
    ]);
  });

  it('tells everything at once', () => {
    const form = goodForm();
    form[rowOf(form, 'COUNT')]![REPORTED] = '5/3';
    form[rowOf(form, 'YES')]![REPORTED] = 'có lẽ';
    form[rowOf(form, 'FREE')]![REPORTED] = '#REF!';
    expect(told(form)).toHaveLength(3);
  });
});
