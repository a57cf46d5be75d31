import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { message } from '../wire/messages/message.ts';
import { DIMENSION, gridRange } from '../wire/messages/ranges.ts';
import { kind } from './request.ts';
import { runShift } from './shift.ts';

const SHAPE = message('InsertRangeRequest', { range: gridRange, shiftDimension: DIMENSION });

/** Puts empty cells into a range; the cells that were there, and all after them, go down or to the right. */
export const insertRange = kind<api.Schema$InsertRangeRequest>(SHAPE, (context, request) => {
  runShift(context, 'insert', request);
});
