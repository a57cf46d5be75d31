import {
  type ICellCustomRender,
  type ICellData,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { contains } from '../../../view/box.ts';
import type { TabView } from '../../../view/types.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { CellExtras } from './to-univer.ts';

export interface LookOptions {
  readonly mayEdit: () => boolean;
  readonly tab: (sheetId: number) => TabView | undefined;
  /** The arrow of a cell with a list was pressed. */
  readonly choose: (cell: { row: number; column: number }) => void;
}

const NOTE_MARK = { color: '#e8710a', size: 7 };
/** Pixels from the cell's right edge. */
const ARROW_WIDTH = 18;

/** What a cell shows beside its text: a corner for a note, an arrow for a list, a veil where one may not type. */
export function showLooks(sheet: Spreadsheet, { mayEdit, tab, choose }: LookOptions): () => void {
  const arrow = arrowOf(choose);
  const looks = sheet.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 100,
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    handler: (cell, { subUnitId, row, col }, next) => {
      const view = tab(Number(subUnitId));
      const { note, choices } = (cell?.custom ?? {}) as CellExtras;
      const open = mayEdit();
      const closed = open && view?.closed.some((box) => contains(box, row, col));
      const withArrow = choices !== undefined && open && !closed;
      const filled = cell !== null && cell !== undefined && hasFill(sheet, cell);
      if (!note && !withArrow && !closed && !filled) return next(cell);
      const shown: ICellDataForSheetInterceptor = { ...cell };
      if (note) shown.markers = { ...shown.markers, tr: NOTE_MARK };
      if (withArrow) {
        shown.customRender = [...(shown.customRender ?? []), arrow];
        shown.fontRenderExtension = { ...shown.fontRenderExtension, rightOffset: ARROW_WIDTH };
      }
      if (filled) shown.customRender = [...(shown.customRender ?? []), EDGES];
      if (closed) shown.customRender = [...(shown.customRender ?? []), VEIL];
      return next(shown);
    },
  });
  return () => looks.dispose();
}

function arrowOf(choose: LookOptions['choose']): ICellCustomRender {
  return {
    zIndex: 20,
    drawWith(context, { primaryWithCoord }) {
      const { endX, startY, endY } = placeOf(primaryWithCoord);
      const [x, y] = [endX - ARROW_WIDTH / 2 - 1, (startY + endY) / 2];
      context.save();
      context.beginPath();
      context.moveTo(x - 4, y - 2);
      context.lineTo(x, y + 2.5);
      context.lineTo(x + 4, y - 2);
      context.lineWidth = 1.6;
      context.strokeStyle = '#5f6b78';
      context.stroke();
      context.restore();
    },
    isHit: ({ x }, { primaryWithCoord }) => x >= placeOf(primaryWithCoord).endX - ARROW_WIDTH,
    // Once the press is over: until then Univer moves the focus to its editor.
    onPointerDown: ({ row, col }) =>
      addEventListener('pointerup', () => setTimeout(() => choose({ row, column: col })), { once: true }),
  };
}

const VEIL: ICellCustomRender = {
  zIndex: -1,
  drawWith(context, { primaryWithCoord }) {
    const { startX, startY, endX, endY } = placeOf(primaryWithCoord);
    context.save();
    context.fillStyle = 'rgba(52,64,84,0.045)';
    context.fillRect(startX, startY, endX - startX, endY - startY);
    context.restore();
  },
};

const hasFill = (sheet: Spreadsheet, cell: ICellData): boolean =>
  Boolean(sheet.workbook.getStyles().getStyleByCell(cell)?.bg?.rgb);

/** A fill covers the grid's lines; where one types one wants to see the cells all the same. */
const EDGES: ICellCustomRender = {
  zIndex: -2,
  drawWith(context, { primaryWithCoord }) {
    const { startX, startY, endX, endY } = placeOf(primaryWithCoord);
    context.save();
    context.fillStyle = 'rgba(60,64,67,0.11)';
    context.fillRect(endX - 1, startY, 1, endY - startY);
    context.fillRect(startX, endY - 1, endX - startX, 1);
    context.restore();
  },
};

interface Place {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
}

/** A merged cell's whole place. */
function placeOf(
  given: Place & { isMergedMainCell?: boolean; isMerged?: boolean; mergeInfo?: Place },
): Place {
  return (given.isMergedMainCell || given.isMerged) && given.mergeInfo ? given.mergeInfo : given;
}
