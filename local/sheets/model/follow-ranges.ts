import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** Where a range of the edited sheet is afterwards: the same object when it did not move, undefined when it is gone. */
export type Follow = (range: api.Schema$GridRange) => api.Schema$GridRange | undefined;

/**
 * Takes every range on the sheet along when cells of it have moved: merges, protections, bands, the filter,
 * conditional formats, named ranges, and the sources of charts on any sheet.
 */
export function followRanges(book: Spreadsheet, sheet: Sheet, follow: Follow): void {
  const { state } = sheet;
  const ranges = <T extends { range?: api.Schema$GridRange }>(list: readonly T[]): readonly T[] =>
    keepSame(
      list,
      list.flatMap((one) => {
        const range = follow(one.range ?? {});
        return range ? [{ ...one, range }] : [];
      }),
    );
  const merges = state.merges.flatMap((merge) => follow(merge) ?? []);
  state.merges = keepSame(state.merges, merges.filter(isLargerThanCell));
  const free = (one: api.Schema$ProtectedRange): api.Schema$ProtectedRange =>
    one.unprotectedRanges
      ? { ...one, unprotectedRanges: one.unprotectedRanges.flatMap((range) => follow(range) ?? []) }
      : one;
  state.protectedRanges = keepSame(state.protectedRanges, ranges(state.protectedRanges).map(free));
  state.bandedRanges = ranges(state.bandedRanges);
  state.basicFilter = state.basicFilter && (ranges([state.basicFilter])[0] ?? null);
  state.conditionalFormats = keepSame(
    state.conditionalFormats,
    state.conditionalFormats.flatMap((rule) => {
      const followed = (rule.ranges ?? []).flatMap((range) => follow(range) ?? []);
      return followed.length > 0 ? [{ ...rule, ranges: followed }] : [];
    }),
  );
  for (const { state: holder } of book.sheets) {
    const charts = holder.charts.map((chart) => ({
      ...chart,
      spec: followSources(chart.spec, sheet.id, follow) as api.Schema$ChartSpec,
    }));
    holder.charts = keepSame(holder.charts, charts);
  }
  book.namedRanges = keepSame(
    book.namedRanges,
    book.namedRanges.flatMap((named) => {
      if ((named.range?.sheetId ?? 0) !== sheet.id) return [named];
      const range = follow(named.range!);
      return range ? [{ ...named, range }] : [];
    }),
  );
}

/** An equal list is the same list, so that nothing is journalled for what did not change. */
export function keepSame<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return before.length === after.length && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

const isLargerThanCell = (range: api.Schema$GridRange) =>
  range.endRowIndex! - range.startRowIndex! > 1 || range.endColumnIndex! - range.startColumnIndex! > 1;

/** A chart's specification is kept as given, but every `sources` list in it is of grid ranges. */
function followSources(value: unknown, sheetId: number, follow: Follow): unknown {
  if (Array.isArray(value)) return value.map((item) => followSources(item, sheetId, follow));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'sources' || !Array.isArray(inner)) return [key, followSources(inner, sheetId, follow)];
      const sources = inner as api.Schema$GridRange[];
      return [
        key,
        sources.flatMap((range) => ((range.sheetId ?? 0) === sheetId ? (follow(range) ?? []) : [range])),
      ];
    }),
  );
}
