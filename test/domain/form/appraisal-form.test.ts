import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppraisedAnswer, ReportedAnswer } from '../../../functions/src/domain/form/answer.ts';
import { appraisalForm, appraisalRows } from '../../../functions/src/domain/form/appraisal-form.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import { type AppraisalContext, parseAppraisal } from '../../../functions/src/domain/form/parse-appraisal.ts';
import { headerRow } from '../../../functions/src/domain/form/read-form.ts';
import { answers } from './generated-answers.ts';
import { mangled, type TaggedRow } from './mangled-form.ts';
import {
  criteria,
  decimalOf,
  otherUnit,
  rules,
  targets,
  track,
  unit,
  unitWithoutDesk,
} from './sample-track.ts';

const header = headerRow(appraisalForm);
const keys = appraisalForm.columns.map(({ key }) => key);
const APPRAISED = keys.indexOf('appraised');
const REASON = keys.indexOf('appraisalNote');

interface Work {
  readonly unitId: string;
  readonly reported: readonly ReportedAnswer[];
  readonly appraised: readonly AppraisedAnswer[];
}

function rowsOf(work: readonly Work[]): CellValue[][] {
  return work.flatMap(({ unitId, reported, appraised }) => {
    const of = [unit, otherUnit, unitWithoutDesk].find(({ id }) => id === unitId)!;
    return appraisalRows(of, track, targets, reported, appraised).map((row) => [...row]);
  });
}

function contextOf(work: readonly Work[]): AppraisalContext {
  return { rules, submissions: work.map(({ unitId, reported }) => ({ unitId, answers: reported })) };
}

function parse(rows: readonly (readonly CellValue[])[], work: readonly Work[]) {
  return parseAppraisal({ origin: 'A1', values: [header, ...rows] }, contextOf(work));
}

function tagged(rows: readonly (readonly CellValue[])[]): TaggedRow[] {
  return rows.map((row) =>
    row.map((value, column) => ({ value, tag: `${row[0]}/${row[2]}/${keys[column]}` })),
  );
}

/** The office agrees, differs with a reason, or only remarks. */
const works: fc.Arbitrary<readonly Work[]> = fc.tuple(
  workOf(unit.id, answers),
  workOf(otherUnit.id, answers),
);

function workOf(unitId: string, submitted: fc.Arbitrary<readonly ReportedAnswer[]>): fc.Arbitrary<Work> {
  return fc
    .tuple(
      submitted,
      submitted,
      fc.array(fc.nat(3), { minLength: criteria.length, maxLength: criteria.length }),
    )
    .map(([reported, others, choices]) => ({
      unitId,
      reported,
      appraised: others.flatMap(({ criterion, reported: appraised }, index): AppraisedAnswer[] => {
        const choice = choices[index];
        if (choice === 0 || appraised === undefined) return [];
        if (choice === 1) return [{ criterion, note: 'đã xem minh chứng' }];
        return [{ criterion, appraised, note: 'theo biên bản thẩm định' }];
      }),
    }));
}

