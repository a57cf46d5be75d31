import type { Draft } from '../draft.ts';
import type { Border, CellFormatData, SheetRange, SheetRequest } from '../sheet-request.ts';
import type { Colour, RowLook, TableTab } from '../wanted.ts';

const INK: Colour = { red: 0.6, green: 0.6, blue: 0.6 };
const LINE: Border = { style: 'SOLID', colorStyle: { rgbColor: INK } };
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Puts the looks of single rows over what the columns' dress says. `anew`: earlier looks are taken off first. */
export function planLooks(draft: Draft, tab: TableTab, { anew }: { readonly anew: boolean }): SheetRequest[] {
  const header = draft.headerRow!;
  const stretches = ourStretches(draft, tab);
  const over = (from: number, to: number | undefined, format: CellFormatData, fields: string) =>
    stretches.map(
      (columns): SheetRequest => ({
        repeatCell: {
          range: {
            sheetId: draft.sheetId,
            startRowIndex: from,
            ...(to !== undefined && { endRowIndex: to }),
            ...columns,
          },
          cell: { userEnteredFormat: format },
          fields: `userEnteredFormat(${fields})`,
        },
      }),
    );
  return [
    ...(anew ? over(header + 1, undefined, {}, 'borders,textFormat') : []),
    ...(tab.paper ? over(header, header + 1, { borders: BOX }, 'borders') : []),
    ...runsOf(tab.looks ?? []).flatMap(({ look, from, to }) => {
      const { format, fields } = FORMATS[look];
      return over(header + 1 + from, header + 1 + to, format, fields);
    }),
  ];
}

const TEXT = 'horizontalAlignment,wrapStrategy,textFormat.bold';
const FORMATS: Readonly<Record<RowLook, { readonly format: CellFormatData; readonly fields: string }>> = {
  boxed: { format: { borders: BOX, verticalAlignment: 'MIDDLE' }, fields: 'borders,verticalAlignment' },
  heading: { format: text('LEFT', true), fields: TEXT },
  line: { format: text('LEFT', false), fields: TEXT },
  signature: { format: text('CENTER', false), fields: TEXT },
};

function text(horizontalAlignment: 'LEFT' | 'CENTER', bold: boolean): CellFormatData {
  return { horizontalAlignment, wrapStrategy: 'OVERFLOW_CELL', ...(bold && { textFormat: { bold } }) };
}

/** Neighbouring rows of one look, half open, counted from 0. */
function runsOf(looks: readonly (RowLook | undefined)[]) {
  const runs: { readonly look: RowLook; readonly from: number; to: number }[] = [];
  for (const [at, look] of looks.entries()) {
    const last = runs.at(-1);
    if (last?.look === look && last?.to === at) last.to++;
    else if (look !== undefined) runs.push({ look, from: at, to: at + 1 });
  }
  return runs;
}

/** Our columns, neighbours as one stretch: people's own columns between them keep their looks. */
function ourStretches(
  draft: Draft,
  tab: TableTab,
): Pick<SheetRange, 'startColumnIndex' | 'endColumnIndex'>[] {
  const stretches: { startColumnIndex: number; endColumnIndex: number }[] = [];
  for (const at of tab.columns.map(({ key }) => draft.positionOf(key)!).sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last?.endColumnIndex === at) last.endColumnIndex++;
    else stretches.push({ startColumnIndex: at, endColumnIndex: at + 1 });
  }
  return stretches;
}
