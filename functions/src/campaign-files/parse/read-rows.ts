import type { z } from 'zod';
import type { At } from '../../domain/at.ts';
import type { Issues } from '../issues.ts';
import { readTable, type Table, type TableShape } from './csv-text.ts';
import { type Partly, readEach } from './read-each.ts';

/** A file of a table: one zod schema per row, whose keys are the columns. */
export interface TableFile<Row extends z.ZodRawShape> {
  readonly schema: z.ZodObject<Row>;
  readonly numbers?: TableShape['numbers'];
  /** Columns the schema does not name are kept as they are. */
  readonly keepsOthers?: boolean;
}

export interface ReadRow<Row extends z.ZodRawShape> {
  readonly read: Partly<z.output<z.ZodObject<Row>>>;
  /** Cells of columns the schema does not name. */
  readonly others: Readonly<Record<string, string>>;
}

/** The rows of a CSV file as far as each could be read. */
export function readRows<Row extends z.ZodRawShape>(
  file: string,
  text: string,
  { schema, numbers, keepsOthers }: TableFile<Row>,
  issues: Issues,
): { readonly table: Table; readonly rows: readonly ReadRow<Row>[] } {
  const known = Object.keys(schema.shape);
  const required = known.filter(
    (column) => !(schema.shape[column] as z.ZodType).safeParse(undefined).success,
  );
  const table = readTable(file, text, { required, known, numbers, keepsOthers }, issues);
  const readable = withoutMissing(schema, required, table.headers);
  const rows = table.rows.flatMap(({ row, cells }): ReadRow<Row>[] => {
    const ours = Object.entries(cells).filter(([column]) => known.includes(column));
    const others = Object.entries(cells).filter(([column]) => !known.includes(column));
    const placeOf = (field?: string): At => (field ? { file, row, column: field } : { file, row });
    const read = readEach(readable, Object.fromEntries(ours), placeOf, issues);
    if (read === undefined) return [];
    return [{ read: read as ReadRow<Row>['read'], others: Object.fromEntries(others) }];
  });
  return { table, rows };
}

/** A column that is missing altogether was told once; its blank cells are not told again. */
function withoutMissing(schema: z.ZodObject, required: readonly string[], headers: readonly string[]) {
  const missing = required.filter((column) => !headers.includes(column));
  const optional = missing.map((column) => [column, (schema.shape[column] as z.ZodType).optional()]);
  return schema.extend(Object.fromEntries(optional) as z.ZodRawShape);
}
