import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { describeMetadata } from '../spreadsheets/describe-metadata.ts';
import { notFound } from '../wire/errors.ts';

/** GET /v4/spreadsheets/{id}/developerMetadata/{metadataId} */
export function getDeveloperMetadata(call: Call): api.Schema$DeveloperMetadata {
  call.query.allow();
  const [id, metadataId] = call.params as [string, string];
  const { book } = openSpreadsheet(call, id);
  const found = book.developerMetadata.find((one) => String(one.metadataId) === metadataId);
  if (found === undefined) throw notFound();
  return describeMetadata(found);
}
