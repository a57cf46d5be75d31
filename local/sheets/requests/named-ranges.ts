import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { parseCells } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { namedRange } from '../wire/messages/parts.ts';
import { withoutSheetZero } from '../wire/sheet-zero.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

export const addNamedRange = kind<api.Schema$AddNamedRangeRequest>(
  message('AddNamedRangeRequest', { namedRange }),
  ({ book, newId }, request) => {
    const given = request.namedRange ?? {};
    const named = { ...given, namedRangeId: given.namedRangeId || String(newId.object()) };
    if (book.namedRanges.some(({ namedRangeId }) => namedRangeId === named.namedRangeId))
      throw invalid(`A named range with id "${named.namedRangeId}" already exists.`);
    check(book, named);
    book.namedRanges = [...book.namedRanges, named];
    return { namedRange: withoutSheetZero(named) };
  },
);

export const updateNamedRange = kind<api.Schema$UpdateNamedRangeRequest>(
  message('UpdateNamedRangeRequest', { namedRange, fields: 'mask' }),
  ({ book }, request) => {
    const mask = readMask(request.fields, namedRange);
    const before = find(book, request.namedRange?.namedRangeId);
    const after = { ...overwrite(before, request.namedRange, mask), namedRangeId: before.namedRangeId! };
    check(book, after);
    book.namedRanges = book.namedRanges.map((one) => (one === before ? after : one));
  },
);

export const deleteNamedRange = kind<api.Schema$DeleteNamedRangeRequest>(
  message('DeleteNamedRangeRequest', { namedRangeId: 'string' }),
  ({ book }, request) => {
    const gone = find(book, request.namedRangeId);
    book.namedRanges = book.namedRanges.filter((one) => one !== gone);
  },
);

function find(book: Spreadsheet, id: string | null | undefined): api.Schema$NamedRange {
  const found = book.namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (found === undefined) throw invalid(`No named range with id: ${id}`);
  return found;
}

function check(book: Spreadsheet, { namedRangeId, name, range }: api.Schema$NamedRange): void {
  if (!name || !/^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name) || parseCells(name))
    throw invalid(`Invalid name: ${name ?? ''}`);
  const same = (one: api.Schema$NamedRange) => one.name!.toLowerCase() === name.toLowerCase();
  if (book.namedRanges.some((one) => one.namedRangeId !== namedRangeId && same(one)))
    throw invalid(`A named range with the name "${name}" already exists.`);
  if (!range) throw invalid('namedRange.range must be specified.');
  const { sheet, box } = book.place(range);
  sheet.resolve(box);
}
