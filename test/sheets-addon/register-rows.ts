import type { CellValue } from '../../functions/src/domain/form/form.ts';
import type { RegisterDeclaration } from '../../functions/src/domain/register/register.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import type { AddOnCampaign } from './add-on-office.ts';

/** The key of a register's tab. */
export const tabOf = ({ id }: Pick<RegisterDeclaration, 'id'>): string => `register:${id}`;

/**
 * Types rows below those that are there, as a person does: the code's cell stays blank. Gives the sheet's number of
 * the first.
 */
export async function typeRows(
  t: AddOnCampaign,
  person: string,
  workbook: WorkbookId,
  declaration: RegisterDeclaration,
  ...rows: readonly Readonly<Record<string, CellValue>>[]
): Promise<number> {
  const [, ...columns] = declaration.columns.filter(({ entry }) => entry === 'filled');
  const values = await t.values(workbook, tabOf(declaration));
  const header = values.findIndex((line) => line.includes(columns[0]!.header));
  const used = values.findLastIndex((line, i) => i > header && line.some((cell) => cell !== ''));
  const first = Math.max(header, used) + 2;
  await t.type(
    person,
    workbook,
    tabOf(declaration),
    `B${first}`,
    rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  );
  return first;
}

/** What stands in a column of the tab below its header; blanks at the end left out. */
export async function columnOf(
  t: AddOnCampaign,
  workbook: WorkbookId,
  declaration: RegisterDeclaration,
  key: string,
): Promise<readonly unknown[]> {
  const header = declaration.columns.find((column) => column.key === key)!.header;
  const values = await t.values(workbook, tabOf(declaration));
  const row = values.findIndex((line) => line.includes(header));
  const column = values[row]!.indexOf(header);
  const cells = values.slice(row + 1).map((line) => line[column] ?? '');
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
