import type { Mark } from '../current.ts';
import type { IdPool } from '../id-pool.ts';
import type { SheetRequest } from '../sheet-request.ts';
import { changedMetadata, newMetadata } from './new-metadata.ts';

/**
 * What the spreadsheet says of itself: each wanted key once, with the wanted value, whatever somebody made of it. Keys
 * that are not wanted are other people's and stay.
 */
export function planMarks(
  present: readonly Mark[],
  wanted: Readonly<Record<string, string>>,
  ids: IdPool,
): SheetRequest[] {
  return Object.entries(wanted).flatMap(([key, value]): SheetRequest[] => {
    const [first, ...others] = present.filter((mark) => mark.key === key);
    const surplus = others.map(
      ({ id: metadataId }): SheetRequest => ({
        deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
      }),
    );
    if (first === undefined)
      return [newMetadata(ids.newMark(`spreadsheet/${key}`), key, value, { spreadsheet: true })];
    return first.value === value ? surplus : [changedMetadata(first.id, value), ...surplus];
  });
}
