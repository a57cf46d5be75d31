import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { describeMetadata } from '../spreadsheets/describe-metadata.ts';
import { each, message } from '../wire/messages/message.ts';
import { dataFilter } from '../wire/messages/metadata.ts';
import { readMessage } from '../wire/shape.ts';
import { matchMetadata } from './match.ts';

const REQUEST = message('SearchDeveloperMetadataRequest', { dataFilters: each(dataFilter) });

/** POST /v4/spreadsheets/{id}/developerMetadata:search */
export function searchDeveloperMetadata(call: Call): api.Schema$SearchDeveloperMetadataResponse {
  call.query.allow();
  const { dataFilters = [] } = readMessage<api.Schema$SearchDeveloperMetadataRequest>(REQUEST, call.body);
  const { book } = openSpreadsheet(call, call.params[0]!);
  const matches = new Map<api.Schema$DeveloperMetadata, api.Schema$DataFilter[]>();
  for (const filter of dataFilters)
    for (const one of matchMetadata(book, filter)) matches.set(one, [...(matches.get(one) ?? []), filter]);
  if (matches.size === 0) return {};
  return {
    matchedDeveloperMetadata: [...matches].map(([one, filters]) => ({
      developerMetadata: describeMetadata(one),
      dataFilters: filters,
    })),
  };
}
