import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const OWNER = 'owner@example.vn';

describe('developer metadata', () => {
  let server: TestServer;
  let id: string;
  const spreadsheets = () => server.as(OWNER).sheets.spreadsheets;
  const batch = async (...requests: api.Schema$Request[]) =>
    (await spreadsheets().batchUpdate({ spreadsheetId: id, requestBody: { requests } })).data.replies!;
  const mark = (metadataKey: string, column: number): api.Schema$Request => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey,
        metadataValue: `v-${metadataKey}`,
        visibility: 'DOCUMENT',
        location: { dimensionRange: { dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } },
      },
    },
  });
  const search = async (developerMetadataLookup: api.Schema$DeveloperMetadataLookup) => {
    const requestBody = { dataFilters: [{ developerMetadataLookup }] };
    const { data } = await spreadsheets().developerMetadata.search({ spreadsheetId: id, requestBody });
    return (data.matchedDeveloperMetadata ?? []).map((one) => one.developerMetadata!);
  };
  const columnOf = async (metadataKey: string) =>
    (await search({ metadataKey })).map(({ location }) => location!.dimensionRange!.startIndex);

  beforeAll(async () => {
    server = await startTestServer();
    id = (await spreadsheets().create({ requestBody: {} })).data.spreadsheetId!;
    await batch(mark('name', 0), mark('score', 2));
    const values = [
      ['Tên', '', 'Điểm'],
      ['An Đức', '', 95],
    ];
    await spreadsheets().values.update({
      spreadsheetId: id,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  });
  afterAll(() => server.end());

  it('follows its column when others are inserted, moved and deleted', async () => {
    await batch({ insertDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } });
    expect([await columnOf('name'), await columnOf('score')]).toEqual([[0], [4]]);
    await batch({
      moveDimension: { source: { dimension: 'COLUMNS', startIndex: 4, endIndex: 5 }, destinationIndex: 0 },
    });
    expect([await columnOf('name'), await columnOf('score')]).toEqual([[1], [0]]);
    await batch({ deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 4 } } });
    expect([await columnOf('name'), await columnOf('score')]).toEqual([[1], [0]]);
  });

  it('finds and writes a column wherever it is, by data filter', async () => {
    const dataFilter = { developerMetadataLookup: { metadataKey: 'score' } };
    const { values } = spreadsheets();
    const requestBody = {
      valueInputOption: 'RAW',
      data: [{ dataFilter, majorDimension: 'COLUMNS', values: [['Điểm', 96]] }],
    };
    await values.batchUpdateByDataFilter({ spreadsheetId: id, requestBody });
    const { data } = await values.batchGetByDataFilter({
      spreadsheetId: id,
      requestBody: {
        dataFilters: [dataFilter],
        majorDimension: 'COLUMNS',
        valueRenderOption: 'UNFORMATTED_VALUE',
      },
    });
    expect(data.valueRanges).toEqual([
      {
        valueRange: { range: 'Sheet1!A1:A1000', majorDimension: 'COLUMNS', values: [['Điểm', 96]] },
        dataFilters: [dataFilter],
      },
    ]);
  });

  it('is seen on its row or column in the grid and on its sheet and spreadsheet', async () => {
    await batch(
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 1,
            metadataKey: 'campaign',
            visibility: 'DOCUMENT',
            location: { spreadsheet: true },
          },
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 2,
            metadataKey: 'tab',
            visibility: 'PROJECT',
            location: { sheetId: 0 },
          },
        },
      },
    );
    const { data } = await spreadsheets().get({
      spreadsheetId: id,
      ranges: ['A1:B1'],
      fields:
        'developerMetadata.metadataKey,sheets(developerMetadata(metadataKey,location),data.columnMetadata.developerMetadata.metadataKey)',
    });
    expect(data).toEqual({
      developerMetadata: [{ metadataKey: 'campaign' }],
      sheets: [
        {
          developerMetadata: [{ metadataKey: 'tab', location: { locationType: 'SHEET', sheetId: 0 } }],
          data: [
            {
              columnMetadata: [
                { developerMetadata: [{ metadataKey: 'score' }] },
                { developerMetadata: [{ metadataKey: 'name' }] },
              ],
            },
          ],
        },
      ],
    });
    expect((await search({ locationType: 'COLUMN' })).map((one) => one.metadataKey)).toEqual([
      'name',
      'score',
    ]);
    expect(
      (await search({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' })).map(
        (one) => one.metadataKey,
      ),
    ).toEqual(['tab']);
    expect(
      (await spreadsheets().developerMetadata.get({ spreadsheetId: id, metadataId: 1 })).data.metadataKey,
    ).toBe('campaign');
  });

  it('changes and goes by data filter, and with its column', async () => {
    const [updated] = await batch({
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: 'name' } }],
        developerMetadata: { metadataValue: 'mới' },
        fields: 'metadataValue',
      },
    });
    expect(updated!.updateDeveloperMetadata!.developerMetadata!.map((one) => one.metadataValue)).toEqual([
      'mới',
    ]);
    await batch({ deleteDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } });
    expect(await search({ metadataKey: 'name' })).toEqual([]);
    await batch({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'score' } } },
    });
    expect(await search({ metadataKey: 'score' })).toEqual([]);
  });

  it('is refused on more than one column, or without visibility', async () => {
    const wide = mark('wide', 0);
    wide.createDeveloperMetadata!.developerMetadata!.location!.dimensionRange!.endIndex = 2;
    const bare = mark('bare', 0);
    delete bare.createDeveloperMetadata!.developerMetadata!.visibility;
    expect([(await refusal(batch(wide))).status, (await refusal(batch(bare))).status]).toEqual([400, 400]);
  });
});
