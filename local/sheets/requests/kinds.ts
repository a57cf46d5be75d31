import { addSheet } from './add-sheet.ts';
import { appendDimension } from './append-dimension.ts';
import { addBanding, deleteBanding, updateBanding } from './banding.ts';
import { clearBasicFilter, setBasicFilter } from './basic-filter.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './charts.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './conditional-formats.ts';
import { deleteDimension } from './delete-dimension.ts';
import { deleteRange } from './delete-range.ts';
import { deleteSheet } from './delete-sheet.ts';
import {
  createDeveloperMetadata,
  deleteDeveloperMetadata,
  updateDeveloperMetadata,
} from './developer-metadata.ts';
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from './dimension-groups.ts';
import { duplicateSheet } from './duplicate-sheet.ts';
import { insertDimension } from './insert-dimension.ts';
import { insertRange } from './insert-range.ts';
import { mergeCells, unmergeCells } from './merge-cells.ts';
import { moveDimension } from './move-dimension.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './named-ranges.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './protected-ranges.ts';
import { repeatCell } from './repeat-cell.ts';
import type { RequestKind } from './request.ts';
import { setDataValidation } from './set-data-validation.ts';
import { sortRange } from './sort-range.ts';
import { updateBorders } from './update-borders.ts';
import { updateCells } from './update-cells.ts';
import { autoResizeDimensions, updateDimensionProperties } from './update-dimension-properties.ts';
import { updateSheetProperties } from './update-sheet-properties.ts';
import { updateSpreadsheetProperties } from './update-spreadsheet-properties.ts';

/** Every kind of batchUpdate request that is supported; the others are refused by name with 501. */
export const KINDS: Readonly<Record<string, RequestKind<never>>> = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  createDeveloperMetadata,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  duplicateSheet,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBanding,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};
