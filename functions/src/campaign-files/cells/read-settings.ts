import type { At } from '../../domain/at.ts';
import { levelText, textOfCell } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';
import { byScope } from './canonical-settings.ts';
import { JsonTree } from './json-tree.ts';
import { type Field, SECTIONS, type Section } from './settings-sections.ts';
import { readValue } from './settings-values.ts';
import { EMPTY_SECTION, fieldWord, sectionWord } from './settings-words.ts';
import { rowNumber, type SheetCell, type SheetReading, type SheetRow } from './sheet-cells.ts';

export interface ReadSettings {
  readonly json: Readonly<Record<string, unknown>>;
  /** Where a path of the JSON stands in the tab; of what is not there, where its owner stands. */
  readonly placeOf: (path: string) => At;
  readonly issues: readonly Issue[];
}

/** The rows of the tab Thiết lập, in whatever order, as the JSON of campaign.json. */
export function readSettings({ rows, at }: SheetReading): ReadSettings {
  const issues: Issue[] = [];
  const settings = rows.flatMap((row) => readRow(row, issues) ?? []);
  const tree = new JsonTree(at);
  const tracks = codesOf(settings.filter(({ section }) => section.path === 'tracks'));
  const entries = [...new Map(settings.filter(isScoped).map((row) => [scopeKey(row), row])).values()];
  const scopes = new Map(entries.sort(byScope).map((row, index) => [scopeKey(row), index]));
  const items = new Map<string, Map<string, number>>();

  const ownerPath = (row: Setting): string | undefined => {
    if (row.section.owner === 'campaign') return '';
    if (row.section.owner === 'track') return trackPath(row, tracks, issues);
    return `settings[${scopes.get(scopeKey(row))}]`;
  };
  for (const row of settings) {
    const owner = ownerPath(row);
    if (owner === undefined) continue;
    if (row.section.owner === 'scope') putScope(tree, owner, row);
    put(tree, owner, row, items, issues);
  }
  return { json: tree.json, placeOf: (path) => tree.placeOf(path), issues };
}

/** One row, understood. */
interface Setting {
  readonly section: Section;
  readonly field: Field | undefined;
  readonly value: unknown;
  readonly track: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly cells: SheetRow;
}

function readRow(cells: SheetRow, issues: Issue[]): Setting | undefined {
  const { section: sectionCell, key, value, track, code, valid_from, valid_to } = cells as Cells;
  const section = chosen(sectionCell, SECTIONS, ({ path }) => sectionWord(path), issues);
  if (section === undefined) return undefined;
  const field = chosen<Field | typeof EMPTY_SECTION>(
    key,
    [...section.fields, ...(section.mayBeEmpty ? ([EMPTY_SECTION] as const) : [])],
    (each) => (each === EMPTY_SECTION ? each : fieldWord(section.path, each.path)),
    issues,
  );
  if (field === undefined) return undefined;
  const isEmpty = field === EMPTY_SECTION;
  if (textOfCell(value.raw) === '') return undefined;
  const row: Setting = {
    section,
    field: isEmpty ? undefined : field,
    value: isEmpty ? undefined : readValue(field, value.raw, value.at, issues),
    track: textOfCell(track.raw),
    code: textOfCell(code.raw),
    from: dayText(valid_from),
    to: dayText(valid_to),
    cells,
  };
  checkOwner(row, issues);
  return row;
}

type Cells = Readonly<
  Record<'section' | 'track' | 'code' | 'key' | 'value' | 'valid_from' | 'valid_to', SheetCell>
>;

function chosen<T>(
  cell: SheetCell,
  all: readonly T[],
  wordOf: (each: T) => string,
  issues: Issue[],
): T | undefined {
  const text = textOfCell(cell.raw);
  const found = all.find((each) => levelText(wordOf(each)) === levelText(text));
  if (found !== undefined) return found;
  if (text === '') issues.push({ code: 'cell_missing', header: cell.at.column ?? '', at: cell.at });
  else issues.push({ code: 'not_a_choice', text, choices: all.map(wordOf), at: cell.at });
  return undefined;
}

/** As it stands where it is no day, which the reading of the cell said. */
const dayText = ({ value, raw }: SheetCell): string => (value as string | undefined) ?? textOfCell(raw);

/** What a row says that its section has no use for, and what is missing from it. */
function checkOwner({ section, code, track, from, to, field, cells }: Setting, issues: Issue[]): void {
  const notUsed = (key: string) =>
    issues.push({ code: 'cell_not_used', header: cells[key]!.at.column ?? '', at: cells[key]!.at });
  if (section.identity === undefined && code !== '') notUsed('code');
  if (section.identity !== undefined && code === '' && field !== undefined)
    issues.push({ code: 'cell_missing', header: cells.code!.at.column ?? '', at: cells.code!.at });
  if (section.owner === 'campaign' && track !== '') notUsed('track');
  if (section.owner !== 'scope' && from !== '') notUsed('valid_from');
  if (section.owner !== 'scope' && to !== '') notUsed('valid_to');
}

const isScoped = ({ section }: Setting): boolean => section.owner === 'scope';
const scopeKey = ({ track, from, to }: Setting): string => JSON.stringify([track, from, to]);
const codesOf = (rows: readonly Setting[]): readonly string[] => [...new Set(rows.map(({ code }) => code))];

/** The track a row belongs to: the one named, or the only one. */
function trackPath(
  { track, cells }: Setting,
  tracks: readonly string[],
  issues: Issue[],
): string | undefined {
  const { at } = cells.track!;
  const index = track === '' && tracks.length === 1 ? 0 : tracks.indexOf(track);
  if (index >= 0) return `tracks[${index}].`;
  if (track === '') issues.push({ code: 'cell_missing', header: at.column ?? '', at });
  else issues.push({ code: 'code_unknown', what: 'track', value: track, at });
  return undefined;
}

function putScope(tree: JsonTree, owner: string, { track, from, to, cells }: Setting): void {
  tree.mark(owner, cells.section!.at);
  if (track !== '') tree.putOnce(`${owner}.track`, track, cells.track!.at);
  if (from !== '') tree.putOnce(`${owner}.valid_from`, from, cells.valid_from!.at);
  if (to !== '') tree.putOnce(`${owner}.valid_to`, to, cells.valid_to!.at);
}

function put(
  tree: JsonTree,
  owner: string,
  { section, field, code, value, cells }: Setting,
  items: Map<string, Map<string, number>>,
  issues: Issue[],
): void {
  const own = section.path
    .split('.')
    .slice(section.owner === 'campaign' ? 0 : 1)
    .join('.');
  const list = `${owner}${section.owner === 'scope' ? '.' : ''}${own}`;
  if (field === undefined) {
    tree.putOnce(list, section.identity === undefined ? {} : [], cells.key!.at);
    return;
  }
  let path = list;
  if (section.identity !== undefined) {
    const known = items.get(list) ?? new Map<string, number>();
    items.set(list, known);
    const index = known.get(code) ?? known.size;
    known.set(code, index);
    path = `${list}[${index}]`;
    tree.mark(path, cells.code!.at);
    if (code !== '') tree.putOnce(`${path}.${section.identity}`, code, cells.code!.at);
  } else tree.mark(path, cells.key!.at);
  const earlier = tree.put(`${path}.${field.path}`, value, cells.value!.at);
  if (earlier !== undefined)
    issues.push({ code: 'row_repeated', earlier: rowNumber(earlier), at: cells.value!.at });
}
