import type { Day } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { KeptRow } from '../../domain/register/register.ts';
import { factor } from '../../domain/register/registers/factor.ts';
import { byName, readOnlyTable, textColumn } from '../column.ts';
import { formColumns } from '../form-columns.ts';

export interface FactorsContent {
  readonly units: ReadonlyMap<string, Unit>;
  readonly factors: readonly KeptRow[];
  readonly registrations: readonly KeptRow[];
  readonly fieldNames: ReadonlyMap<string, string>;
}

/** Theo dõi nhân tố: the watch lists of all units in one (DOMAIN R8), for the office to follow up. */
export function factorsTab({ units, factors, registrations, fieldNames }: FactorsContent): TableTab {
  const registered = new Map(registrations.map(({ code, values }) => [code, String(values.name ?? code)]));
  const unitName = ({ unitId = '' }: KeptRow) => units.get(unitId)?.name ?? unitId;
  const cell = (key: string, kind: string, { values }: KeptRow): CellValue => {
    const value = values[key];
    if (value === undefined) return null;
    if (kind === 'day') return dayCell(value as Day);
    const names = key === 'field' ? fieldNames : key === 'registration' ? registered : undefined;
    return names?.get(String(value)) ?? value;
  };
  return readOnlyTable({
    key: 'factors',
    title: 'Theo dõi nhân tố',
    banner: ['Nhân tố của các đơn vị: ai phát hiện, ai bồi dưỡng, đã giới thiệu làm ứng viên khi nào'],
    frozenColumns: 2,
    columns: [
      textColumn('unit', 'Đơn vị', 200),
      ...formColumns(factor)
        .slice(1)
        .map((column) => ({ ...column, entry: 'given' as const, choices: undefined })),
    ],
    rows: [...factors]
      .sort((a, b) => byName(unitName(a), unitName(b)) || a.addedAt.getTime() - b.addedAt.getTime())
      .map((row) => [unitName(row), ...factor.columns.slice(1).map(({ key, kind }) => cell(key, kind, row))]),
  });
}
