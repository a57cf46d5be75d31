import type { Day } from '../../domain/campaign/period.ts';
import { NO, YES } from '../../domain/form/answer-text.ts';
import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab, WantedColumn } from '../../domain/publishing/wanted.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type {
  Named,
  RegisterColumn,
  RegisterDeclaration,
  RegisterRow,
  RowValue,
} from '../../domain/register/register.ts';
import { choicesOf, type RegisterRules, referenceText } from '../../domain/register/register-rules.ts';
import { formColumns } from '../form-columns.ts';

/** The key of a register's tab. */
export const registerTabKey = (register: RegisterId): string => `register:${register}`;

export interface RegisterContent {
  readonly rules: RegisterRules;
  /** Whose it is, where each unit has its own. */
  readonly unitName?: string;
  /** What we write in the given columns of a row, by column. */
  readonly given?: (row: RegisterRow) => Readonly<Record<string, CellValue>>;
}

/** Free rows below, for people to add theirs. */
const SPARE_ROWS = 30;

/**
 * The tab of any register, out of its declaration. Kept rows are found by their code, wherever people sorted them to;
 * a row that somebody typed and did not send is nobody else's to touch, and one that was deleted comes back.
 */
export function registerTab(declaration: RegisterDeclaration, content: RegisterContent): TableTab {
  const { id, tab, purpose, columns } = declaration;
  const { rules, unitName } = content;
  return {
    kind: 'table',
    key: registerTabKey(id),
    title: tab,
    banner: [unitName === undefined ? tab : `${tab} – ${unitName}`, purpose, HOW_TO_FILL],
    columns: formColumns(declaration).map((column, i) => withList(column, columns[i]!, rules)),
    rows: rules.rows.map((row) => rowCells(declaration, row, content)),
    rowKey: [columns[0]!.key],
    spareRows: SPARE_ROWS,
    protection: 'given',
    frozenColumns: frozenColumns(declaration),
    tabColour: { red: 0.35, green: 0.62, blue: 0.45 },
  };
}

const HOW_TO_FILL =
  'Ghi vào ô nền vàng; dòng mới ở cuối bảng, để trống cột Mã; xong thì gửi từ menu Thi đua. Dòng đã gửi được giữ lại: cần thì sửa rồi gửi lại, đừng xóa.';

function withList(column: WantedColumn, declared: RegisterColumn, rules: RegisterRules): WantedColumn {
  const list = choicesOf(declared, rules);
  return list === undefined ? column : { ...column, list };
}

function rowCells(
  { columns }: RegisterDeclaration,
  row: RegisterRow,
  { rules, given }: RegisterContent,
): CellValue[] {
  const ours = given?.(row) ?? {};
  return columns.map((column, i) => {
    if (i === 0) return row.code;
    if (column.entry === 'given') return ours[column.key] ?? null;
    const value = row.values[column.key];
    return value === undefined ? null : valueCell(column, value, rules);
  });
}

function valueCell({ kind, refersTo }: RegisterColumn, value: RowValue, rules: RegisterRules): CellValue {
  switch (kind) {
    case 'yes_no':
      return value === true ? YES : NO;
    case 'day':
      return dayCell(value as Day);
    case 'reference':
      return referenceText(String(value), namesOf(rules, refersTo!).get(String(value))?.name ?? '');
    default:
      return value;
  }
}

/** Looked up once for all the rows of a tab. */
function namesOf({ known }: RegisterRules, kind: string): ReadonlyMap<string, Named> {
  const all = known[kind] ?? [];
  const names = byCode.get(all) ?? new Map(all.map((named) => [named.code, named]));
  byCode.set(all, names);
  return names;
}

const byCode = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>();

/** As far as the row's name, so that it stays in sight, if that leaves room for the rest. */
function frozenColumns({ columns }: RegisterDeclaration): number {
  const named = columns.findIndex(({ isName }) => isName) + 1;
  return named <= 3 ? named : 1;
}