describe('the appraisal form', () => {
  it('gives exactly what the office said, however people moved its columns and rows', () => {
    fc.assert(
      fc.property(
        works.chain((work) => fc.tuple(fc.constant(work), mangled(header, tagged(rowsOf(work))))),
        ([work, form]) => {
          expect(parseAppraisal(form.cells, contextOf(work))).toEqual({
            ok: true,
            value: work.map(({ unitId, appraised }) => ({ unitId, answers: appraised })),
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('wants a reason for every difference, and only for those', () => {
    fc.assert(
      fc.property(works, (work) => {
        const rows = rowsOf(work);
        for (const row of rows) row[REASON] = null;
        const parsed = parse(rows, work);
        const differing = rows.flatMap((row, index) =>
          row[APPRAISED] !== null && row[APPRAISED] !== row[keys.indexOf('reported')]
            ? [`J${index + 2}`]
            : [],
        );
        const found = parsed.ok ? [] : parsed.issues.map(({ code, at }) => `${code} ${at.cell}`);
        expect(found).toEqual(differing.map((cell) => `note_missing ${cell}`));
      }),
      { numRuns: 100 },
    );
  });

  it('takes a blank for agreement and zero for zero', () => {
    const work: Work[] = [{ unitId: unit.id, reported: [count('3')], appraised: [] }];
    expect(parse(rowsOf(work), work)).toEqual({ ok: true, value: [{ unitId: unit.id, answers: [] }] });
    const rows = rowsOf(work);
    for (const row of rows)
      if (row[2] === 'COUNT') [row[APPRAISED], row[REASON]] = [0, 'không có minh chứng'];
    const zero = { criterion: 'COUNT', appraised: count('0').reported, note: 'không có minh chứng' };
    expect(parse(rows, work)).toEqual({ ok: true, value: [{ unitId: unit.id, answers: [zero] }] });
  });

  it('believes the submission, not the cells that show it', () => {
    const work: Work[] = [{ unitId: unit.id, reported: [count('3')], appraised: [] }];
    const rows = rowsOf(work);
    for (const row of rows) if (row[2] === 'COUNT') [row[keys.indexOf('reported')], row[APPRAISED]] = [2, 2];
    expect(parse(rows, work)).toEqual({
      ok: false,
      issues: [
        { code: 'note_missing', criterion: 'COUNT', at: { cell: `J${at('COUNT')}`, column: 'Lý do' } },
      ],
    });
  });

  it('may call anything not applicable, with a reason', () => {
    const work: Work[] = [{ unitId: unit.id, reported: [count('3')], appraised: [] }];
    const rows = rowsOf(work);
    for (const row of rows) if (row[2] === 'COUNT') [row[APPRAISED], row[REASON]] = ['kad', 'mới thành lập'];
    expect(parse(rows, work)).toEqual({
      ok: true,
      value: [
        {
          unitId: unit.id,
          answers: [{ criterion: 'COUNT', appraised: { kind: 'not_applicable' }, note: 'mới thành lập' }],
        },
      ],
    });
  });

  it('lists all that is wrong in all units at once', () => {
    const work: Work[] = [{ unitId: unit.id, reported: [count('3')], appraised: [] }];
    const line = (unitId: string, code: string, appraised: CellValue, reason: CellValue): CellValue[] =>
      keys.map(
        (key) => ({ unit: unitId, criterion: code, appraised, appraisalNote: reason })[key as 'unit'] ?? null,
      );
    const desk: Work = { unitId: unitWithoutDesk.id, reported: [], appraised: [] };
    const parsed = parse(
      [
        line(unit.id, 'COUNT', 'ba', ''), // A2
        line(unit.id, 'DIRECT', 13, 'cao'),
        line(unit.id, 'COUNT', '', ''),
        line('X00000', 'COUNT', 1, 'x'),
        line(otherUnit.id, 'COUNT', 1, 'x'),
        line(otherUnit.id, 'COUNT', '', ''),
        line(unit.id, 'ZZZ', 1, 'x'),
        line('', 'COUNT', 1, 'x'),
        line(unit.id, '', 1, 'x'), // A10
        line('', '', 99, 'cộng'),
        line(unit.id, '', '', ''),
        line(unitWithoutDesk.id, 'TIER-VALUE', 1, 'x'),
        line('x29110', 'yes', 'không', '#REF!'),
      ],
      [...work, desk],
    );
    expect(parsed.ok ? [] : parsed.issues.map(({ code, at: { cell } }) => `${cell} ${code}`)).toEqual([
      'I2 not_a_number',
      'I3 value_above_max',
      'C4 criterion_repeated',
      'A5 unit_unknown',
      'I6 nothing_to_appraise',
      'C8 criterion_unknown',
      'A9 unit_unknown',
      'C10 criterion_unknown',
      'I13 answer_not_expected',
      'J14 cell_error',
    ]);
  });

  it('reads the rows of ten thousand units', { timeout: 20_000 }, () => {
    const units = Array.from({ length: 10_000 }, (_, index) => ({ ...unit, id: `U${index}` }));
    const submissions = units.map(({ id }) => ({ unitId: id, answers: [count('3')] }));
    const values = units.flatMap((each) => appraisalRows(each, track, [], [count('3')]).slice(0, 14));
    const parsed = parseAppraisal(
      { origin: 'A1', values: [header, ...values] },
      { rules: { ...rules, units }, submissions },
    );
    expect(parsed.ok && parsed.value.length).toBe(10_000);
  });
});

const count = (value: string) => ({
  criterion: 'COUNT',
  reported: { kind: 'number', value: decimalOf(value) } as const,
});

const at = (code: string): number => criteria.findIndex((criterion) => criterion.code === code) + 2;
