import { describe, expect, it } from 'vitest';
import type { At } from '../../functions/src/domain/at.ts';
import type { Issue } from '../../functions/src/domain/issue.ts';
import * as en from '../../functions/src/messages/en/issues/issues.ts';
import * as vi from '../../functions/src/messages/vi/issues/issues.ts';
import { everyIssue } from './every-issue.ts';

const CELL: At = { cell: 'G7', column: 'Kết quả / tự chấm' };
const LINE: At = { file: 'criteria.csv', row: 5, column: 'max_points' };

const issues = (at: At): readonly Issue[] => everyIssue.map((issue) => ({ ...issue, at }) as Issue);

describe('the sentence of every issue', () => {
  it.each(issues(CELL).map((issue) => [issue.code, issue] as const))('%s names its cell', (_, issue) => {
    expect(vi.explainIssue(issue)).toMatch(/^Ô G7 \(cột “Kết quả \/ tự chấm”\): \S.*\.$/);
    expect(en.explainIssue(issue)).toMatch(/^Cell G7 \(column “Kết quả \/ tự chấm”\): \S.*\.$/);
  });

  it.each(issues(LINE).map((issue) => [issue.code, issue] as const))(
    '%s names its file, row and column',
    (_, issue) => {
      expect(vi.explainIssue(issue)).toMatch(/^Tệp criteria\.csv, dòng 5, cột max_points: \S/);
      expect(en.explainIssue(issue)).toMatch(/^File criteria\.csv, row 5, column max_points: \S/);
    },
  );

  it.each(issues(CELL).map((issue) => [issue.code, issue] as const))(
    '%s says the trouble and what to do, without a code or a hole',
    (code, issue) => {
      for (const sentence of [vi.explainIssue(issue), en.explainIssue(issue)]) {
        expect(sentence).not.toContain(code);
        expect(sentence).not.toMatch(/undefined|null|\[object|NaN|“”/);
      }
      expect(vi.explainIssue(issue)).toMatch(/Hãy|Cần/);
    },
  );

  it('names the tab too where several were read, and speaks of no fields of files', () => {
    for (const issue of issues({ ...CELL, tab: 'criteria' })) {
      expect(vi.explainIssue(issue)).toMatch(
        /^Tab “Tiêu chí”, ô G7 \(cột “Kết quả \/ tự chấm”\): \S.*(Hãy|Cần)/,
      );
      expect(en.explainIssue(issue)).toMatch(
        /^Tab “Tiêu chí”, cell G7 \(column “Kết quả \/ tự chấm”\): \S.*\.$/,
      );
      expect(vi.explainIssue(issue)).not.toMatch(/docs\/|trường /);
    }
  });

  it('is different in the two languages and for every trouble', () => {
    const all = [...issues(CELL).map(vi.explainIssue), ...issues(CELL).map(en.explainIssue)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('reads well', () => {
    const said = (issue: Issue) => [vi.explainIssue(issue), en.explainIssue(issue)];
    expect(said({ code: 'answer_missing', criterion: 'XA-M1-01', at: CELL })).toEqual([
      'Ô G7 (cột “Kết quả / tự chấm”): chưa có kết quả của tiêu chí XA-M1-01. Hãy ghi kết quả; không có gì thì ghi 0.',
      'Cell G7 (column “Kết quả / tự chấm”): criterion XA-M1-01 has no answer. Write the result; if there is nothing, write 0.',
    ]);
    expect(
      said({ code: 'number_ambiguous', text: '1.234', readings: ['1.234', '1234'], at: { cell: 'G7' } })[0],
    ).toBe('Ô G7: “1.234” có thể hiểu là 1,234 hoặc 1234. Hãy ghi lại cho rõ: 1,2340 hoặc 1234.');
    expect(said({ code: 'percent_unclear', readings: ['0.85', '85'], at: { cell: 'G7' } })).toEqual([
      "Ô G7: bảng tính đang giữ số 0,85, có thể là 0,85% hoặc 85%. Hãy ghi lại, có dấu nháy đơn ở đầu: '0,85% hoặc '85%.",
      "Cell G7: the sheet holds the number 0.85, which could mean 0.85% or 85%. Write it again, with an apostrophe in front: '0.85% or '85%.",
    ]);
    expect(said({ code: 'value_above_max', max: '1234.5', at: { cell: 'G7' } })).toEqual([
      'Ô G7: giá trị vượt mức tối đa 1.234,5. Hãy ghi không quá 1.234,5.',
      'Cell G7: the value is above the maximum of 1234.5. Write 1234.5 or less.',
    ]);
    expect(said({ code: 'file_missing', at: { file: 'criteria.csv' } })).toEqual([
      'Tệp criteria.csv: không tìm thấy tệp. Hãy thêm tệp này.',
      'File criteria.csv: the file is missing. Add it.',
    ]);
    expect(
      said({
        code: 'field_invalid',
        field: 'kind',
        expected: 'choice',
        choices: ['month', 'week'],
        found: 'thang',
        at: {},
      }),
    ).toEqual([
      'Dữ liệu: “thang” không hợp lệ ở trường kind. Cần một trong các giá trị: month, week.',
      'The data: “thang” is not valid for kind. Expected: one of: month, week.',
    ]);
    expect(said({ code: 'unit_not_valid', unitId: 'X29113', period: '2025-02', at: LINE })[0]).toContain(
      'đơn vị X29113 không còn hoặc chưa tham gia vào tháng 02/2025.',
    );
  });
});
