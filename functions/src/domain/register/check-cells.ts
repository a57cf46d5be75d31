import type { At } from '../at.ts';
import { MOST_CHARACTERS } from '../form/answer-text.ts';
import { excerptOf, isCellError } from '../form/text.ts';
import type { Issue } from '../issue.ts';
import type { ReferenceKind } from './reference-kind.ts';
import type { ReadRow, RegisterColumn, RegisterContext, RegisterDeclaration } from './register.ts';
import { isRowCode } from './row-codes.ts';
import { stepDone } from './step-rule.ts';

/** What is wrong with the cells of one new or amended row, each for itself. */
export function checkCells(
  declaration: RegisterDeclaration,
  row: ReadRow,
  context: RegisterContext,
): readonly Issue[] {
  const [codeColumn, ...columns] = declaration.columns;
  return [
    ...checkCode(declaration, row, row.at(codeColumn!.key), context),
    ...columns
      .filter(({ entry }) => entry === 'filled')
      .flatMap((column) => checkCell(column, row, row.at(column.key), context)),
  ];
}

function checkCode(
  declaration: RegisterDeclaration,
  { code, kept }: ReadRow,
  at: At,
  { unitId }: RegisterContext,
): Issue[] {
  if (code === '') return [{ code: 'row_code_missing', at }];
  if (!isRowCode(code, declaration))
    return [{ code: 'row_code_malformed', text: excerptOf(code), prefix: declaration.prefix, at }];
  if (kept !== undefined && kept.unitId !== unitId) return [{ code: 'row_code_taken', text: code, at }];
  return [];
}

/** A cell that is as it was kept keeps what it names, even where that is no longer there to be chosen. */
function checkCell(column: RegisterColumn, row: ReadRow, at: At, context: RegisterContext): Issue[] {
  const { key, kind, header, refersTo, listOf, step } = column;
  const value = row.values[key];
  if (value === undefined) return column.required ? [{ code: 'cell_missing', header, at }] : [];
  if (typeof value !== 'string' || row.kept?.values[key] === value) return [];
  if (kind === 'text') return [...checkText(value, at), ...checkList(listOf, value, at, context)];
  if (kind === 'day' && column.happened && value > context.today)
    return [{ code: 'day_in_future', header, at }];
  if (kind !== 'reference' || refersTo === undefined) return [];
  const unknown = checkReference(refersTo, value, at, context);
  return step === undefined || unknown.length > 0 ? unknown : stepDone(value, step, at, context);
}

function checkText(text: string, at: At): Issue[] {
  if (isCellError(text)) return [{ code: 'cell_error', text, at }];
  return Array.from(text).length > MOST_CHARACTERS
    ? [{ code: 'text_too_long', most: MOST_CHARACTERS, at }]
    : [];
}

function checkList(what: ReferenceKind | undefined, text: string, at: At, context: RegisterContext): Issue[] {
  if (what === undefined) return [];
  return codesIn(text).flatMap((code) => checkReference(what, code, at, context));
}

function checkReference(
  what: ReferenceKind,
  code: string,
  at: At,
  { known, unitId }: RegisterContext,
): Issue[] {
  const named = known[what]?.get(code);
  const isMine = named?.unitId === undefined || unitId === undefined || named.unitId === unitId;
  return named !== undefined && isMine
    ? []
    : [{ code: 'reference_unknown', what, text: excerptOf(code), at }];
}

/** The codes in a cell that lists them: "XA-M1-01; XA-M2-03". */
function codesIn(text: string): readonly string[] {
  return text.split(/[;,\s]+/).filter((code) => code !== '');
}
