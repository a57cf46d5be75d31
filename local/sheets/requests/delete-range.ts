import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { message } from '../wire/messages/message.ts';
import { DIMENSION, gridRange } from '../wire/messages/ranges.ts';
import { kind } from './request.ts';
import { runShift } from './shift.ts';

const SHAPE = message('DeleteRangeRequest', { range: gridRange, shiftDimension: DIMENSION });

/** Takes the cells of a range away; the cells after them come up or to the left. The grid keeps its size. */
export const deleteRange = kind<api.Schema$DeleteRangeRequest>(SHAPE, (context, request) => {
  runShift(context, 'delete', request);
});
