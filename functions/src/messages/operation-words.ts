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

export type DeliveryTrouble =
  | 'too_many_calls'
  | 'no_rights'
  | 'unavailable'
  | 'not_found'
  | 'stored_document_unreadable'
  | 'conflict'
  | 'unexpected';

/** Why a delivery fails, from "unavailable 429" and the like. */
export function deliveryTrouble(code: string): DeliveryTrouble {
  const [word = '', status = ''] = code.split(' ');
  if (status === '429') return 'too_many_calls';
  if (status === '403') return 'no_rights';
  return PLAIN.find((known) => known === word) ?? 'unexpected';
}

const PLAIN = ['unavailable', 'not_found', 'stored_document_unreadable', 'conflict'] as const;

/** What helps: the account made an editor again, waiting, or telling the administrator the code. */
export type DeliveryRemedy = 'editor_again' | 'wait' | 'tell';

export function deliveryRemedy(code: string): DeliveryRemedy {
  const [word = '', status = ''] = code.split(' ');
  if (status === '403' || word === 'not_found') return 'editor_again';
  return word === 'unavailable' || word === 'conflict' ? 'wait' : 'tell';
}
