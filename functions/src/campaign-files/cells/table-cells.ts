import { parseDay } from '../../domain/campaign/calendar.ts';
import type { ScoringKind } from '../../domain/campaign/criterion.ts';
import { NO, YES } from '../../domain/form/answer-text.ts';
import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue, FormColumn } from '../../domain/form/form.ts';
import { clearText, numberCell } from '../../domain/form/number-text.ts';
import { levelText, textOfCell } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';
import { parseDecimal } from '../../domain/numbers/decimal.ts';
import { METHOD_WORDS, ROLE_WORDS } from '../../domain/setup/setup-words.ts';
import type { FileRow } from '../format/campaign-content.ts';
import { formatAttributes, readAttributes } from './attribute-text.ts';
import { fileNumber } from './number-cell.ts';
import { parametersFromWords, parametersInWords } from './parameter-words.ts';
import { quotientText } from './quotient-text.ts';
import type { SheetCell, SheetRow } from './sheet-cells.ts';

/** Names of units by their code, to show beside it. */
export type UnitNames = ReadonlyMap<string, string>;

/** One cell of a table as people see it. */
export function tableCell({ key, kind }: FormColumn, row: FileRow, names: UnitNames): CellValue {
  const text = row[key];
  if (text === undefined || text === '') return null;
  switch (key) {
    case 'parameters':
      return parametersInWords(text);
    case 'coefficient':
      return quotientText(parseDecimal(text)!) ?? clearText(parseDecimal(text)!);
    case 'method':
      return METHOD_WORDS[text as ScoringKind] ?? text;
    case 'roles':
      return text
        .split(';')
        .map((role) => ROLE_WORDS[role as keyof typeof ROLE_WORDS] ?? role)
        .join('; ');
    case 'unit_ids':
      return text
        .split(';')
        .map((id) => named(id, names))
        .join('; ');
    case 'breakthrough':
      return text.replaceAll(';', '; ');
  }
  return cellOfKind(kind, text, names);
}

function cellOfKind(kind: FormColumn['kind'], text: string, names: UnitNames): CellValue {
  switch (kind) {
    case 'day':
      return dayCell(parseDay(text)!);
    case 'yes_no':
      return text === 'yes' ? YES : NO;
    case 'number':
      return numberCell(parseDecimal(text)!);
    case 'reference':
      return named(text, names);
    default:
      return text;
  }
}

/** "X29110 – Thị trấn Ba Tri"; in the name nothing that separates one unit from the next. */
function named(id: string, names: UnitNames): string {
  const name = names.get(id)?.replace(/[;\n]/g, ',');
  return name === undefined ? id : `${id} – ${name}`;
}

/** A unit's attributes are columns of the file and one cell of the tab. */
export function attributesCell(row: FileRow, attributes: readonly string[]): string {
  return formatAttributes(
    Object.fromEntries(attributes.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]]))),
  );
}

/**
 * A row of the tab as the file has it. What a cell's kind could not read is handed on as it stands, so that the
 * parser knows that something was there.
 */
export function fileRow(row: SheetRow, issues: Issue[]): FileRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, cell]) =>
      key === 'attributes' ? attributesOf(cell, issues) : [[key, fileCell(key, cell, issues)]],
    ),
  );
}

function attributesOf({ raw, at }: SheetCell, issues: Issue[]): [string, string][] {
  const text = textOfCell(raw);
  const attributes = readAttributes(text);
  if (attributes === undefined)
    issues.push({ code: 'field_invalid', field: at.column ?? '', expected: 'attributes', found: text, at });
  return Object.entries(attributes ?? {});
}

function fileCell(key: string, { value, raw, at }: SheetCell, issues: Issue[]): string | undefined {
  const text = textOfCell(raw);
  if (text === '') return undefined;
  switch (key) {
    case 'parameters':
      return parametersFromWords(text, at, issues);
    case 'coefficient':
      return fileNumber(raw, at, issues);
    case 'method':
      return Object.entries(METHOD_WORDS).find(([, word]) => word === value)?.[0] ?? text;
    case 'roles':
      return rolesOf(text, { at, issues });
    case 'unit_ids':
      return text
        .split(/[;\n]/)
        .map((each) => each.split(/\s[–-]\s/)[0]!.trim())
        .join(';');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? text : String(value);
}

function rolesOf(text: string, { at, issues }: { at: SheetCell['at']; issues: Issue[] }): string {
  const roles = text.split(/[;,\n]/).map((word) => word.trim());
  return roles
    .filter((word) => word !== '')
    .map((word) => {
      const level = levelText(word);
      const role = Object.entries(ROLE_WORDS).find(([code, each]) => [code, each].includes(level))?.[0];
      if (role === undefined)
        issues.push({ code: 'not_a_choice', text: word, choices: Object.values(ROLE_WORDS), at });
      return role ?? word.replace(/\s+/g, '_');
    })
    .join(';');
}
