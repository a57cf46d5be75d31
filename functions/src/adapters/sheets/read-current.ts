import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type {
  ColourRule,
  CurrentCell,
  CurrentTab,
  CurrentWorkbook,
  GridRange,
  Mark,
  PlacedChart,
  PlacedMark,
} from '../../domain/publishing/current.ts';

const METADATA = 'developerMetadata(metadataId,metadataKey,metadataValue)';

/** All that planning needs in one answer: no formats, no effective values. */
export const CURRENT_FIELDS = [
  'properties(locale,timeZone)',
  METADATA,
  `sheets(${[
    'properties(sheetId,title,index,gridProperties)',
    METADATA,
    'protectedRanges(protectedRangeId,range)',
    'conditionalFormats(ranges,booleanRule.condition.type,gradientRule.minpoint.type)',
    'charts(chartId,position.overlayPosition.anchorCell)',
    `data(rowData.values.userEnteredValue,rowMetadata.${METADATA},columnMetadata.${METADATA})`,
  ].join(',')})`,
].join(',');

/** What spreadsheets.get answered, as planning sees it. */
export function currentOf(answer: sheets_v4.Schema$Spreadsheet): CurrentWorkbook {
  return {
    locale: answer.properties?.locale ?? '',
    timeZone: answer.properties?.timeZone ?? '',
    marks: marksOf(answer.developerMetadata),
    tabs: (answer.sheets ?? []).map(tabOf),
  };
}

function tabOf(sheet: sheets_v4.Schema$Sheet): CurrentTab {
  const { properties } = sheet;
  const [grid] = sheet.data ?? [];
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
    frozenRows: properties?.gridProperties?.frozenRowCount ?? 0,
    values: (grid?.rowData ?? []).map((row) =>
      (row.values ?? []).map((cell) => cellOf(cell.userEnteredValue)),
    ),
    marks: marksOf(sheet.developerMetadata),
    columnMarks: placedMarks(grid?.columnMetadata),
    rowMarks: placedMarks(grid?.rowMetadata),
    protections: (sheet.protectedRanges ?? []).map(({ protectedRangeId, range }) => ({
      id: protectedRangeId ?? 0,
      range: rangeOf(range ?? {}),
    })),
    colourRules: (sheet.conditionalFormats ?? []).map(ruleOf),
    charts: (sheet.charts ?? []).map(chartOf),
  };
}

function chartOf({ chartId, position }: sheets_v4.Schema$EmbeddedChart): PlacedChart {
  const { rowIndex, columnIndex } = position?.overlayPosition?.anchorCell ?? {};
  return { id: chartId ?? 0, row: rowIndex ?? 0, column: columnIndex ?? 0 };
}

function cellOf(value: sheets_v4.Schema$ExtendedValue | undefined): CurrentCell {
  if (value === undefined || value === null) return null;
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (typeof value.numberValue === 'number') return value.numberValue;
  if (typeof value.boolValue === 'boolean') return value.boolValue;
  return typeof value.formulaValue === 'string' ? { formula: value.formulaValue } : null;
}

function marksOf(metadata: readonly sheets_v4.Schema$DeveloperMetadata[] | undefined): Mark[] {
  return (metadata ?? []).map(({ metadataId, metadataKey, metadataValue }) => ({
    id: metadataId ?? 0,
    key: metadataKey ?? '',
    value: metadataValue ?? '',
  }));
}

function placedMarks(lines: readonly sheets_v4.Schema$DimensionProperties[] | undefined): PlacedMark[] {
  return (lines ?? []).flatMap((line, at) =>
    marksOf(line.developerMetadata).map((mark) => ({ ...mark, at })),
  );
}

function ruleOf(rule: sheets_v4.Schema$ConditionalFormatRule): ColourRule {
  const by = rule.gradientRule ? 'scale' : CONDITIONS[rule.booleanRule?.condition?.type ?? ''];
  return { ranges: (rule.ranges ?? []).map(rangeOf), ...(by && { by }) };
}

const CONDITIONS: Readonly<Record<string, ColourRule['by']>> = {
  TEXT_EQ: 'text',
  NUMBER_EQ: 'number',
  NUMBER_GREATER: 'number',
  NUMBER_LESS: 'number',
};

function rangeOf(range: sheets_v4.Schema$GridRange): GridRange {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return {
    ...(startRowIndex != null && { startRowIndex }),
    ...(endRowIndex != null && { endRowIndex }),
    ...(startColumnIndex != null && { startColumnIndex }),
    ...(endColumnIndex != null && { endColumnIndex }),
  };
}
