import type { WholeWorkbook } from '../../adapters/sheets/read-whole.ts';
import { canonicalJson } from '../../domain/digest.ts';
import { MARK } from '../../domain/publishing/current.ts';
import type { WorkbookId } from '../../ports/workbook.ts';
import type { ExportedWorkbook } from '../exported-workbook.ts';

/**
 * A workbook as files: each tab as CSV, the cells as people see them, for people; and cells.json with what was
 * typed in them, formulas and notes, and which columns are ours, for the import.
 */
export function workbookFiles(id: WorkbookId, whole: WholeWorkbook): Readonly<Record<string, string>> {
  const folder = workbookFolder(id);
  const csv = whole.current.tabs.map(({ title, values }, i) => {
    const shown = whole.tabs[i]?.shown ?? [];
    const lines = shown.map((row, r) => row.map((cell, c) => csvCell(cell, values[r]?.[c])).join(','));
    const name = `${String(i + 1).padStart(2, '0')} ${fileName(title)}.csv`;
    return [`${folder}/${name}`, `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`] as const;
  });
  const cells = `${canonicalJson(exportedOf(id, whole))}\n`;
  return { [`${folder}/cells.json`]: cells, ...Object.fromEntries(csv) };
}

/** A colon is no part of a file's name everywhere. */
const workbookFolder = (id: WorkbookId): string => `workbooks/${id.replace(':', '.')}`;

function exportedOf(id: WorkbookId, { title, current, tabs }: WholeWorkbook): ExportedWorkbook {
  return {
    id,
    title,
    tabs: current.tabs.map((tab, i) => ({
      key: tab.marks.find(({ key }) => key === MARK.tab)?.value ?? null,
      title: tab.title,
      header: tab.rowMarks.find(({ key, value }) => key === MARK.row && value === 'header')?.at ?? null,
      columns: tab.columnMarks
        .filter(({ key }) => key === MARK.column)
        .map(({ value, at }) => ({ key: value, at })),
      values: tab.values.map((row, r) =>
        row.map((cell, c) => (isFormula(cell) ? { ...cell, shown: tabs[i]?.shown[r]?.[c] ?? '' } : cell)),
      ),
      notes: [...(tabs[i]?.notes ?? [])],
    })),
  };
}

function isFormula(cell: unknown): cell is { readonly formula: string } {
  return typeof cell === 'object' && cell !== null;
}

/** A text that a spreadsheet program would take for a formula gets an apostrophe; a number never does. */
function csvCell(shown: string, entered: unknown): string {
  const isText = typeof entered === 'string';
  const safe = isText && /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function fileName(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a file has them
  const plain = title.normalize('NFC').replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '-');
  return [...plain].slice(0, 60).join('').trim();
}
