import {
  IRenderManagerService,
  type Scene,
  type SpreadsheetSkeleton,
  type Viewport,
} from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Spreadsheet } from './spreadsheet.ts';

/** Pixels on the screen, from the upper left corner of the grid's canvas. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly scene: Scene;
  readonly scale: { readonly scaleX: number; readonly scaleY: number };
  readonly skeleton: SpreadsheetSkeleton;
  readonly main: Viewport;
}

function drawn(sheet: Spreadsheet): Drawn | undefined {
  const render = sheet.get<IRenderManagerService>(IRenderManagerService).getRenderById(sheet.unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const main = render?.scene.getViewport('viewMain');
  if (!render || !skeleton || !main) return undefined;
  return { scene: render.scene, scale: render.scene.getAncestorScale(), skeleton, main };
}

/** Where a cell of the active tab is; it may lie outside of what is seen. */
export function cellRectangle(sheet: Spreadsheet, row: number, column: number): Rectangle | undefined {
  const now = drawn(sheet);
  if (!now) return undefined;
  const { mergeInfo } = now.skeleton.getCellWithCoordByIndex(row, column);
  const { scaleX, scaleY } = now.scale;
  const freeze = sheet.workbook.getActiveSheet()?.getFreeze();
  const x = column < (freeze?.startColumn ?? -1) ? 0 : (now.main.viewportScrollX ?? 0);
  const y = row < (freeze?.startRow ?? -1) ? 0 : (now.main.viewportScrollY ?? 0);
  return {
    left: (mergeInfo.startX - x) * scaleX,
    top: (mergeInfo.startY - y) * scaleY,
    width: (mergeInfo.endX - mergeInfo.startX) * scaleX,
    height: (mergeInfo.endY - mergeInfo.startY) * scaleY,
  };
}

/** What is seen of the part that scrolls, and how large a pixel of the sheet is in it. */
export function scrolledPart(sheet: Spreadsheet): (Rectangle & { readonly scale: number }) | undefined {
  const now = drawn(sheet);
  if (!now) return undefined;
  const { left, top, width, height } = now.main;
  return { left, top, width: width ?? 0, height: height ?? 0, scale: now.scale.scaleX };
}

/** The element that the grid is drawn in. */
export function gridElement(container: HTMLElement): HTMLElement | undefined {
  return (
    container.querySelector<HTMLElement>('canvas[id^="univer-sheet-main-canvas"]')?.parentElement ?? undefined
  );
}
