import { z } from 'zod';
import type { WorkbookId } from '../ports/workbook.ts';

const place = z.int().nonnegative();
const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ formula: z.string(), shown: z.string() }),
]);

/** cells.json: a workbook as it was found. Rows and columns are counted from 0. */
export const exportedWorkbook = z.strictObject({
  id: z.string().transform((id) => id as WorkbookId),
  title: z.string(),
  tabs: z.array(
    z.strictObject({
      /** null: a tab that people made. */
      key: z.string().nullable(),
      title: z.string(),
      /** The row of the columns' names; null where it is not known. */
      header: place.nullable(),
      columns: z.array(z.strictObject({ key: z.string(), at: place })),
      values: z.array(z.array(cell)),
      notes: z.array(z.strictObject({ row: place, column: place, text: z.string() })),
    }),
  ),
});
export type ExportedWorkbook = z.infer<typeof exportedWorkbook>;
export type ExportedTab = ExportedWorkbook['tabs'][number];
