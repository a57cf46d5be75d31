import type { WantedTab, WantedWorkbook } from '../../functions/src/domain/publishing/wanted.ts';

/** A workbook as lines of text, to be compared whole: tabs, what stands above the headers, headers, rows. */
export function shown({ tabs }: Pick<WantedWorkbook, 'tabs'>): string[] {
  return tabs.flatMap(shownTab);
}

function shownTab(tab: WantedTab): string[] {
  if (tab.kind === 'kept') return [`## ${tab.key}: kept`, ...(tab.line ? [tab.line.text] : [])];
  return [
    `## ${tab.title}`,
    ...tab.banner,
    tab.columns.map(({ header, entry }) => (entry === 'filled' ? `[${header}]` : header)).join(' | '),
    ...tab.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))).join(' | ')),
  ];
}
