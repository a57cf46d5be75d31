import type { CurrentWorkbook } from '../../domain/publishing/current.ts';
import { MARK } from '../../domain/publishing/current.ts';
import { sheetIdOf } from '../../domain/publishing/stable-id.ts';
import { openSnapshot } from '../../usecases/publishing/snapshot.ts';
import { wantedWorkbook } from '../../usecases/publishing/wanted-workbook.ts';
import type { ExportedWorkbook } from '../exported-workbook.ts';
import type { Surroundings } from '../surroundings.ts';
import { planTyped } from './plan-typed.ts';

/** Brings back what people had typed into forms and registers and not sent. Returns how many cells it wrote. */
export async function restoreTyped(
  { store, google, patience, officeNow }: Surroundings,
  exported: readonly ExportedWorkbook[],
): Promise<number> {
  const snapshot = openSnapshot(store);
  let cells = 0;
  for (const { id, tabs } of exported) {
    const [known, wanted] = await Promise.all([
      snapshot.workbook(id),
      wantedWorkbook(id, snapshot, officeNow()),
    ]);
    if (known === undefined || wanted === undefined) continue;
    const current = await google.sheets.read(known.spreadsheetId, patience);
    const plans = wanted.tabs.flatMap((tab) => {
      const before = tabs.find(({ key }) => key === tab.key);
      const now = findTab(current, tab.key);
      return tab.kind === 'table' && before && now ? [planTyped(tab, before, now)] : [];
    });
    const requests = plans.flatMap((plan) => plan.requests);
    await google.sheets.apply(known.spreadsheetId, { requests }, patience);
    cells += plans.reduce((sum, plan) => sum + plan.cells, 0);
  }
  return cells;
}

function findTab({ tabs }: CurrentWorkbook, tabKey: string) {
  const marked = tabs.filter(({ marks }) =>
    marks.some(({ key, value }) => key === MARK.tab && value === tabKey),
  );
  return marked.find(({ sheetId }) => sheetId === sheetIdOf(tabKey)) ?? marked[0];
}
