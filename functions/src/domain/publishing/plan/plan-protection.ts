import type { GridRange } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { SheetRequest } from '../sheet-request.ts';
import { stableId } from '../stable-id.ts';
import type { TableTab } from '../wanted.ts';

/**
 * Closes to typing what is not for people to fill. Comfort, not security: the server checks again. Ranges of ours are
 * known by their ids; people's own protections are left alone.
 */
export function planProtection(
  draft: Draft,
  tab: Pick<TableTab, 'key' | 'protection' | 'columns'>,
  { editor }: { readonly editor?: string },
): SheetRequest[] {
  const idOf = (part: string) => stableId(`protection/${draft.sheetId}/${part}`);
  const wanted = new Map<number, GridRange>();
  if (tab.protection === 'whole') wanted.set(idOf('whole'), {});
  else {
    runs(draft, tab, 'given').forEach((run, i) => void wanted.set(idOf(`given/${i}`), run));
    const endRowIndex = draft.headerRow! + 1;
    runs(draft, tab, 'filled').forEach(
      (run, i) => void wanted.set(idOf(`header/${i}`), { startRowIndex: 0, endRowIndex, ...run }),
    );
  }

  const ours = new Set([idOf('whole')]);
  for (let i = 0; i <= tab.columns.length; i++) ours.add(idOf(`given/${i}`)).add(idOf(`header/${i}`));
  const present = new Map(
    draft.protections.filter(({ id }) => ours.has(id)).map(({ id, range }) => [id, range]),
  );

  const requests: SheetRequest[] = [];
  for (const [id, range] of wanted) {
    const target = { sheetId: draft.sheetId, ...range };
    if (!present.has(id)) requests.push(add(id, target, editor));
    else if (draft.reshaped || !sameRange(present.get(id)!, range))
      requests.push({
        updateProtectedRange: { protectedRange: { protectedRangeId: id, range: target }, fields: 'range' },
      });
  }
  for (const id of present.keys())
    if (!wanted.has(id)) requests.push({ deleteProtectedRange: { protectedRangeId: id } });
  return requests;
}

function add(
  protectedRangeId: number,
  range: GridRange & { readonly sheetId: number },
  editor: string | undefined,
): SheetRequest {
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId,
        range,
        description: 'Điển hình',
        ...(editor && { editors: { users: [editor] } }),
      },
    },
  };
}

/** Neighbouring columns of one kind as one range. */
function runs(draft: Draft, tab: Pick<TableTab, 'columns'>, entry: 'given' | 'filled'): GridRange[] {
  const positions = tab.columns
    .filter((column) => column.entry === entry)
    .map((column) => draft.positionOf(column.key)!)
    .sort((a, b) => a - b);
  const found: { startColumnIndex: number; endColumnIndex: number }[] = [];
  for (const at of positions) {
    const last = found.at(-1);
    if (last?.endColumnIndex === at) last.endColumnIndex++;
    else found.push({ startColumnIndex: at, endColumnIndex: at + 1 });
  }
  return found;
}

function sameRange(a: GridRange, b: GridRange): boolean {
  return (
    (a.startRowIndex ?? 0) === (b.startRowIndex ?? 0) &&
    a.endRowIndex === b.endRowIndex &&
    (a.startColumnIndex ?? 0) === (b.startColumnIndex ?? 0) &&
    a.endColumnIndex === b.endColumnIndex
  );
}
