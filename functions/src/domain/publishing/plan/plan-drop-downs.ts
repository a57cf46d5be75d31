import type { Draft } from '../draft.ts';
import type { CellData, SheetRequest } from '../sheet-request.ts';
import { fingerprintOf } from '../stable-id.ts';
import type { TableTab, WantedColumn } from '../wanted.ts';

/** The drop-down of a whole column, as a part of its cells. */
export function dropDownOf({ choices, list }: WantedColumn): Pick<CellData, 'dataValidation'> {
  const offered = choices ?? list ?? [];
  return offered.length === 0 ? {} : { dataValidation: dropDown(offered) };
}

/** What each growing drop-down offers, as fingerprints by column. */
export function listPrints({ columns }: TableTab): Readonly<Record<string, string>> {
  const growing = columns.filter(({ list }) => list !== undefined);
  return Object.fromEntries(growing.map(({ key, list }) => [key, fingerprintOf(list)]));
}

/** Drop-downs that offer something else than before, alone; columns that are dressed anew have theirs already. */
export function renewedLists(
  draft: Draft,
  tab: TableTab,
  dressed: readonly WantedColumn[],
  before: Readonly<Record<string, string>>,
): SheetRequest[] {
  const prints = listPrints(tab);
  return tab.columns
    .filter((column) => !dressed.includes(column) && prints[column.key] !== before[column.key])
    .map((column) => {
      const at = draft.positionOf(column.key)!;
      return {
        repeatCell: {
          range: {
            sheetId: draft.sheetId,
            startRowIndex: draft.headerRow! + 1,
            startColumnIndex: at,
            endColumnIndex: at + 1,
          },
          cell: dropDownOf(column),
          fields: 'dataValidation',
        },
      };
    });
}

/** One request for neighbouring rows with the same choices. */
export function rowDropDowns(draft: Draft, tab: TableTab): SheetRequest[] {
  const { rowChoices } = tab;
  if (rowChoices === undefined) return [];
  const at = draft.positionOf(rowChoices.column)!;
  const blocks: { start: number; end: number; choices: readonly string[] | undefined }[] = [];
  for (const { index, row } of draft.newRows) {
    const choices = rowChoices.choices[index];
    const last = blocks.at(-1);
    if (last?.end === row && JSON.stringify(last.choices) === JSON.stringify(choices)) last.end++;
    else blocks.push({ start: row, end: row + 1, choices });
  }
  return blocks
    .filter(({ choices }) => choices !== undefined || !draft.isNew)
    .map(({ start, end, choices }) => ({
      repeatCell: {
        range: {
          sheetId: draft.sheetId,
          startRowIndex: start,
          endRowIndex: end,
          startColumnIndex: at,
          endColumnIndex: at + 1,
        },
        cell: choices ? { dataValidation: dropDown(choices) } : {},
        fields: 'dataValidation',
      },
    }));
}

/** A drop-down helps; what may stand there is decided by the one validator, with a sentence. */
function dropDown(choices: readonly string[]): NonNullable<CellData['dataValidation']> {
  const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
  return { condition: { type: 'ONE_OF_LIST', values }, strict: false, showCustomUi: true };
}
