import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Guard } from '../access.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { describeProtection } from '../spreadsheets/describe.ts';
import { invalid, unsupported } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { protectedRange } from '../wire/messages/parts.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

export const addProtectedRange = kind<api.Schema$AddProtectedRangeRequest>(
  message('AddProtectedRangeRequest', { protectedRange }),
  ({ book, guard, newId }, request) => {
    const given = request.protectedRange ?? {};
    const protectedRangeId = given.protectedRangeId || newId.object();
    if (
      book.sheets.some(({ state }) =>
        state.protectedRanges.some((one) => one.protectedRangeId === protectedRangeId),
      )
    )
      throw invalid(`A protected range with id ${protectedRangeId} already exists.`);
    const settled = settle(book, guard, { ...given, protectedRangeId });
    const sheet = book.requireSheet(settled.range?.sheetId);
    sheet.state.protectedRanges = [...sheet.state.protectedRanges, settled];
    // The reply shows the editors that were asked for; who was added to them is seen on the next read.
    const { users, groups, domainUsersCanEdit } = given.editors ?? {};
    const editors = {
      ...(users?.length && { users }),
      ...(groups?.length && { groups }),
      ...(domainUsersCanEdit && { domainUsersCanEdit }),
    };
    return {
      protectedRange: { ...describeProtection(settled, guard), requestingUserCanEdit: true, editors },
    };
  },
);

export const updateProtectedRange = kind<api.Schema$UpdateProtectedRangeRequest>(
  message('UpdateProtectedRangeRequest', { protectedRange, fields: 'mask' }),
  ({ book, guard }, request) => {
    const mask = readMask(request.fields, protectedRange);
    const { sheet, found } = find(book, request.protectedRange?.protectedRangeId);
    guard.touchProtection(found);
    const wanted = {
      ...overwrite(found, request.protectedRange, mask),
      protectedRangeId: found.protectedRangeId!,
    };
    const settled = settle(book, guard, wanted);
    const target = book.requireSheet(settled.range?.sheetId);
    sheet.state.protectedRanges = sheet.state.protectedRanges.flatMap((one) =>
      one !== found ? [one] : target === sheet ? [settled] : [],
    );
    if (target !== sheet) target.state.protectedRanges = [...target.state.protectedRanges, settled];
  },
);

export const deleteProtectedRange = kind<api.Schema$DeleteProtectedRangeRequest>(
  message('DeleteProtectedRangeRequest', { protectedRangeId: 'int32' }),
  ({ book, guard }, request) => {
    const { sheet, found } = find(book, request.protectedRangeId);
    guard.touchProtection(found);
    sheet.state.protectedRanges = sheet.state.protectedRanges.filter((one) => one !== found);
  },
);

function find(
  book: Spreadsheet,
  id: number | null | undefined,
): { sheet: Sheet; found: api.Schema$ProtectedRange } {
  for (const sheet of book.sheets) {
    const found = sheet.state.protectedRanges.find(({ protectedRangeId }) => protectedRangeId === id);
    if (found) return { sheet, found };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}

/** Whoever protects a range stays its editor, and so does the owner. A warning has no editors. */
function settle(
  book: Spreadsheet,
  guard: Guard,
  given: api.Schema$ProtectedRange,
): api.Schema$ProtectedRange {
  if (given.namedRangeId) throw unsupported('protecting a named range (namedRangeId)');
  const { requestingUserCanEdit: _, range, editors, ...rest } = given;
  const { sheet, box } = book.place(range);
  sheet.resolve(box);
  const users = [
    ...new Set([...(editors?.users ?? []), guard.caller, guard.owner].map((user) => user.toLowerCase())),
  ];
  return {
    ...rest,
    range: { sheetId: sheet.id, ...box },
    editors: {
      users,
      ...(editors?.groups?.length && { groups: editors.groups }),
      ...(editors?.domainUsersCanEdit && { domainUsersCanEdit: true }),
    },
  };
}
