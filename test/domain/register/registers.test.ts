import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../functions/src/domain/campaign/period.ts';
import type { ExemplarStep } from '../../../functions/src/domain/exemplar/exemplar-step.ts';
import { dayCell } from '../../../functions/src/domain/form/day-text.ts';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import { planRegister } from '../../../functions/src/domain/register/plan-register.ts';
import { readRegister } from '../../../functions/src/domain/register/read-register.ts';
import type { ReferenceKind } from '../../../functions/src/domain/register/reference-kind.ts';
import type {
  Named,
  RegisterContext,
  RegisterDeclaration,
  RegisterRow,
} from '../../../functions/src/domain/register/register.ts';
import { REGISTERS, registersOf } from '../../../functions/src/domain/register/registers.ts';

const named = (code: string, unitId?: string): [string, Named] => [
  code,
  { code, name: `Tên ${code}`, ...(unitId !== undefined && { unitId }) },
];
const KNOWN: Readonly<Record<ReferenceKind, string>> = {
  criterion: 'XA-M1-01',
  unit: 'X29110',
  field: 'KT',
  period: '2024-03',
  exemplar: 'DH-2024-001',
  registration: 'DK-AAAAAA',
  factor: 'NT-AAAAAA',
  unit_vote: 'BC-AAAAAA',
  learning: 'HT-AAAAAA',
  propagation: 'TT-AAAAAA',
  event: 'SK-AAAAAA',
  club: 'CLB-AAAAAA',
  club_member: 'TV-AAAAAA',
  club_meeting: 'SH-AAAAAA',
  rapporteur: 'BCV-AAAAAA',
  session: 'BB-AAAAAA',
};
const ALL_STEPS: ReadonlySet<ExemplarStep> = new Set([
  'built',
  'propagated',
  'learned',
  'reviewed',
  'decided',
]);

function context(more: Partial<RegisterContext> = {}): RegisterContext {
  return {
    today: '2024-05-04' as Day,
    unitId: 'X29110',
    known: Object.fromEntries(
      Object.entries(KNOWN).map(([kind, code]) => [kind, new Map([named(code)])]),
    ) as RegisterContext['known'],
    rows: () => [],
    stepsDone: () => ALL_STEPS,
    ...more,
  };
}

/** A cell that suits its column. */
function good(column: RegisterDeclaration['columns'][number], code: string): CellValue {
  switch (column.kind) {
    case 'code':
      return code;
    case 'choice':
      return column.choices![0]!;
    case 'reference':
      return `${KNOWN[column.refersTo!]} – Tên`;
    case 'day':
      return dayCell('2024-03-15' as Day);
    case 'whole':
      return 3;
    case 'link':
      return 'https://bao.vn/tin';
    case 'yes_no':
      return 'Có';
    default:
      return column.listOf === undefined ? 'chữ' : KNOWN[column.listOf]!;
  }
}

function table(
  register: RegisterDeclaration,
  rows: readonly Readonly<Record<string, CellValue>>[],
): FormCells {
  return {
    origin: 'A1',
    values: [
      register.columns.map(({ header }) => header),
      ...rows.map((row, i) =>
        register.columns.map((column) =>
          column.key in row ? row[column.key]! : good(column, `${register.prefix}-AAAAA${i}`),
        ),
      ),
    ],
  };
}

const issuesOf = (
  register: RegisterDeclaration,
  row: Readonly<Record<string, CellValue>>,
  given = context(),
) => {
  const read = readRegister(register, table(register, [row]), given);
  return read.ok ? [] : read.issues.map(({ code, at }) => `${at.cell} ${code}`);
};

const ALL: readonly RegisterDeclaration[] = [...registersOf('unit'), ...registersOf('office')];

