import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { rangeWithoutZero } from '../wire/sheet-zero.ts';

export function describeMetadata(one: api.Schema$DeveloperMetadata): api.Schema$DeveloperMetadata {
  const { dimensionRange } = one.location ?? {};
  if (!dimensionRange) return one;
  return { ...one, location: { ...one.location, dimensionRange: rangeWithoutZero(dimensionRange) } };
}
