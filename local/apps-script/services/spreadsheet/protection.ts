import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import { enumeration, Service } from '../service.ts';
import { User } from '../session.ts';
import { gridRangeOf, type Place, placeOf } from './place.ts';
import { isWholeSheet, readProtections } from './protections.ts';
import { Range } from './range.ts';
import { batchUpdate } from './sheets-api.ts';
import { tabOf } from './structure.ts';

export const ProtectionType = enumeration('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);

/** Protects a place, or a whole tab, for the person and the owner. */
export function protect(label: string, target: Place | { readonly sheetId: number }): Protection {
  const range = 'row' in target ? gridRangeOf(target) : { sheetId: target.sheetId };
  const [reply] = batchUpdate(label, [{ addProtectedRange: { protectedRange: { range } } }]);
  return new Protection(reply!.addProtectedRange!.protectedRange!.protectedRangeId!, target.sheetId);
}

/** The protections of one kind, on one tab or anywhere. */
export function protectionsOf(label: string, type: unknown, sheetId?: number): Protection[] {
  return readProtections(label)
    .filter((one) => isWholeSheet(one) === (type === ProtectionType.SHEET))
    .filter(({ range }) => sheetId === undefined || range?.sheetId === sheetId)
    .map((one) => new Protection(one.protectedRangeId!, one.range!.sheetId!));
}

/** A protection as it is now: every getter reads it, every setter writes at once. */
export class Protection extends Service {
  readonly #id: number;
  readonly #sheetId: number;
  constructor(id: number, sheetId: number) {
    super();
    this.#id = id;
    this.#sheetId = sheetId;
  }
  override toString(): string {
    return 'Protection';
  }
  getProtectionType() {
    return isWholeSheet(this.#read('getProtectionType')) ? ProtectionType.SHEET : ProtectionType.RANGE;
  }
  getRange(): Range {
    const { range = {} } = this.#read('getRange');
    return new Range(placeOf(tabOf('Protection.getRange', this.#sheetId), range as Box));
  }
  getDescription(): string {
    return this.#read('getDescription').description ?? '';
  }
  setDescription(description: string): this {
    return this.#write('setDescription', { description }, 'description');
  }
  isWarningOnly(): boolean {
    return this.#read('isWarningOnly').warningOnly ?? false;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.#write('setWarningOnly', { warningOnly }, 'warningOnly');
  }
  canEdit(): boolean {
    const { requestingUserCanEdit, warningOnly } = this.#read('canEdit');
    return (requestingUserCanEdit || warningOnly) ?? false;
  }
  /** Nobody for a person who is not among them. */
  getEditors(): User[] {
    return this.#editors('getEditors').map((email) => new User(email));
  }
  addEditor(user: User | string): this {
    return this.addEditors([String(user)]);
  }
  addEditors(emails: readonly string[]): this {
    const users = [...new Set([...this.#editors('addEditors'), ...emails])];
    return this.#write('addEditors', { editors: { users } }, 'editors.users');
  }
  removeEditor(user: User | string): this {
    return this.removeEditors([user]);
  }
  removeEditors(users: readonly (User | string)[]): this {
    const gone = users.map((user) => String(user).toLowerCase());
    const left = this.#editors('removeEditors').filter((email) => !gone.includes(email.toLowerCase()));
    return this.#write('removeEditors', { editors: { users: left } }, 'editors.users');
  }
  getUnprotectedRanges(): Range[] {
    const tab = tabOf('Protection.getUnprotectedRanges', this.#sheetId);
    const { unprotectedRanges = [] } = this.#read('getUnprotectedRanges');
    return unprotectedRanges.map((range) => new Range(placeOf(tab, range as Box)));
  }
  setUnprotectedRanges(ranges: readonly Range[]): this {
    const unprotectedRanges = ranges.map((range) => gridRangeOf(Range.placeOf(range)));
    return this.#write('setUnprotectedRanges', { unprotectedRanges }, 'unprotectedRanges');
  }
  remove(): void {
    batchUpdate('Protection.remove', [{ deleteProtectedRange: { protectedRangeId: this.#id } }]);
  }

  #editors(method: string): string[] {
    return this.#read(method).editors?.users ?? [];
  }
  #read(method: string): api.Schema$ProtectedRange {
    const all = readProtections(`Protection.${method}`);
    const found = all.find(({ protectedRangeId }) => protectedRangeId === this.#id);
    if (found === undefined) throw new Exception('The protection no longer exists.');
    return found;
  }
  #write(method: string, change: api.Schema$ProtectedRange, fields: string): this {
    const protectedRange = { protectedRangeId: this.#id, ...change };
    batchUpdate(`Protection.${method}`, [{ updateProtectedRange: { protectedRange, fields } }]);
    return this;
  }
}
