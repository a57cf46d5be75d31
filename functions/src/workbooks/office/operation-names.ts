import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { OperationNames } from '../../messages/operation-words.ts';
import { explainError } from '../../messages/vi/errors.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';

/** Names as people of the office know them; a unit's newest. */
export function operationNames({ units }: Pick<Campaign, 'units'>): OperationNames {
  const names = new Map(units.map(({ id, name }) => [`unit:${id}`, name]));
  return {
    workbook: (id) => (id === undefined ? 'một sổ' : (NAMES[id] ?? `sổ của ${names.get(id) ?? id}`)),
    period: (id) => showPeriodId(id).toLowerCase(),
    error: explainError,
  };
}

const NAMES: Readonly<Record<string, string>> = {
  office: 'sổ Điều hành',
  summary: 'sổ Tổng hợp',
  units: 'sổ của mọi đơn vị',
};
