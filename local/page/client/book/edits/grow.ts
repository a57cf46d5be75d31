import type { TabView } from '../../../view/types.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { idOf } from '../univer/to-univer.ts';
import { FROM_SERVER, type LocalEdit } from './local-edits.ts';

/** Makes a tab larger at its end, here and on the server: for a pasted block that reaches past it. */
export function growTab(
  sheet: Spreadsheet,
  tab: TabView,
  by: { readonly rows: number; readonly columns: number },
  push: (edit: LocalEdit) => void,
): void {
  const grow = (dimension: 'rows' | 'columns', before: number, count: number): void => {
    if (count <= 0) return;
    const [name, parameter] =
      dimension === 'rows' ? ['row-count', 'rowCount'] : ['column-count', 'columnCount'];
    sheet.commands.syncExecuteCommand(
      `sheet.mutation.set-worksheet-${name}`,
      { unitId: sheet.unitId, subUnitId: idOf(tab.sheetId), [parameter!]: before + count },
      FROM_SERVER,
    );
    const appendDimension = {
      sheetId: tab.sheetId,
      dimension: dimension === 'rows' ? 'ROWS' : 'COLUMNS',
      length: count,
    };
    push({
      sheetId: tab.sheetId,
      edits: [{ kind: 'requests', requests: [{ appendDimension }] }],
      cells: [],
      shift: { dimension, at: before, count },
    });
  };
  grow('rows', tab.rowCount, by.rows);
  grow('columns', tab.columnCount, by.columns);
}
