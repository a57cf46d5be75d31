import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { printRange } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';
import { valueRange } from '../wire/messages/values.ts';
import { readMessage } from '../wire/shape.ts';
import { badEnum, readMajor, readRendering, readValues } from './read-values.ts';
import { describeWrite, type ValueInput, writeValues } from './write-values.ts';

/** PUT /v4/spreadsheets/{id}/values/{range} */
export function updateValues(call: Call): api.Schema$UpdateValuesResponse {
  call.query.allow(
    ...[
      'valueInputOption',
      'includeValuesInResponse',
      'responseValueRenderOption',
      'responseDateTimeRenderOption',
    ],
  );
  const [id, range] = call.params as [string, string];
  const body = readMessage<api.Schema$ValueRange>(valueRange, call.body, 'data');
  const input = readInput(call.query.text('valueInputOption'));
  const byColumns = readMajor(body.majorDimension) === 'COLUMNS';
  return editSpreadsheet(call, id, (book, guard) => {
    const place = book.parseRange(range);
    if (body.range) sameRange(range, body.range, book);
    const written = writeValues(book, guard, place, body.values ?? [], { input, byColumns });
    const rendering = { ...readRendering(call, 'response'), byColumns };
    return {
      ...describeWrite(id, written),
      ...(call.query.flag('includeValuesInResponse') && {
        updatedData: readValues(book, written, rendering),
      }),
    };
  });
}

/** @throws ApiError 400 when it is missing: Google has no default */
export function readInput(given: string | null | undefined): ValueInput {
  if (given === 'RAW' || given === 'USER_ENTERED') return given;
  if (!given || given === 'INPUT_VALUE_OPTION_UNSPECIFIED')
    throw invalid("'valueInputOption' is required but not specified");
  throw badEnum('valueInputOption', 'ValueInputOption', given);
}

type Book = Parameters<Parameters<typeof editSpreadsheet>[2]>[0];

/** The range may be given twice, in the path and in the body, but then it must be the same. */
function sameRange(path: string, given: string, book: Book): void {
  const [a, b] = [path, given].map((text) => {
    const { sheet, box } = book.parseRange(text);
    return printRange(sheet.title, sheet.resolve(box, { clip: true }));
  });
  if (a !== b) throw invalid(`Requested range [${a}] does not match the range of the data [${b}]`);
}
