import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportedAnswer } from '../../../functions/src/domain/form/answer.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { headerRow } from '../../../functions/src/domain/form/read-form.ts';
import {
  parseSubmission,
  type SubmissionContext,
  submissionForm,
  submissionRows,
} from '../../../functions/src/domain/form/submission-form.ts';
import { ASKED_FOR_TARGET, answers } from './generated-answers.ts';
import { mangled, type TaggedRow } from './mangled-form.ts';
import { criteria, criterionOf, decimalOf, targets, track, unit, unitWithoutDesk } from './sample-track.ts';

const context: SubmissionContext = { unit, track, targets };
const header = headerRow(submissionForm);
const keys = submissionForm.columns.map(({ key }) => key);

function rowsOf(given: readonly ReportedAnswer[]): CellValue[][] {
  return submissionRows(unit, track, targets, given).map((row) => [...row]);
}

function parse(rows: readonly (readonly CellValue[])[]) {
  return parseSubmission({ origin: 'A1', values: [header, ...rows] }, context);
}

function tagged(rows: readonly (readonly CellValue[])[]): TaggedRow[] {
  return rows.map((row) => row.map((value, column) => ({ value, tag: `${row[0]}/${keys[column]}` })));
}

describe('the submission form', () => {
  it('has its answers in sight beside the sidebar on a small screen', () => {
    const upTo = submissionForm.columns.slice(0, keys.indexOf('reported') + 1);
    const [rowNumbers, scrollBar, sidebar] = [46, 12, 300];
    const width = upTo.reduce((sum, { widthPixels }) => sum + widthPixels, rowNumbers + scrollBar + sidebar);
    expect(width).toBeLessThanOrEqual(1280);
  });

  it('gives exactly the answers, however people moved its columns and rows', () => {
    fc.assert(
      fc.property(
        answers.chain((given) => fc.tuple(fc.constant(given), mangled(header, tagged(rowsOf(given))))),
        ([given, form]) => {
          expect(parseSubmission(form.cells, context)).toEqual({ ok: true, value: given });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads the right column after somebody inserted others, before it and between', () => {
    const inserted = (row: readonly CellValue[], mine: CellValue): CellValue[] => [
      mine,
      ...row.slice(0, 6),
      mine,
      ...row.slice(6),
    ];
    const values = [inserted(header, 'Kết quả tháng trước'), ...rowsOf(valid).map((row) => inserted(row, 7))];
    expect(parseSubmission({ origin: 'A1', values }, context)).toEqual({ ok: true, value: valid });
  });

  it('adds no subtotal to any answer: a row without a code is nobody’s', () => {
    const sum = (text: string): CellValue[] => header.map((_, i) => (i === 0 ? null : i === 1 ? text : 99));
    const rows = rowsOf(valid);
    expect(
      parse([sum('Mũi 1'), ...rows.slice(0, 3), sum('Cộng'), ...rows.slice(3), sum('Tổng cộng')]),
    ).toEqual({ ok: true, value: valid });
  });

  it('gives as many issues as cells are broken, each at its cell', () => {
    fc.assert(
      fc.property(
        answers.chain((given) =>
          breakages(given).chain((broken) => {
            const rows = rowsOf(given);
            for (const { row, column, value } of broken) rows[row]![column] = value;
            return fc.tuple(fc.constant(broken), mangled(header, tagged(rows)));
          }),
        ),
        ([broken, form]) => {
          const parsed = parseSubmission(form.cells, context);
          const found = parsed.ok ? [] : parsed.issues.map(({ code, at }) => `${at.cell} ${code}`);
          const wanted = broken.map(({ tag, code }) => `${form.addresses.get(tag)} ${code}`);
          expect(found.sort()).toEqual(wanted.sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks nothing of a unit that does not apply to it', () => {
    const rows = submissionRows(unitWithoutDesk, track, targets);
    expect(rows.map((row) => row[0])).toEqual(
      criteria.map(({ code }) => code).filter((code) => code !== 'TIER-VALUE'),
    );
  });

  it('starts with what the unit has to know, and blanks to fill', () => {
    expect(submissionRows(unit, track, targets).slice(0, 5)).toEqual([
      ['DIRECT', 'Tiêu chí DIRECT', 'điểm', 12, 1, null, null, null, 'Biên bản'],
      ['BALANCE', 'Tiêu chí BALANCE', 'điểm', 10, 1, null, null, null, null],
      ['OWN', 'Tiêu chí OWN', '%', 10, 1, 95, null, null, null],
      ['STANDARD', 'Tiêu chí STANDARD', '%', 10, 1, 100, null, null, null],
      ['FREE', 'Tiêu chí FREE', 'triệu đồng', 8, 1.5, null, null, null, null],
    ]);
  });

  it('can be submitted with a total of zero', () => {
    const zeros = criteria.map((criterion): ReportedAnswer => {
      const { kind } = criterion.scoring;
      const target = ASKED_FOR_TARGET.includes(criterion.code) ? { target: decimalOf('10') } : {};
      if (kind === 'yes_no' || criterion.code === 'INFO-Y')
        return { criterion: criterion.code, reported: { kind: 'yes_no', value: false } };
      if (criterion.code === 'INFO-T') return { criterion: 'INFO-T', reported: { kind: 'text', value: '0' } };
      return { criterion: criterion.code, reported: { kind: 'number', value: decimalOf('0') }, ...target };
    });
    expect(parse(rowsOf(zeros))).toEqual({ ok: true, value: zeros });
  });

  it('lists every blank that must be filled, and no other', () => {
    const parsed = parse(submissionRows(unit, track, targets));
    const missing = criteria.filter(({ required }) => required).map(({ code }) => code);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => JSON.stringify(issue)).sort()).toEqual(
      [
        ...missing.map((criterion) =>
          JSON.stringify({
            code: 'answer_missing',
            criterion,
            at: { cell: `G${rowOf(criterion)}`, column: 'Kết quả / tự chấm' },
          }),
        ),
        ...['FREE', 'PEER'].map((criterion) =>
          JSON.stringify({
            code: 'target_missing',
            criterion,
            at: { cell: `F${rowOf(criterion)}`, column: 'Chỉ tiêu' },
          }),
        ),
      ].sort(),
    );
  });

  it('names the required row that was deleted', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...criteria), (given, gone) => {
        const rows = rowsOf(given).filter((row) => row[0] !== gone.code);
        const rest = given.filter((answer) => answer.criterion !== gone.code);
        expect(parse(rows)).toEqual(
          gone.required
            ? {
                ok: false,
                issues: [{ code: 'criterion_row_missing', criterion: gone.code, at: { cell: 'A1' } }],
              }
            : { ok: true, value: rest },
        );
      }),
    );
  });

  it('does not lose the answer of an optional row whose code was wiped out', () => {
    const rows = rowsOf([...valid, { criterion: 'BONUS', reported: number('3') }]);
    for (const row of rows) if (row[0] === 'BONUS') row[0] = ' ';
    expect(parse(rows)).toEqual({
      ok: false,
      issues: [{ code: 'criterion_row_missing', criterion: 'BONUS', at: { cell: 'A1' } }],
    });
  });

  it('lets nobody change a target that was set for them', () => {
    const rows = rowsOf(valid);
    for (const row of rows) if (row[0] === 'OWN' || row[0] === 'STANDARD') row[5] = 1;
    expect(parse(rows)).toEqual({ ok: true, value: valid });
    for (const row of rows) if (row[0] === 'OWN' || row[0] === 'STANDARD') row[5] = 'mười';
    expect(parse(rows)).toEqual({ ok: true, value: valid });
  });

  it('wants every header that it reads once, and leaves the others to the eye', () => {
    const keep = (dropped: readonly string[]) =>
      [header, ...rowsOf(valid)].map((row) => row.filter((_, column) => !dropped.includes(header[column]!)));
    const seen = ['Tiêu chí', 'Đơn vị tính', 'Điểm tối đa', 'Hệ số', 'Minh chứng cần có'];
    expect(parseSubmission({ origin: 'A1', values: keep(seen) }, context)).toEqual({
      ok: true,
      value: valid,
    });
    expect(
      parseSubmission({ origin: 'B3', values: keep(['Kết quả / tự chấm', 'Ghi chú']) }, context),
    ).toEqual({
      ok: false,
      issues: ['Kết quả / tự chấm', 'Ghi chú'].map((missing) => ({
        code: 'header_missing',
        header: missing,
        at: { cell: 'B3', column: missing },
      })),
    });
  });

  it('answers any cells whatever with answers or with issues that name their cells', () => {
    const cell: fc.Arbitrary<CellValue> = fc.oneof(
      fc.constantFrom<CellValue>(null, '', 0, true, Number.NaN, -1e300, '__proto__', 'constructor', '\ud800'),
      fc.constantFrom<CellValue>(...header, ...criteria.map(({ code }) => code)),
      fc.string({ unit: 'binary' }),
      fc.double(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }),
        fc.boolean(),
        (lines, headed) => {
          const values = headed ? [header, ...lines] : lines;
          const parsed = parseSubmission({ origin: 'B2', values }, context);
          for (const issue of parsed.ok ? [] : parsed.issues) expect(issue.at.cell).toMatch(/^[B-Z]\d+$/);
          expect(parsed.ok).toBe(false); // nothing so small fills every required row
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps a formula that a person typed as text, and takes what a formula gave', () => {
    const rows = rowsOf(valid);
    const note = '=IMPORTXML("http://example.com")';
    for (const row of rows) if (row[0] === 'COUNT') [row[6], row[7]] = [2.5, note];
    const parsed = parse(rows);
    expect(parsed.ok && parsed.value.find(({ criterion }) => criterion === 'COUNT')).toEqual({
      criterion: 'COUNT',
      reported: number('2.5'),
      note,
    });
  });
});

const number = (value: string) => ({ kind: 'number', value: decimalOf(value) }) as const;

const valid: readonly ReportedAnswer[] = [
  { criterion: 'DIRECT', reported: number('11.5') },
  { criterion: 'OWN', reported: number('95') },
  { criterion: 'STANDARD', reported: number('0') },
  { criterion: 'FREE', reported: number('120.5'), target: decimalOf('100') },
  { criterion: 'TIER-VALUE', reported: number('99') },
  { criterion: 'YES', reported: { kind: 'yes_no', value: true } },
  { criterion: 'COUNT', reported: number('3') },
  { criterion: 'PEER', reported: number('7'), target: decimalOf('8') },
];

const rowOf = (code: string): number => criteria.findIndex((criterion) => criterion.code === code) + 2;

interface Breakage {
  readonly row: number;
  readonly column: number;
  readonly tag: string;
  readonly value: CellValue;
  readonly code: string;
}

/** Some cells of a valid form, each given something that its column and criterion cannot mean. */
function breakages(given: readonly ReportedAnswer[]): fc.Arbitrary<readonly Breakage[]> {
  const all = criteria.flatMap(({ code }, row) =>
    (['target', 'reported', 'note'] as const).flatMap((key) =>
      faultsOf(code, key, given).map(([value, issue]) => ({
        row,
        column: keys.indexOf(key),
        tag: `${code}/${key}`,
        value,
        code: issue,
      })),
    ),
  );
  return fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 8, selector: ({ tag }) => tag });
}