describe.each(ALL)('the register $tab', (register) => {
  it('is declared whole: a code first, keys and headers once, a name, a help for each column', () => {
    const [code] = register.columns;
    const keys = register.columns.map(({ key }) => key);
    const headers = register.columns.map(({ header }) => header.toLowerCase());
    expect(code).toMatchObject({ key: 'code', kind: 'code' });
    expect([new Set(keys).size, new Set(headers).size]).toEqual([keys.length, headers.length]);
    expect(register.columns.filter(({ isName }) => isName)).toHaveLength(1);
    expect(register.columns.filter(({ help }) => !/[.…]$/.test(help))).toEqual([]);
    expect(
      register.columns.filter(({ kind, refersTo }) => (kind === 'reference') !== (refersTo !== undefined)),
    ).toEqual([]);
    const named = register.columns.flatMap(({ refersTo, listOf }) => [refersTo, listOf]);
    expect(named.filter((kind) => kind !== undefined && !(kind in KNOWN))).toEqual([]);
  });

  it('takes a row in which every cell is right, and sending it again changes nothing', () => {
    const read = readRegister(register, table(register, [{}]), context());
    expect(read.ok ? [] : read.issues).toEqual([]);
    const { changed } = planRegister(register, read.ok ? read.value : [], 'X29110');
    expect(changed.map(({ code, revision }) => ({ code, revision }))).toEqual([
      { code: `${register.prefix}-AAAAA0`, revision: 1 },
    ]);
    const again = readRegister(register, table(register, [{}]), context({ rows: () => changed }));
    expect(again.ok && planRegister(register, again.value, 'X29110')).toEqual({ changed: [], unchanged: 1 });
  });

  it('finds every blank that must be filled, each in its cell', () => {
    const required = register.columns.filter(({ required }) => required);
    const told = required.map(({ key }) => {
      const read = readRegister(register, table(register, [{ [key]: null }]), context());
      return read.ok ? [] : read.issues.map(({ code, at }) => [code, at.column]);
    });
    for (const [i, { header }] of required.entries())
      expect(told[i]).toContainEqual(['cell_missing', header]);
  });

  it('never throws, whatever stands in its cells, and names the cell of every issue', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('#REF!', '31/02/2024', '=1+1', '<b>', 'javascript:alert(1)', '9e99', '-1'),
    );
    const row = fc.dictionary(fc.constantFrom(...register.columns.map(({ key }) => key)), cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const read = readRegister(register, table(register, rows), context());
        if (!read.ok) for (const { at } of read.issues) expect(at.cell).toMatch(/^[A-Z]+\d+$/);
      }),
      { numRuns: 50 },
    );
  });
});

/** The row that table(register, [{}]) comes to, kept under another code. */
function keptRow(register: RegisterDeclaration, code: string): RegisterRow {
  const read = readRegister(register, table(register, [{}]), context());
  const [row] = planRegister(register, read.ok ? read.value : [], 'X29110').changed;
  return { ...row!, code };
}

