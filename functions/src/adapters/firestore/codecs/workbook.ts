import { z } from 'zod';
import type { Workbook, WorkbookId } from '../../../ports/workbook.ts';
import { moment, text } from './fields.ts';

export const unitWorkbookId = z.custom<`unit:${string}`>(
  (id) => typeof id === 'string' && id.startsWith('unit:'),
);
export const workbookId: z.ZodType<WorkbookId> = z.union([z.enum(['summary', 'office']), unitWorkbookId]);

export const workbookCodec: z.ZodType<Workbook> = z.strictObject({
  id: workbookId,
  spreadsheetId: text,
  createdAt: moment,
  shared: z.strictObject({ digest: text, at: moment }).optional(),
  mend: z.literal(true).optional(),
});
