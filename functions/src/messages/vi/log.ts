import { showRegisterRow } from '../register-row.ts';
import { showPeriodId } from './period-id.ts';

/** What an entry of the log is about. */
export interface LoggedFacts {
  /** Its name. */
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** "Nộp phiếu: Xã An Bình, Tháng 03/2024, lần 1." */
export function explainEntry(action: string, { unit, period, details = {} }: LoggedFacts): string {
  const { version, revision, issues } = details;
  const parts = [
    unit,
    period && showPeriodId(period),
    showRegisterRow(details),
    version && `phiên bản ${version}`,
    revision && `lần ${revision}`,
    issues && `${issues} chỗ cần sửa`,
  ].filter((part) => part !== undefined);
  return `${[action, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ')}.`;
}