function faultsOf(
  code: string,
  key: 'target' | 'reported' | 'note',
  given: readonly ReportedAnswer[],
): readonly (readonly [CellValue, string])[] {
  const long = 'x'.repeat(2001);
  if (key === 'note')
    return [
      [long, 'text_too_long'],
      ['#REF!', 'cell_error'],
    ];
  if (key === 'target') {
    if (!ASKED_FOR_TARGET.includes(code)) return [];
    const reported = given.find(({ criterion }) => criterion === code)?.reported;
    const blank: readonly (readonly [CellValue, string])[] =
      reported === undefined || reported.kind === 'not_applicable' ? [] : [[null, 'target_missing']];
    return [
      ...blank,
      [0, 'target_not_positive'],
      ['-3', 'target_not_positive'],
      ['nhiều', 'not_a_number'],
      ['1.234', 'number_ambiguous'],
      ['#DIV/0!', 'cell_error'],
    ];
  }
  const { required, mayBeNotApplicable, scoring, mayBeNegative } = criterionOf(code);
  const common: (readonly [CellValue, string])[] = [['#VALUE!', 'cell_error']];
  if (required) common.push(['  ', 'answer_missing']);
  if (!mayBeNotApplicable) common.push(['KAD', 'not_applicable_refused']);
  if (code === 'INFO-T') return [...common, [long, 'text_too_long']];
  if (scoring.kind === 'yes_no' || code === 'INFO-Y') return [...common, ['có thể', 'not_yes_no']];
  const numbers: (readonly [CellValue, string])[] = [
    ['31/03/2024', 'looks_like_date'],
    [true, 'not_a_number'],
    ['12.345', 'number_ambiguous'],
  ];
  if (mayBeNegative !== true) numbers.push([-4, 'value_negative']);
  if (code === 'DIRECT') numbers.push([12.5, 'value_above_max'], [1.3, 'value_not_in_step']);
  if (code === 'BALANCE') numbers.push([-10.5, 'value_below_min']);
  if (criterionOf(code).measure === '%') numbers.push([0.85, 'percent_unclear']);
  return [...common, ...numbers];
}
