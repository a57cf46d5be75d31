import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { describeChart } from '../spreadsheets/describe.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid, unsupported } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { embeddedChart, embeddedPosition } from '../wire/messages/parts.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

/** The specification is kept as given; only its source ranges follow the sheet. */
export const addChart = kind<api.Schema$AddChartRequest>(
  message('AddChartRequest', { chart: embeddedChart }),
  ({ book, guard, newId }, request) => {
    const given = request.chart ?? {};
    if (!given.spec) throw invalid('chart.spec must be specified.');
    const { sheet, position } = settlePosition(book, given.position);
    guard.touchSheet(sheet);
    const chart = settleColours({ ...given, chartId: given.chartId || newId.object(), position });
    if (book.sheets.some(({ state }) => state.charts.some(({ chartId }) => chartId === chart.chartId)))
      throw invalid(`An object with id ${chart.chartId} already exists.`);
    sheet.state.charts = [...sheet.state.charts, chart];
    return { chart: describeChart(chart) };
  },
);

export const updateChartSpec = kind<api.Schema$UpdateChartSpecRequest>(
  message('UpdateChartSpecRequest', { chartId: 'int32', spec: 'struct' }),
  ({ book, guard }, request) => {
    const { sheet, found } = find(book, request.chartId);
    if (!request.spec) throw invalid('spec must be specified.');
    guard.touchSheet(sheet);
    replace(sheet, found, { ...found, spec: settleColours(request.spec) });
  },
);

export const updateEmbeddedObjectPosition = kind<api.Schema$UpdateEmbeddedObjectPositionRequest>(
  message('UpdateEmbeddedObjectPositionRequest', {
    objectId: 'int32',
    newPosition: embeddedPosition,
    fields: 'mask',
  }),
  ({ book, guard }, request) => {
    const { sheet, found } = find(book, request.objectId);
    const overlay = embeddedPosition.fields.overlayPosition as { fields: object; name: string };
    const mask = readMask(request.fields, { name: 'OverlayPosition', fields: overlay.fields as never });
    const given = request.newPosition?.overlayPosition;
    if (!given) throw unsupported('a position other than overlayPosition (newPosition)');
    const overlayPosition = overwrite(found.position?.overlayPosition ?? {}, given, mask);
    const { sheet: target, position } = settlePosition(book, { overlayPosition });
    guard.touchSheet(sheet);
    guard.touchSheet(target);
    const after = { ...found, position };
    if (target === sheet) replace(sheet, found, after);
    else {
      sheet.state.charts = sheet.state.charts.filter((one) => one !== found);
      target.state.charts = [...target.state.charts, after];
    }
    return { position: describeChart({ position }).position };
  },
);

export const deleteEmbeddedObject = kind<api.Schema$DeleteEmbeddedObjectRequest>(
  message('DeleteEmbeddedObjectRequest', { objectId: 'int32' }),
  ({ book, guard }, request) => {
    const { sheet, found } = find(book, request.objectId);
    guard.touchSheet(sheet);
    sheet.state.charts = sheet.state.charts.filter((one) => one !== found);
  },
);

function settlePosition(book: Spreadsheet, given: api.Schema$EmbeddedObjectPosition | undefined) {
  if (given?.newSheet || given?.sheetId)
    throw unsupported('a chart on a sheet of its own (position.newSheet)');
  const { anchorCell = {}, ...rest } = given?.overlayPosition ?? {};
  const sheet = book.requireSheet(anchorCell.sheetId);
  const { rowIndex = 0, columnIndex = 0 } = anchorCell;
  const inside = { startRowIndex: rowIndex!, startColumnIndex: columnIndex! };
  sheet.resolve({ ...inside, endRowIndex: rowIndex! + 1, endColumnIndex: columnIndex! + 1 });
  const overlayPosition = {
    anchorCell: { sheetId: sheet.id, ...given?.overlayPosition?.anchorCell },
    ...DEFAULT_SIZE,
    ...rest,
  };
  return { sheet, position: { overlayPosition } };
}

function find(
  book: Spreadsheet,
  id: number | null | undefined,
): { sheet: Sheet; found: api.Schema$EmbeddedChart } {
  for (const sheet of book.sheets) {
    const found = sheet.state.charts.find(({ chartId }) => chartId === id);
    if (found) return { sheet, found };
  }
  throw invalid(`No object with id: ${id ?? 0}`);
}

function replace(sheet: Sheet, before: api.Schema$EmbeddedChart, after: api.Schema$EmbeddedChart): void {
  sheet.state.charts = sheet.state.charts.map((one) => (one === before ? after : one));
}
