import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

export type Dimension = 'ROWS' | 'COLUMNS';

/** A change of a sheet's rows or columns. `move.to` is counted before anything is taken out. */
export type DimensionEdit =
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; start: number; end: number }
  | { kind: 'move'; start: number; end: number; to: number };

/** A half-open stretch of rows or columns; a missing side is open. */
export interface Span {
  start: number | undefined;
  end: number | undefined;
}

/**
 * Where a stretch is after the edit; undefined when nothing is left of it. Inserting strictly inside stretches it,
 * at its first line pushes it. A moved block takes along what lies wholly inside it; for the rest it is taken out
 * and put in again.
 */
export function followSpan({ start, end }: Span, edit: DimensionEdit): Span | undefined {
  switch (edit.kind) {
    case 'insert':
      return {
        start: start === undefined ? undefined : start >= edit.at ? start + edit.count : start,
        end: end === undefined ? undefined : end > edit.at ? end + edit.count : end,
      };
    case 'delete': {
      const cut = (index: number) =>
        index <= edit.start ? index : Math.max(edit.start, index - (edit.end - edit.start));
      const left = start === undefined ? undefined : cut(start);
      const right = end === undefined ? undefined : cut(end);
      if (end !== undefined && start !== end && (left ?? 0) >= right!) return undefined;
      return { start: left, end: right };
    }
    case 'move': {
      const count = edit.end - edit.start;
      if (start !== undefined && end !== undefined && start >= edit.start && end <= edit.end) {
        const by = (edit.to > edit.start ? edit.to - count : edit.to) - edit.start;
        return { start: start + by, end: end + by };
      }
      const within = (start ?? 0) <= edit.start && (end ?? Infinity) >= edit.end;
      if (within && (start ?? 0) <= edit.to && (end ?? Infinity) >= edit.to) return { start, end };
      const rest = followSpan({ start, end }, { kind: 'delete', start: edit.start, end: edit.end });
      const at = edit.to > edit.start ? edit.to - count : edit.to;
      return rest && followSpan(rest, { kind: 'insert', at, count });
    }
  }
}

/** The list with its items inserted (as `undefined`), deleted or moved. Items past the end are not made up. */
export function editList<T>(list: readonly T[], edit: DimensionEdit, blank: T): T[] {
  switch (edit.kind) {
    case 'insert': {
      if (edit.at >= list.length) return [...list];
      return [...list.slice(0, edit.at), ...Array<T>(edit.count).fill(blank), ...list.slice(edit.at)];
    }
    case 'delete':
      return [...list.slice(0, edit.start), ...list.slice(edit.end)];
    case 'move': {
      const long = [...list];
      while (long.length < Math.max(edit.end, edit.to)) long.push(blank);
      const block = long.splice(edit.start, edit.end - edit.start);
      long.splice(edit.to > edit.start ? edit.to - block.length : edit.to, 0, ...block);
      return long;
    }
  }
}

/** A grid range after an edit of its sheet; undefined when it is gone. */
export function followRange<R extends api.Schema$GridRange>(
  range: R,
  dimension: Dimension,
  edit: DimensionEdit,
): R | undefined {
  const [from, to] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const span = followSpan({ start: range[from] ?? undefined, end: range[to] ?? undefined }, edit);
  if (span === undefined) return undefined;
  const { [from]: _from, [to]: _to, ...rest } = range;
  return {
    ...rest,
    ...(span.start !== undefined && { [from]: span.start }),
    ...(span.end !== undefined && { [to]: span.end }),
  } as unknown as R;
}
