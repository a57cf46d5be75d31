import fc from 'fast-check';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { headerRow } from '../../functions/src/domain/form/read-form.ts';
import { submissionForm, submissionRows } from '../../functions/src/domain/form/submission-form.ts';
import { answers } from '../domain/form/generated-answers.ts';
import { mangled } from '../domain/form/mangled-form.ts';
import { targets, track, unit } from '../domain/form/sample-track.ts';

/** What people paste and type where an answer belongs. */
export const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    ' \u00a0\u200b',
    0,
    -1,
    1e300,
    true,
    false,
    'Có',
    'Co\u0301',
    'không',
    'Không áp dụng',
    '1.234,5',
    '1,234.5',
    '1.234',
    '85%',
    0.85,
    '\uff11\uff12',
    '05/03/2024',
    'nhiều',
    '#REF!',
    '#N/A',
    '=1+1',
    'x'.repeat(2001),
    'Mã tiêu chí',
    '@G4',
    '0=',
    '2=direct',
    'DIRECT|reported',
    'Kết quả / tự chấm',
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);

/**
 * Forms of the sample track: rightly filled ones, with any cells overwritten, rows lost and doubled, and everything
 * that people do to a sheet besides.
 */
export const anyForm: fc.Arbitrary<FormCells> = answers
  .chain((given) => {
    const rows = submissionRows(unit, track, targets, given);
    const width = headerRow(submissionForm).length;
    return fc.record({
      rows: fc.constant(rows.map((row) => [...row])),
      header: fc.constant([...headerRow(submissionForm)] as CellValue[]),
      broken: fc.array(fc.record({ row: fc.nat(rows.length), column: fc.nat(width - 1), value: anyCell }), {
        maxLength: 6,
      }),
      lost: fc.option(fc.nat(rows.length - 1), { freq: 6 }),
      doubled: fc.option(fc.nat(rows.length - 1), { freq: 6 }),
    });
  })
  .chain(({ rows, header, broken, lost, doubled }) => {
    for (const { row, column, value } of broken) (rows[row] ?? header)[column] = value;
    const kept = rows.filter((_, row) => row !== lost);
    if (doubled !== null && kept[doubled]) kept.push([...kept[doubled]]);
    const texts = header.map((value) => String(value ?? ''));
    return mangled(
      texts,
      kept.map((row) => row.map((value) => ({ value }))),
    );
  })
  .map(({ cells }) => cells);
