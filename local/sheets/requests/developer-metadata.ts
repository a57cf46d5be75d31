import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { matchMetadata, settleLocation } from '../metadata/match.ts';
import { describeMetadata } from '../spreadsheets/describe-metadata.ts';
import { invalid } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { each, message } from '../wire/messages/message.ts';
import { dataFilter, developerMetadata } from '../wire/messages/metadata.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

export const createDeveloperMetadata = kind<api.Schema$CreateDeveloperMetadataRequest>(
  message('CreateDeveloperMetadataRequest', { developerMetadata }),
  ({ book, newId }, request) => {
    const given = request.developerMetadata ?? {};
    const { metadataKey, visibility } = given;
    if (!metadataKey) throw invalid('developerMetadata.metadataKey must be specified.');
    if (!visibility) throw invalid('developerMetadata.visibility must be specified.');
    const metadataId = given.metadataId || newId.object();
    if (book.developerMetadata.some((one) => one.metadataId === metadataId))
      throw invalid(`Developer metadata with id ${metadataId} already exists.`);
    const created = { ...given, metadataId, location: settleLocation(book, given.location) };
    book.developerMetadata = [...book.developerMetadata, created];
    return { developerMetadata: describeMetadata(created) };
  },
);

export const updateDeveloperMetadata = kind<api.Schema$UpdateDeveloperMetadataRequest>(
  message('UpdateDeveloperMetadataRequest', {
    dataFilters: each(dataFilter),
    developerMetadata,
    fields: 'mask',
  }),
  ({ book }, request) => {
    const mask = readMask(request.fields, developerMetadata);
    const matched = new Set((request.dataFilters ?? []).flatMap((filter) => matchMetadata(book, filter)));
    const updated: api.Schema$DeveloperMetadata[] = [];
    book.developerMetadata = book.developerMetadata.map((one) => {
      if (!matched.has(one)) return one;
      const after = { ...overwrite(one, request.developerMetadata, mask), metadataId: one.metadataId! };
      const settled = { ...after, location: settleLocation(book, after.location) };
      updated.push(settled);
      return settled;
    });
    return { developerMetadata: updated.map(describeMetadata) };
  },
);

export const deleteDeveloperMetadata = kind<api.Schema$DeleteDeveloperMetadataRequest>(
  message('DeleteDeveloperMetadataRequest', { dataFilter }),
  ({ book }, request) => {
    const gone = new Set(matchMetadata(book, request.dataFilter ?? {}));
    book.developerMetadata = book.developerMetadata.filter((one) => !gone.has(one));
    return gone.size > 0 ? { deletedDeveloperMetadata: [...gone].map(describeMetadata) } : {};
  },
);
