import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../functions/src/domain/campaign/period.ts';
import { dayCell } from '../../../functions/src/domain/form/day-text.ts';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { TableTab, WantedWorkbook } from '../../../functions/src/domain/publishing/wanted.ts';
import { planRegister } from '../../../functions/src/domain/register/plan-register.ts';
import { readRegister } from '../../../functions/src/domain/register/read-register.ts';
import type { RegisterRow } from '../../../functions/src/domain/register/register.ts';
import { contextOf, type RegisterRules } from '../../../functions/src/domain/register/register-rules.ts';
import { REGISTERS, registersOf } from '../../../functions/src/domain/register/registers.ts';
import { newRowCodes } from '../../../functions/src/domain/register/row-codes.ts';
import { registerTab } from '../../../functions/src/workbooks/registers/register-tab.ts';
import { type TinyTab, TinyWorkbook } from '../../domain/publishing/tiny-sheet.ts';
import { shown } from '../shown.ts';

const { factor, unit_vote: unitVote, propagation } = REGISTERS;

const RULES: RegisterRules = {
  register: 'factor',
  unitId: 'A',
  today: '2024-05-04' as Day,
  known: { field: [{ code: 'NN', name: 'Nông nghiệp' }], registration: [], period: [] },
  rows: [],
  steps: {},
};
const factorRow = (code: string, name: string, more: RegisterRow['values'] = {}): RegisterRow => ({
  register: 'factor',
  code,
  unitId: 'A',
  revision: 1,
  values: {
    name,
    kind: 'Cá nhân',
    field: 'NN',
    deed: '=1+1',
    spottedOn: '2024-03-01',
    spottedBy: 'Bí thư',
    ...more,
  },
});

