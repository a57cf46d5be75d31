import { z } from 'zod';
import { bad } from './respond.ts';

/** What windows send. The words inside a request of the Sheets API are for the Sheets server to judge. */
const index = z.number().int().min(0).max(10_000_000);
const spreadsheetId = z.string().regex(/^[\w-]{1,100}$/);
const selection = z.object({ sheetId: z.number().int(), range: z.string().max(40) });
const functionName = z.string().regex(/^[A-Za-z_$][\w$]{0,99}$/);

export const SHAPES = {
  open: z.strictObject({ person: z.email() }),
  view: z.strictObject({ spreadsheetId, known: z.record(z.string(), z.string()).default({}) }),
  edit: z.strictObject({
    spreadsheetId,
    edits: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('values'),
            sheetId: z.number().int(),
            cells: z
              .array(z.strictObject({ row: index, column: index, text: z.string().max(50_000) }))
              .min(1),
          }),
          z.strictObject({
            kind: z.literal('requests'),
            requests: z.array(z.record(z.string(), z.unknown())).min(1),
          }),
        ]),
      )
      .min(1),
    /** For the add-on's `onEdit`. */
    edited: z
      .strictObject({
        sheetId: z.number().int(),
        range: z.string().max(40),
        value: z.string().optional(),
        oldValue: z.string().optional(),
      })
      .optional(),
  }),
  run: z.strictObject({
    spreadsheetId,
    kind: z.enum(['open', 'menu', 'client']),
    functionName,
    label: z.string().max(200),
    args: z.array(z.unknown()).max(20).optional(),
    selection: selection.optional(),
  }),
  answer: z.strictObject({
    id: z.string(),
    answer: z.strictObject({
      button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
      text: z.string().max(50_000).optional(),
    }),
  }),
} as const;

/** @throws PageRefusal naming the first field that is wrong */
export function parse<T extends z.ZodType>(shape: T, value: unknown): z.output<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw bad(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? ''}`);
}