describe('rows of registers', () => {
  const { registration, factor, unit_vote: unitVote, propagation, learning, club } = REGISTERS;

  it('keep their code: a new row without one, a copied one, another unit’s and another register’s are told', () => {
    const kept: RegisterRow = {
      register: 'registration',
      code: 'DK-BBBBBB',
      unitId: 'X29113',
      revision: 1,
      values: {},
    };
    expect([
      issuesOf(registration, { code: null }),
      issuesOf(registration, { code: 'NT-AAAAAA' }),
      issuesOf(registration, { code: 'DK-BBBBBB' }, context({ rows: () => [kept] })),
    ]).toEqual([['A2 row_code_missing'], ['A2 row_code_malformed'], ['A2 row_code_taken']]);
    const twice = table(registration, [{ code: 'DK-CCCCCC' }, { code: 'dk-cccccc' }]);
    expect(readRegister(registration, twice, context())).toMatchObject({
      ok: false,
      issues: [{ code: 'row_code_repeated', at: { cell: 'A3' } }],
    });
  });

  it('refer only to what is there, and to what is the unit’s own', () => {
    const others = context({
      known: { ...context().known, registration: new Map([named('DK-AAAAAA', 'X29113')]) },
    });
    expect([
      issuesOf(registration, { field: 'XX' }),
      issuesOf(unitVote, {}, others),
      issuesOf(club, { host: 'X99999 – không có' }),
    ]).toEqual([['E2 reference_unknown'], ['C2 reference_unknown'], ['C2 reference_unknown']]);
  });

  it('say why somebody gave up, and in whose care a candidate was', () => {
    expect([
      issuesOf(registration, { state: 'Thôi đăng ký', reason: null }),
      issuesOf(factor, { nurturedBy: null, registration: null }),
      issuesOf(factor, { promotedOn: '1/3/2024' }),
      issuesOf(factor, { nurturedBy: null, promotedOn: null }),
    ]).toEqual([['K2 needed_for'], ['H2 needed_for', 'K2 needed_for'], ['J2 days_out_of_order'], []]);
  });

  it('hold a unit’s vote to its numbers: nobody twice, a quorum, more than half', () => {
    const vote = (
      entitled: number,
      present: number,
      votes: number,
      outcome = 'Biểu dương',
      proposed: CellValue = null,
    ) => issuesOf(unitVote, { entitled, present, votes, outcome, proposed });
    expect([
      vote(9, 6, 4),
      vote(9, 6, 3),
      vote(9, 5, 5),
      vote(9, 10, 6),
      vote(9, 6, 7),
      vote(9, 5, 0, 'Không'),
      vote(9, 5, 0, 'Không', 'Có'),
    ]).toEqual([
      [],
      ['G2 votes_missed'],
      ['F2 quorum_missed'],
      ['F2 part_above_whole'],
      ['G2 part_above_whole'],
      [],
      ['F2 quorum_missed'],
    ]);
    const twice = table(unitVote, [{}, {}]);
    expect(readRegister(unitVote, twice, context())).toMatchObject({
      ok: false,
      issues: [{ code: 'row_twice', other: 'BC-AAAAA0', at: { cell: 'C3' } }],
    });
  });

  it('name what is praised, rewarded or proposed, and reward one achievement once', () => {
    const period = { code: '2024-02', name: 'Tháng 02/2024' };
    const given = context({
      known: { ...context().known, period: new Map([named('2024-03'), ['2024-02', period]]) },
    });
    const march = { achievement: 'Mô hình  Dừa xanh', outcome: 'Khen thưởng', period: '2024-03' };
    const february = { ...march, achievement: 'mô hình dừa xanh', period: '2024-02' };
    const told = (...rows: Readonly<Record<string, CellValue>>[]) => {
      const read = readRegister(unitVote, table(unitVote, rows), given);
      return read.ok ? [] : read.issues.map(({ code, at }) => `${at.cell} ${code}`);
    };
    expect([
      told(march, february),
      told(march, { ...february, outcome: 'Biểu dương' }),
      told(march, { ...february, achievement: 'Việc khác' }),
      told({ outcome: 'Không', achievement: null, reward: null, proposed: 'có' }),
      told({ outcome: 'Không', achievement: null, reward: null, proposed: 'Không' }),
      told({ outcome: 'Khen thưởng', reward: null }),
    ]).toEqual([['J3 rewarded_before'], [], [], ['J2 needed_for'], [], ['I2 needed_for']]);
  });

  it('reward nothing that a decision rewarded, and name the decision', () => {
    const rewarded = [{ registration: 'DK-AAAAAA', achievement: 'Mô hình dừa xanh', reference: '12/QĐ-BCĐ' }];
    const told = (row: Readonly<Record<string, CellValue>>) => {
      const read = readRegister(unitVote, table(unitVote, [row]), context({ rewarded }));
      return read.ok ? [] : read.issues;
    };
    const again = { achievement: ' MÔ HÌNH dừa xanh', outcome: 'Biểu dương và khen thưởng' };
    expect([
      told(again),
      told({ ...again, outcome: 'Biểu dương' }),
      told({ ...again, achievement: 'Việc khác' }),
    ]).toMatchObject([
      [{ code: 'rewarded_by_decision', reference: '12/QĐ-BCĐ', at: { cell: 'J2' } }],
      [],
      [],
    ]);
  });

  it('are held against kept rows that the sheet does not show, and against those that stand below', () => {
    const kept = keptRow(unitVote, 'BC-ZZZZZZ');
    const sent = context({ rows: () => [kept] });
    const first = readRegister(unitVote, table(unitVote, [{}]), sent);
    expect(first).toMatchObject({ ok: false, issues: [{ code: 'row_twice', other: 'BC-ZZZZZZ' }] });
    const below = table(unitVote, [{}, { ...kept.values, code: 'BC-ZZZZZZ', proposed: 'Có' }]);
    const second = readRegister(unitVote, below, sent);
    expect(second).toMatchObject({ ok: false, issues: [{ code: 'row_twice', at: { cell: 'C2' } }] });
  });

  it('that were kept stay right, whatever became of what they name', () => {
    const kept = keptRow(learning, 'HT-AAAAA0');
    const gone = context({
      known: {},
      stepsDone: () => new Set(),
      today: '2020-01-01' as Day,
      rows: () => [kept],
    });
    const cells = (more: Readonly<Record<string, CellValue>>) =>
      readRegister(learning, table(learning, [more]), gone);
    expect(cells({}).ok).toBe(true);
    expect(cells({ outcome: 'Xong' }).ok).toBe(true);
    expect(cells({ exemplar: 'DH-2024-002' })).toMatchObject({
      ok: false,
      issues: [{ code: 'reference_unknown', what: 'exemplar', at: { cell: 'C2' } }],
    });
  });

  it('say nothing of tomorrow as if it had been, no formula’s error and no novel', () => {
    const tomorrow = { registeredOn: '05/05/2024' };
    expect([
      issuesOf(registration, tomorrow),
      issuesOf(registration, { registeredOn: '04/05/2024' }),
      issuesOf(registration, { content: '#REF!' }),
      issuesOf(registration, { content: 'x'.repeat(2001) }),
      issuesOf(learning, { criteria: 'XA-M1-01; XA-M9-09,XA-M1-01' }),
    ]).toEqual([['I2 day_in_future'], [], ['F2 cell_error'], ['F2 text_too_long'], ['D2 reference_unknown']]);
  });

  it('wait for the step before: nobody propagates or learns from who was not praised or made known', () => {
    const having = (...steps: ExemplarStep[]) => context({ stepsDone: () => new Set(steps) });
    const missing = (register: RegisterDeclaration, given: RegisterContext) => {
      const read = readRegister(register, table(register, [{}]), given);
      return read.ok
        ? 'taken'
        : read.issues.map((issue) => (issue.code === 'step_missing' ? issue.step : issue.code));
    };
    expect([
      missing(propagation, having()),
      missing(propagation, having('built')),
      missing(learning, having('built')),
      missing(learning, having()),
      missing(learning, having('built', 'propagated')),
    ]).toEqual([['built'], 'taken', ['propagated'], ['built'], 'taken']);
  });

  it('are found by their headers, wherever people moved and hid the columns', () => {
    const { values } = table(registration, [{}]);
    const turned = values.map((line) => [null, ...[...line].reverse()]);
    const moved = { origin: 'A1', values: [['Đăng ký'], [], ...turned] };
    const straight = readRegister(registration, table(registration, [{}]), context());
    const read = readRegister(registration, moved, context());
    expect(read.ok && read.value.map(({ code, values: of }) => ({ code, of }))).toEqual(
      straight.ok && straight.value.map(({ code, values: of }) => ({ code, of })),
    );
  });
});
