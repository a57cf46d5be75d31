import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { describeGroup } from '../spreadsheets/describe.ts';
import { invalid } from '../wire/errors.ts';
import { maskReaches } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { dimensionGroup } from '../wire/messages/parts.ts';
import { dimensionRange } from '../wire/messages/ranges.ts';
import { readStretch, type Stretch } from './dimensions.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

type Group = api.Schema$DimensionGroup;

/** Groups are levels: adding one puts its lines one level deeper, deleting one lifts them. */
export const addDimensionGroup = kind<api.Schema$AddDimensionGroupRequest>(
  message('AddDimensionGroupRequest', { range: dimensionRange }),
  ({ book, guard }, request) => regroup(guard, readStretch(book, request.range), 1),
);

export const deleteDimensionGroup = kind<api.Schema$DeleteDimensionGroupRequest>(
  message('DeleteDimensionGroupRequest', { range: dimensionRange }),
  ({ book, guard }, request) => regroup(guard, readStretch(book, request.range), -1),
);

export const updateDimensionGroup = kind<api.Schema$UpdateDimensionGroupRequest>(
  message('UpdateDimensionGroupRequest', { dimensionGroup, fields: 'mask' }),
  ({ book, guard }, request) => {
    const mask = readMask(request.fields, dimensionGroup);
    const stretch = readStretch(book, request.dimensionGroup?.range);
    guard.touchSheet(stretch.sheet);
    const part = partOf(stretch);
    const { depth = 1, collapsed } = request.dimensionGroup!;
    const same = (one: Group) =>
      one.range!.startIndex === stretch.start && one.range!.endIndex === stretch.end && one.depth === depth;
    if (!stretch.sheet.state[part].some(same)) throw invalid('No group with that range and depth.');
    if (!maskReaches(mask, 'collapsed')) return;
    stretch.sheet.state[part] = stretch.sheet.state[part].map((one) =>
      same(one) ? { ...one, collapsed: !!collapsed } : one,
    );
  },
);

const partOf = ({ dimension }: Stretch) => (dimension === 'ROWS' ? 'rowGroups' : 'columnGroups');

type Guarding = { touchSheet(sheet: Stretch['sheet']): void };

function regroup(guard: Guarding, stretch: Stretch, change: 1 | -1): { dimensionGroups?: Group[] } {
  const { sheet, dimension, start, end } = stretch;
  guard.touchSheet(sheet);
  const part = partOf(stretch);
  const before = sheet.state[part];
  const depths: number[] = [];
  const deepen = (from: number, to: number, by: number) => {
    for (let line = from; line < to; line++) depths[line] = (depths[line] ?? 0) + by;
  };
  for (const { range } of before) deepen(range!.startIndex!, range!.endIndex!, 1);
  if (change < 0 && !depths.slice(start, end).some((depth) => depth > 0))
    throw invalid('There is no group to delete.');
  deepen(start, end, change);
  const groups = levels(depths).map(({ from, to, depth }) => {
    const range = { sheetId: sheet.id, dimension, startIndex: from, endIndex: to };
    const old = before.find(
      (one) => one.depth === depth && one.range!.startIndex === from && one.range!.endIndex === to,
    );
    return old ?? { range, depth };
  });
  sheet.state[part] = groups;
  if (change > 0) putControlAfter(stretch);
  return groups.length > 0 ? { dimensionGroups: groups.map(describeGroup) } : {};
}

/** The first group of a sheet turns its control to the end; it stays there when the group goes. */
function putControlAfter({ sheet, dimension }: Stretch): void {
  const control = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const { properties } = sheet.state;
  sheet.state.properties = {
    ...properties,
    gridProperties: { ...properties.gridProperties, [control]: true },
  };
}

/** The unbroken stretches of each depth, shallow ones first. */
function levels(depths: number[]): { from: number; to: number; depth: number }[] {
  const found: { from: number; to: number; depth: number }[] = [];
  const deepest = Math.max(0, ...depths.filter((depth) => depth !== undefined));
  for (let depth = 1; depth <= deepest; depth++)
    for (let line = 0; line < depths.length; line++) {
      if ((depths[line] ?? 0) < depth) continue;
      const from = line;
      while (line < depths.length && (depths[line] ?? 0) >= depth) line++;
      found.push({ from, to: line, depth });
    }
  return found;
}
