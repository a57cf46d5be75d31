import type { RegisterId } from '../domain/register/reference-kind.ts';
import type { KeptRow } from '../domain/register/register.ts';

export interface RegisterReader {
  /** How often the rows of one owner (a unit, or without one the office) were changed: each change raises it. */
  registerRevision(register: RegisterId, unitId?: string): Promise<number>;
  registerRow(register: RegisterId, code: string): Promise<KeptRow | undefined>;
  /** Of one unit, or all; those that were added first come first. */
  registerRows(register: RegisterId, unitId?: string): Promise<readonly KeptRow[]>;
}

export interface RegisterWriter {
  /** `before`: as in putSubmission. */
  putRegisterRow(row: KeptRow, before?: KeptRow): void;
  putRegisterRevision(register: RegisterId, unitId: string | undefined, revision: number): void;
}