describe('the tab of a register', () => {
  it('shows kept rows as people write them, below what it is for', () => {
    const rows = [
      factorRow('NT-AAAAAA', 'Lê Văn Tám'),
      factorRow('NT-BBBBBB', 'Tổ 9', { registration: 'DK-GGGGGG' }),
    ];
    const tab = registerTab(factor, { rules: { ...RULES, rows }, unitName: 'Xã An Bình' });
    expect(shown({ tabs: [tab] })).toEqual([
      '## Nhân tố',
      'Nhân tố – Xã An Bình',
      'Theo dõi để kịp thời phát hiện, bồi dưỡng các nhân tố tích cực và giới thiệu làm ứng viên điển hình.',
      'Ghi vào ô nền vàng; dòng mới ở cuối bảng, để trống cột Mã; xong thì gửi từ menu Thi đua. Dòng đã gửi được giữ lại: cần thì sửa rồi gửi lại, đừng xóa.',
      '[Mã] | [Nhân tố] | [Loại] | [Lĩnh vực] | [Việc làm nổi bật] | [Ngày phát hiện] | [Người phát hiện] | [Người bồi dưỡng] | [Cách bồi dưỡng] | [Ngày giới thiệu làm ứng viên] | [Dòng đăng ký]',
      'NT-AAAAAA | Lê Văn Tám | Cá nhân | NN – Nông nghiệp | =1+1 | 45352 | Bí thư |  |  |  | ',
      'NT-BBBBBB | Tổ 9 | Cá nhân | NN – Nông nghiệp | =1+1 | 45352 | Bí thư |  |  |  | DK-GGGGGG',
    ]);
    expect(tab.columns.find(({ key }) => key === 'spottedOn')).toMatchObject({ format: { kind: 'day' } });
    expect(tab.columns.find(({ key }) => key === 'field')).toMatchObject({
      format: { kind: 'text' },
      list: ['NN – Nông nghiệp'],
    });
  });

  it('writes yes and no in words, and what we know in the given columns', () => {
    const vote: RegisterRow = {
      ...factorRow('BC-AAAAAA', ''),
      register: 'unit_vote',
      values: { proposed: false },
    };
    const cells = (tab: TableTab, key: string) =>
      tab.rows.map((row) => row[tab.columns.findIndex((each) => each.key === key)]);
    expect(cells(registerTab(unitVote, { rules: { ...RULES, rows: [vote] } }), 'proposed')).toEqual([
      'Không',
    ]);
    const registration: RegisterRow = { ...vote, code: 'DK-AAAAAA', register: 'registration', values: {} };
    const tab = registerTab(REGISTERS.registration, {
      rules: { ...RULES, rows: [registration] },
      given: () => ({ recognised: '12/QĐ-BCĐ' }),
    });
    expect(cells(tab, 'recognised')).toEqual(['12/QĐ-BCĐ']);
  });

  it.each([...registersOf('unit'), ...registersOf('office')])(
    'reads back what it wrote: $tab',
    (register) => {
      const values = Object.fromEntries(
        register.columns.slice(1).flatMap(({ key, kind, entry, choices }) => {
          if (entry === 'given') return [];
          const value =
            { choice: choices?.[0], yes_no: true, day: '2024-02-29', whole: 0 }[kind as string] ?? 'DH-1';
          return [[key, kind === 'link' ? 'https://a.vn/b' : value]];
        }),
      );
      const row: RegisterRow = {
        register: register.id,
        code: `${register.prefix}-AAAAAA`,
        revision: 3,
        values,
      };
      const rules: RegisterRules = {
        ...known(register.columns),
        register: register.id,
        today: RULES.today,
        rows: [row],
      };
      const sheet = delivered(registerTab(register, { rules }));
      const read = readRegister(register, formOf(sheet), contextOf(rules));
      expect(read.ok && planRegister(register, read.value)).toEqual({ changed: [], unchanged: 1 });
    },
  );

  it('renews a drop-down alone when there is more to choose, and dresses nothing else', () => {
    const tab = registerTab(propagation, { rules: { ...RULES, known: { exemplar: [] } } });
    const sheet = deliveredTo(new TinyWorkbook(), tab);
    const grown: RegisterRules = {
      ...RULES,
      known: { exemplar: [{ code: 'DH-2024-001', name: 'Xã An Bình' }] },
      steps: { 'DH-2024-001': ['built'] },
    };
    const { requests } = planEdits(sheet.current(), workbook(registerTab(propagation, { rules: grown })));
    expect(requests.map((request) => Object.keys(request)[0])).toEqual([
      'repeatCell',
      'updateDeveloperMetadata',
    ]);
    expect(requests[0]).toMatchObject({
      repeatCell: {
        range: { startRowIndex: 4, startColumnIndex: 1, endColumnIndex: 2 },
        cell: {
          dataValidation: { condition: { values: [{ userEnteredValue: 'DH-2024-001 – Xã An Bình' }] } },
        },
        fields: 'dataValidation',
      },
    });
  });

  it('brings back the codes of rows that lost them, and makes no second row', () => {
    const rows = [factorRow('NT-AAAAAA', 'Lê Văn Tám'), factorRow('NT-BBBBBB', 'Tổ 9')];
    const tab = registerTab(factor, { rules: { ...RULES, rows } });
    const sheet = deliveredTo(new TinyWorkbook(), tab);
    const [ours] = sheet.tabs as [TinyTab];
    ours.remove('COLUMNS', ours.columnNamed('code'));
    deliveredTo(sheet, tab);
    expect(bodyOf(ours, tab)).toEqual(tab.rows.map((row) => [...row]));
    ours.set(4, ours.columnNamed('code'), 'nt-aaaaaa');
    expect(planEdits(sheet.current(), workbook(tab)).requests).toEqual([]);
  });

  it('keeps to its law, whatever people do: kept rows once, unsent ones untouched, thirty rows free', () => {
    fc.assert(
      fc.property(fc.array(someStep, { maxLength: 25 }), (steps) => {
        const sheet = new TinyWorkbook();
        let kept: readonly RegisterRow[] = [];
        const tabNow = () => registerTab(factor, { rules: { ...RULES, rows: kept } });
        deliveredTo(sheet, tabNow());
        for (const step of steps) {
          const [ours] = sheet.tabs as [TinyTab];
          if (step.kind === 'deliver') {
            const unsent = unsentRows(ours, kept);
            deliveredTo(sheet, tabNow());
            expect(unsentRows(ours, kept)).toEqual(expect.arrayContaining(unsent));
            expect(codesIn(ours)).toEqual(expect.arrayContaining(kept.map(({ code }) => code)));
            expect(new Set(codesIn(ours)).size).toBe(codesIn(ours).length);
            expect(ours.rows.length - usedRows(ours)).toBeGreaterThanOrEqual(30);
            expect(planEdits(sheet.current(), workbook(tabNow())).requests).toEqual([]);
          } else if (step.kind === 'send') kept = sent(ours, kept);
          else if (step.kind === 'elsewhere') kept = [...kept, elsewhere(kept, step.n)];
          else doToSheet(ours, step);
        }
      }),
      { numRuns: 200 },
    );
  });
});

type Step =
  | { readonly kind: 'deliver' }
  | { readonly kind: 'send' }
  | { readonly kind: 'elsewhere'; readonly n: number }
  | Deed;
/** What somebody does in the sheet. */
interface Deed {
  readonly kind: 'type' | 'amend' | 'lose' | 'insert' | 'sort';
  readonly n: number;
}

const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: 'deliver' }, { kind: 'send' }),
  fc.record({ kind: fc.constant('elsewhere' as const), n: fc.nat({ max: 40 }) }),
  fc.record({
    kind: fc.constantFrom<Deed['kind']>('type', 'amend', 'lose', 'insert', 'sort'),
    n: fc.nat({ max: 40 }),
  }),
);

