import { type Field, SECTIONS, type Section } from './settings-sections.ts';
import { formatValue } from './settings-values.ts';

/** One row of the tab Thiết lập, by the names the files have. */
export interface SettingRow {
  readonly section: Section;
  readonly track?: string;
  readonly code?: string;
  /** Absent: the section is there and holds nothing. */
  readonly field?: Field;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A campaign.json with everything said, as rows: section by section, the dated settings entry by entry. */
export function settingRows(json: Json): readonly SettingRow[] {
  const undated = SECTIONS.filter(({ owner }) => owner !== 'scope').flatMap((section) => {
    if (section.owner === 'campaign') return rowsOf(section, valueAt(json, section.path), {});
    const tracks = json.tracks as readonly Json[];
    const name = section.path.slice('tracks.'.length);
    return tracks.flatMap((track) => rowsOf(section, track[name], { track: track.code as string }));
  });
  const dated = (json.settings as readonly Json[]).flatMap((entry) => {
    const { track, valid_from: from, valid_to: to } = entry as Readonly<Record<string, string>>;
    const scope = { ...(track && { track }), ...(from && { from }), ...(to && { to }) };
    return SECTIONS.filter(({ owner }) => owner === 'scope').flatMap((section) =>
      rowsOf(section, entry[section.path.slice('settings.'.length)], scope),
    );
  });
  return [...undated, ...dated];
}

type Scope = Pick<SettingRow, 'track' | 'from' | 'to'>;

function rowsOf(section: Section, value: unknown, scope: Scope): SettingRow[] {
  if (value === undefined) return [];
  const things = (section.identity === undefined ? [value] : value) as readonly Json[];
  const rows = things.flatMap((thing) =>
    section.fields.flatMap((field): SettingRow[] => {
      const json = valueAt(thing, field.path);
      if (json === undefined) return [];
      const code = section.identity && { code: thing[section.identity] as string };
      return [{ section, ...scope, ...code, field, value: formatValue(field, json) }];
    }),
  );
  return rows.length === 0 && section.mayBeEmpty ? [{ section, ...scope, value: '' }] : rows;
}

/** "special.ratio" in {special: {ratio: …}}. */
function valueAt(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Json | undefined)?.[name], json);
}
