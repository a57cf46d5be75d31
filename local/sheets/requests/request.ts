import type { Guard } from '../access.ts';
import type { NewId } from '../call.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import type { Message } from '../wire/shape.ts';

/** What a batchUpdate request works with. */
export interface Context {
  book: Spreadsheet;
  guard: Guard;
  newId: NewId;
}

/** One kind of batchUpdate request: what its body may hold, and what it does. Its answer is `{}` unless it says more. */
export interface RequestKind<T> {
  readonly shape: Message;
  run(context: Context, request: T): object | undefined;
}

export const kind = <T>(shape: Message, run: (context: Context, request: T) => unknown): RequestKind<T> => ({
  shape,
  run: (context, request) => run(context, request) as object | undefined,
});
