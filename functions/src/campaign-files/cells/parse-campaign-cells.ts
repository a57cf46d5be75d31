import type { At } from '../../domain/at.ts';
import type { FormCells } from '../../domain/form/form.ts';
import type { Checked, Issue } from '../../domain/issue.ts';
import { SETUP_FORMS, type SetupFormId } from '../../domain/setup/setup-forms.ts';
import type { FileRow } from '../format/campaign-content.ts';
import { contentOf, csvOf, filesOf } from '../format/format-campaign.ts';
import { type ParsedCampaign, parseCampaignFiles } from '../parse-campaign-files.ts';
import { inCells, type Places } from './place-issues.ts';
import { type ReadSettings, readSettings } from './read-settings.ts';
import { byPlace, readSheet, type SheetReading } from './sheet-cells.ts';
import { fileRow } from './table-cells.ts';

/** The configuration tabs as they stand; a tab that is not here is as it is stored. */
export type SetupCells = { readonly [Id in SetupFormId]?: FormCells };

/**
 * A campaign out of the office's forms. The cells become the campaign's files, and those go through the one parser:
 * every issue is told at once, with its tab and cell. Without anything stored, all tabs are needed. `check` says
 * what else stands in the way of a campaign that is right by itself, with places in the files.
 */
export function parseCampaignCells(
  cells: SetupCells,
  stored: ParsedCampaign | undefined,
  check: (parsed: ParsedCampaign) => readonly Issue[] = () => [],
): Checked<ParsedCampaign> {
  const sheets = new Map<SetupFormId, SheetReading>();
  for (const id of IDS) if (cells[id] !== undefined) sheets.set(id, readSheet(id, cells[id]));
  const own = [...sheets.values()].flatMap(({ issues }) => issues);
  // Without its header nothing of a tab is known, and nothing can be held against it.
  if ([...sheets.values()].some(({ isReadable }) => !isReadable)) return { ok: false, issues: inOrder(own) };

  const settings = sheets.get('settings');
  const read = settings && readSettings(settings);
  own.push(...(read?.issues ?? []));
  const files: Record<string, string> = stored === undefined ? {} : { ...filesOf(contentOf(stored)) };
  if (read !== undefined) files['campaign.json'] = JSON.stringify(read.json);
  for (const [id, { rows }] of sheets)
    if (id !== 'settings')
      files[`${id}.csv`] = tableText(
        id,
        rows.map((row) => fileRow(row, own)),
      );

  const parsed = parseCampaignFiles(files);
  const found = parsed.ok ? check(parsed.value) : parsed.issues;
  const issues = [...own, ...newIssues(found, own, placesOf(sheets, read))];
  if (issues.length > 0) return { ok: false, issues: inOrder(issues) };
  return parsed;
}

const IDS = Object.keys(SETUP_FORMS) as SetupFormId[];

/** Where a cell was refused already, the parser has nothing to add. */
function newIssues(parsed: readonly Issue[], own: readonly Issue[], places: Places): Issue[] {
  const told = new Set(own.map(({ at }) => keyOf(at)));
  return parsed
    .map((issue) => inCells(issue, places))
    .filter(({ at }) => at.cell === undefined || !told.has(keyOf(at)));
}

const keyOf = ({ tab, cell }: At): string => `${tab} ${cell}`;

function placesOf(
  sheets: ReadonlyMap<SetupFormId, SheetReading>,
  settings: ReadSettings | undefined,
): Places {
  return {
    inSettings: settings?.placeOf,
    inTable(id, row, column) {
      const sheet = sheets.get(id);
      if (sheet === undefined) return undefined;
      const cells = sheet.rows[row - FIRST_ROW];
      // A column of the file that is none of the tab's is one of the attributes.
      const key = column === undefined || (cells && column in cells) ? column : 'attributes';
      const [first] = Object.values(cells ?? {});
      return (key === undefined ? first : cells?.[key])?.at ?? first?.at ?? sheet.at;
    },
  };
}

/** In a CSV file the header is row 1. */
const FIRST_ROW = 2;

/** The file of a table: all of the form's columns, and whatever attributes the rows name. */
function tableText(id: Exclude<SetupFormId, 'settings'>, rows: readonly FileRow[]): string {
  const own = SETUP_FORMS[id].columns.map(({ key }) => key).filter((key) => key !== 'attributes');
  const columns = new Set([...own, ...rows.flatMap((row) => Object.keys(row))]);
  return csvOf({ columns: [...columns], rows });
}

function inOrder(issues: readonly Issue[]): readonly Issue[] {
  const rank = ({ tab }: At) => IDS.indexOf(tab as SetupFormId) >>> 0;
  return [...issues].sort((a, b) => rank(a.at) - rank(b.at) || byPlace(a.at, b.at));
}