const HEADER = 3;
const bodyRows = (tab: TinyTab) => tab.cells.slice(HEADER + 1);
const usedRows = (tab: TinyTab) => tab.cells.findLastIndex((row) => row.some((cell) => cell !== null)) + 1;
const codesIn = (tab: TinyTab) =>
  bodyRows(tab).flatMap((row) => (row[tab.columnNamed('code')] as string | null) ?? []);

/** What the sheet says that the store does not: rows without a code, and rows that were amended. */
function unsentRows(tab: TinyTab, kept: readonly RegisterRow[]): string[] {
  const known = new Set(
    registerTab(factor, { rules: { ...RULES, rows: kept } }).rows.map((row) => JSON.stringify(row)),
  );
  const keys = factor.columns.map(({ key }) => tab.columnNamed(key));
  return bodyRows(tab)
    .map((row) => JSON.stringify(keys.map((at) => row[at] ?? null)))
    .filter((row) => !known.has(row) && /[^null,[\]]/.test(row));
}

function doToSheet(tab: TinyTab, step: Deed): void {
  const used = usedRows(tab);
  const row = HEADER + 1 + (step.n % Math.max(1, used - HEADER - 1));
  const set = (at: number, key: string, value: CellValue) => tab.set(at, tab.columnNamed(key), value);
  switch (step.kind) {
    case 'type':
      for (let at = used; at <= used + (step.n % 5) * 4 && at < tab.rows.length; at++) {
        set(at, 'name', `Người ${step.n} ${at}`);
        set(at, 'kind', 'Cá nhân');
        set(at, 'field', 'NN – Nông nghiệp');
        set(at, 'deed', 'Việc tốt');
        set(at, 'spottedOn', dayCell('2024-04-01' as Day));
        set(at, 'spottedBy', `Ai ${step.n}`);
      }
      return;
    case 'amend':
      if (row < used && tab.cells[row]![tab.columnNamed('name')] !== null) set(row, 'deed', `Sửa ${step.n}`);
      return;
    case 'lose':
      if (row < used) tab.cells[row] = tab.cells[row]!.map(() => null);
      return;
    case 'insert':
      tab.insert('ROWS', Math.min(used, row));
      return;
    case 'sort': {
      const body = tab.cells.splice(HEADER + 1, used - HEADER - 1);
      const column = step.n % tab.columns.length;
      body.sort((a, b) => String(b[column] ?? '').localeCompare(String(a[column] ?? '')));
      tab.cells.splice(HEADER + 1, 0, ...body);
    }
  }
}

/** As the add-on sends: codes for new rows, then what the validator takes. A refused tab changes nothing. */
function sent(tab: TinyTab, kept: readonly RegisterRow[]): readonly RegisterRow[] {
  const code = tab.columnNamed('code');
  const name = tab.columnNamed('name');
  for (const row of bodyRows(tab))
    if (row[code] === null && row[name] !== null)
      row[code] = newRowCodes(
        factor,
        1,
        [...codesIn(tab), ...kept.map((each) => each.code)],
        () => 'text',
      )[0]!;
  const read = readRegister(
    factor,
    { origin: 'A1', values: tab.cells as FormCells['values'] },
    contextOf({ ...RULES, rows: kept }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { changed } = planRegister(factor, read.value, 'A');
  const codes = new Set(changed.map((row) => row.code));
  return [...kept.filter((row) => !codes.has(row.code)), ...changed];
}

function elsewhere(kept: readonly RegisterRow[], n: number): RegisterRow {
  const taken = kept.map(({ code }) => code);
  return factorRow(newRowCodes(factor, 1, taken, () => `elsewhere ${n}`)[0]!, `Nơi khác ${n}`);
}

const workbook = (tab: TableTab): WantedWorkbook => ({
  title: 'Sổ',
  locale: 'vi_VN',
  timeZone: 'UTC',
  tabs: [tab],
});

function deliveredTo(sheet: TinyWorkbook, tab: TableTab): TinyWorkbook {
  sheet.apply(planEdits(sheet.current(), workbook(tab)).requests);
  return sheet;
}

const delivered = (tab: TableTab): TinyTab => deliveredTo(new TinyWorkbook(), tab).tabs[0]!;
const formOf = ({ cells }: TinyTab): FormCells => ({ origin: 'A1', values: cells as FormCells['values'] });
const bodyOf = (sheet: TinyTab, tab: TableTab) =>
  bodyRows(sheet)
    .slice(0, tab.rows.length)
    .map((row) => tab.columns.map(({ key }) => row[sheet.columnNamed(key)] ?? null));

/** Everything that the columns name has the code DH-1. */
function known(columns: readonly { readonly refersTo?: string; readonly listOf?: string }[]) {
  const kinds = columns
    .flatMap(({ refersTo, listOf }) => [refersTo, listOf])
    .filter((kind) => kind !== undefined);
  return {
    known: Object.fromEntries(kinds.map((kind) => [kind, [{ code: 'DH-1', name: 'Tên' }]])),
    steps: { 'DH-1': ['built', 'propagated'] as const },
  };
}
