import type { AppErrorCode } from '../domain/app-error.ts';

/** A row of Vận hành in words: what it is about, how it stands, and what to do; '' where there is nothing to do. */
export interface OperationText {
  readonly about: string;
  readonly state: string;
  readonly todo: string;
}

/** What the words need to know besides the row. */
export interface OperationNames {
  /** A workbook's name as people know it. */
  readonly workbook: (id: string | undefined) => string;
  readonly period: (id: string) => string;
  readonly error: (code: AppErrorCode, details: Readonly<Record<string, string | number>>) => string;
}
