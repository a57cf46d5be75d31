import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { CellValue } from '../domain/form/form.ts';
import { type Micropoints, pointsOf, roundPoints } from '../domain/numbers/micropoints.ts';
import type { TableTab, WantedColumn } from '../domain/publishing/wanted.ts';

/** The kinds of columns that our tables are made of. */
export function textColumn(key: string, header: string, widthPixels: number, note?: string): WantedColumn {
  return { key, header, widthPixels, entry: 'given', align: 'left', ...(note && { note }) };
}

export function wordColumn(key: string, header: string, widthPixels: number, note?: string): WantedColumn {
  return { ...textColumn(key, header, widthPixels, note), align: 'centre' };
}

export function countColumn(key: string, header: string, note?: string): WantedColumn {
  return { ...wordColumn(key, header, 80, note), format: { kind: 'number', pattern: '0' } };
}

/** Days as dayCell makes them. */
export function dayColumn(key: string, header: string, note?: string): WantedColumn {
  return { ...wordColumn(key, header, 110, note), format: { kind: 'day' } };
}

/** Large numbers of people: "1.200" in a Vietnamese sheet. */
export function peopleColumn(key: string, header: string, note?: string): WantedColumn {
  return {
    ...wordColumn(key, header, 90, note),
    align: 'right',
    format: { kind: 'number', pattern: '#,##0' },
  };
}

/** The number is 107.14 and not 1.0714, so that colours can be told in whole numbers. */
export function percentColumn(key: string, header: string, note?: string): WantedColumn {
  return { ...wordColumn(key, header, 90, note), format: { kind: 'number', pattern: '0.00"%"' } };
}

/** "0.00" is written 97,50 in a Vietnamese sheet. */
export function pointsColumn(key: string, header: string, track?: TrackRules, note?: string): WantedColumn {
  const decimals = decimalsOf(track);
  const pattern = `0.${'0'.repeat(Math.min(2, decimals))}${'#'.repeat(Math.max(0, decimals - 2))}`;
  return {
    key,
    header,
    widthPixels: 90,
    entry: 'given',
    align: 'right',
    format: { kind: 'number', pattern: decimals === 0 ? '0' : pattern },
    ...(note && { note }),
  };
}

/** Points as the track's ranking compares them: what is printed is what decided. Without a track: exact. */
export function pointsCell(micropoints: Micropoints | undefined, track?: TrackRules): CellValue {
  return micropoints === undefined ? null : Number(pointsOf(roundPoints(micropoints, decimalsOf(track))));
}

/** A table people read and nobody fills. */
export function readOnlyTable(
  tab: Pick<TableTab, 'key' | 'title' | 'banner' | 'columns' | 'rows'> & Partial<TableTab>,
): TableTab {
  return { kind: 'table', protection: 'given', ...tab };
}

function decimalsOf(track: TrackRules | undefined): number {
  return track?.ranking.decimals ?? 6;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** How people look names up: a Vietnamese dictionary's order, "Cụm 2" before "Cụm 10". */
export function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
