import type { NewMetadata, SheetRequest } from '../sheet-request.ts';

/** Developer metadata under an id of ours; every program with access to the document may see it. */
export function newMetadata(
  metadataId: number,
  metadataKey: string,
  metadataValue: string,
  location: NewMetadata['location'],
): SheetRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey, metadataValue, visibility: 'DOCUMENT', location },
    },
  };
}

export function changedMetadata(metadataId: number, metadataValue: string): SheetRequest {
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId } }],
      developerMetadata: { metadataValue },
      fields: 'metadataValue',
    },
  };
}
