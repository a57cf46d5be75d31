import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { atLeast, domainOf, ownerOf, roleOf } from '../drive/access.ts';
import type { Call } from './call.ts';
import type { Sheet } from './model/sheet.ts';
import { Spreadsheet } from './model/spreadsheet.ts';
import type { FileState, Role } from './store/file-state.ts';
import type { Box } from './wire/a1.ts';
import { ApiError, forbidden, invalid, notFound } from './wire/errors.ts';

/** Opens a spreadsheet for reading. @throws ApiError 404 unknown, 403 not shared with the caller */
export function openSpreadsheet(call: Call, id: string): { book: Spreadsheet; file: FileState } {
  const file = requireFile(call, id, 'reader');
  return { book: new Spreadsheet(id, file.spreadsheet!), file };
}

/**
 * Edits a spreadsheet: everything the callback did is kept, or nothing when it throws.
 * @throws ApiError 403 for a caller who may not write
 */
export function editSpreadsheet<T>(call: Call, id: string, edit: (book: Spreadsheet, guard: Guard) => T): T {
  const file = requireFile(call, id, 'writer');
  const book = new Spreadsheet(id, file.spreadsheet!);
  const result = edit(book, new Guard(call.caller, ownerOf(file)));
  const meta = {
    ...file.meta,
    name: book.properties.title!,
    modifiedTime: call.now().toISOString(),
    lastModifyingUser: call.caller,
  };
  call.files.replace({ ...file, meta, spreadsheet: book.toState() }, call.caller);
  return result;
}

function requireFile(call: Call, id: string, needed: Role): FileState {
  const file = call.files.get(id);
  if (file === undefined) throw notFound();
  if (!atLeast(roleOf(call.files, file, call.caller), needed)) throw forbidden();
  if (file.spreadsheet === null) throw new ApiError(400, 'This operation is not supported for this document');
  return file;
}

/** Keeps protected ranges from those who are not among their editors. The owner always may. */
export class Guard {
  readonly #caller: string;
  readonly #owner: string;
  constructor(caller: string, owner: string) {
    this.#caller = caller.toLowerCase();
    this.#owner = owner.toLowerCase();
  }

  get caller(): string {
    return this.#caller;
  }
  get owner(): string {
    return this.#owner;
  }

  /** Whether the caller may edit inside this protection. A warning stops nobody. */
  mayEdit({ warningOnly, editors }: api.Schema$ProtectedRange): boolean {
    if (warningOnly || this.#caller === this.#owner) return true;
    if (editors?.domainUsersCanEdit && domainOf(this.#caller) === domainOf(this.#owner)) return true;
    return (editors?.users ?? []).some((user) => user.toLowerCase() === this.#caller);
  }

  /** @throws ApiError 400 when a cell of the box is protected against the caller */
  touch(sheet: Sheet, box: Box): void {
    for (const protection of sheet.state.protectedRanges) {
      if (this.mayEdit(protection)) continue;
      const common = intersect(box, (protection.range ?? {}) as Box);
      if (common === undefined) continue;
      if (!(protection.unprotectedRanges ?? []).some((free) => contains(free as Box, common)))
        throw refusal();
    }
  }

  /** Shape and looks of the tab itself: only what protects the whole sheet stands in the way. */
  touchSheet(sheet: Sheet): void {
    const whole = ({ range }: api.Schema$ProtectedRange) =>
      Object.keys(range ?? {}).every((key) => key === 'sheetId');
    if (sheet.state.protectedRanges.some((one) => whole(one) && !this.mayEdit(one))) throw refusal();
  }

  /** Deleting a tab destroys what is protected on it. */
  touchAll(sheet: Sheet): void {
    if (sheet.state.protectedRanges.some((one) => !this.mayEdit(one))) throw refusal();
  }

  /** Changing a protection itself needs the right to edit inside it. */
  touchProtection(protection: api.Schema$ProtectedRange): void {
    const listed = (protection.editors?.users ?? []).some((user) => user.toLowerCase() === this.#caller);
    if (this.#caller !== this.#owner && !listed && !protection.warningOnly) throw refusal();
  }
}

const refusal = () =>
  invalid(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

function intersect(a: Box, b: Box): Box | undefined {
  const rows = overlap(a.startRowIndex, a.endRowIndex, b.startRowIndex, b.endRowIndex);
  const columns = overlap(a.startColumnIndex, a.endColumnIndex, b.startColumnIndex, b.endColumnIndex);
  if (!rows || !columns) return undefined;
  return {
    startRowIndex: rows[0],
    endRowIndex: rows[1],
    startColumnIndex: columns[0],
    endColumnIndex: columns[1],
  };
}

function overlap(start1 = 0, end1 = Infinity, start2 = 0, end2 = Infinity): [number, number] | undefined {
  const [start, end] = [Math.max(start1, start2), Math.min(end1, end2)];
  return start < end ? [start, end] : undefined;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    (outer.startRowIndex ?? 0) <= inner.startRowIndex! &&
    (outer.endRowIndex ?? Infinity) >= inner.endRowIndex! &&
    (outer.startColumnIndex ?? 0) <= inner.startColumnIndex! &&
    (outer.endColumnIndex ?? Infinity) >= inner.endColumnIndex!
  );
}
