import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal, startTestServer, type TestServer } from './test-server.ts';

const [OWNER, EDITOR, READER, STRANGER] = [
  'owner@ben-tre.vn',
  'an-duc@ben-tre.vn',
  'leader@ben-tre.vn',
  'ba-my@other.vn',
];
const MIME = 'application/vnd.google-apps.spreadsheet';

describe('permissions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.end());

  const create = async (name: string, more: object = {}) =>
    (await server.as(OWNER).drive.files.create({ requestBody: { name, mimeType: MIME, ...more } })).data.id!;
  const share = async (fileId: string, requestBody: object, as = OWNER) =>
    (await server.as(as).drive.permissions.create({ fileId, requestBody })).data;
  const read = (email: string, spreadsheetId: string) =>
    server.as(email).sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1' });
  const write = (email: string, spreadsheetId: string, range = 'A1', value: unknown = email) =>
    server.as(email).sheets.spreadsheets.values.update({
      spreadsheetId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: [[value]] },
    });
  const status = async (call: Promise<unknown>) => {
    try {
      await call;
      return 200;
    } catch (error) {
      return (error as { response: { status: number } }).response.status;
    }
  };

  it('walls a workbook off from those it is not shared with', async () => {
    const id = await create('Sổ thi đua An Đức');
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    await share(id, { type: 'user', role: 'reader', emailAddress: READER });
    const seen: Record<string, number[]> = {};
    for (const email of [OWNER, EDITOR, READER, STRANGER])
      seen[email] = [
        await status(read(email, id)),
        await status(write(email, id)),
        await status(server.as(email).sheets.spreadsheets.get({ spreadsheetId: id })),
        await status(
          server.as(email).sheets.spreadsheets.batchUpdate({
            spreadsheetId: id,
            requestBody: { requests: [{ addSheet: {} }] },
          }),
        ),
        await status(server.as(email).drive.files.get({ fileId: id })),
        await status(server.as(email).drive.permissions.list({ fileId: id })),
        await status(server.as(email).drive.files.copy({ fileId: id, requestBody: {} })),
      ];
    expect(seen).toEqual({
      [OWNER]: [200, 200, 200, 200, 200, 200, 200],
      [EDITOR]: [200, 200, 200, 200, 200, 200, 200],
      [READER]: [200, 403, 200, 403, 200, 403, 200],
      [STRANGER]: [403, 403, 403, 403, 404, 404, 404],
    });
    expect(await refusal(read(STRANGER, id))).toEqual({
      status: 403,
      message: 'The caller does not have permission',
    });
    expect(await refusal(server.as(STRANGER).drive.files.get({ fileId: id }))).toEqual({
      status: 404,
      message: `File not found: ${id}.`,
    });
    expect(await status(server.as(EDITOR).drive.files.delete({ fileId: id }))).toBe(403);
  });

  it('lets a whole domain or anyone with the link in, by role', async () => {
    const id = await create('Tổng hợp');
    const domain = await share(id, { type: 'domain', role: 'reader', domain: 'ben-tre.vn' });
    expect([
      await status(read(EDITOR, id)),
      await status(write(EDITOR, id)),
      await status(read(STRANGER, id)),
    ]).toEqual([200, 403, 403]);
    await server.as(OWNER).drive.permissions.delete({ fileId: id, permissionId: domain.id! });
    expect(await status(read(EDITOR, id))).toBe(403);
    const anyone = await share(id, { type: 'anyone', role: 'reader' });
    expect([await status(read(STRANGER, id)), await status(write(STRANGER, id))]).toEqual([200, 403]);
    await server
      .as(OWNER)
      .drive.permissions.update({ fileId: id, permissionId: anyone.id!, requestBody: { role: 'writer' } });
    expect(await status(write(STRANGER, id))).toBe(200);
    const { data } = await server.as(STRANGER).drive.files.list({ q: "name = 'Tổng hợp'" });
    expect(data.files).toEqual([]);
  });

  it("hands a folder's permissions down to what is in it", async () => {
    const { drive } = server.as(OWNER);
    const folder = (
      await drive.files.create({
        requestBody: { name: 'Ba Tri', mimeType: 'application/vnd.google-apps.folder' },
      })
    ).data.id!;
    const id = await create('Trong thư mục', { parents: [folder] });
    expect(await status(read(READER, id))).toBe(403);
    await share(folder, { type: 'user', role: 'reader', emailAddress: READER });
    expect([await status(read(READER, id)), await status(write(READER, id))]).toEqual([200, 403]);
  });

  it('changes roles, keeps one owner, and passes ownership only when told to', async () => {
    const id = await create('Chuyển giao');
    const { drive } = server.as(OWNER);
    const { id: permissionId } = await share(id, { type: 'user', role: 'reader', emailAddress: EDITOR });
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    expect(
      await status(
        drive.permissions.update({ fileId: id, permissionId: permissionId!, requestBody: { role: 'owner' } }),
      ),
    ).toBe(403);
    await drive.permissions.update({
      fileId: id,
      permissionId: permissionId!,
      transferOwnership: true,
      requestBody: { role: 'owner' },
    });
    const { data } = await drive.permissions.list({ fileId: id, fields: 'permissions(emailAddress,role)' });
    expect(data.permissions).toEqual([
      { emailAddress: OWNER, role: 'writer' },
      { emailAddress: EDITOR, role: 'owner' },
    ]);
  });

  it('keeps writers from sharing where the owner said so, and lets everybody leave', async () => {
    const id = await create('Sổ', { writersCanShare: false });
    const given = await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    const own = await share(id, { type: 'user', role: 'reader', emailAddress: READER });
    const { drive } = server.as(EDITOR);
    const requestBody = { type: 'anyone', role: 'reader' };
    const tries = [
      drive.permissions.create({ fileId: id, requestBody }),
      drive.permissions.update({ fileId: id, permissionId: own.id!, requestBody: { role: 'writer' } }),
      drive.permissions.delete({ fileId: id, permissionId: own.id! }),
      drive.files.update({ fileId: id, requestBody: { writersCanShare: true } }),
    ];
    expect(await Promise.all(tries.map(status))).toEqual([403, 403, 403, 403]);
    expect(
      (await drive.files.get({ fileId: id, fields: 'writersCanShare,capabilities' })).data,
    ).toMatchObject({
      writersCanShare: false,
      capabilities: { canEdit: true, canShare: false },
    });
    expect(await status(drive.permissions.delete({ fileId: id, permissionId: given.id! }))).toBe(200);
    await server.as(OWNER).drive.files.update({ fileId: id, requestBody: { writersCanShare: true } });
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    expect(await status(drive.permissions.create({ fileId: id, requestBody }))).toBe(200);
  });

  it('finds files by name, type, folder, property and trash, only those the caller may see', async () => {
    const { drive } = server.as(OWNER);
    const folder = (
      await drive.files.create({
        requestBody: { name: 'Kho', mimeType: 'application/vnd.google-apps.folder' },
      })
    ).data.id!;
    const one = await create("Sổ 'một'", { parents: [folder], appProperties: { unit: 'A12' } });
    const two = await create('Sổ hai', { parents: [folder], appProperties: { unit: 'A13' } });
    await drive.files.update({ fileId: two, requestBody: { trashed: true } });
    const find = async (q: string, as = OWNER) =>
      (await server.as(as).drive.files.list({ q, orderBy: 'name', fields: 'files(id)' })).data.files!.map(
        ({ id }) => id,
      );
    expect(await find(`'${folder}' in parents`)).toEqual([one, two]);
    expect(await find(`'${folder}' in parents and trashed = false`)).toEqual([one]);
    expect(await find("name = 'Sổ \\'một\\'' or name contains 'Sổ h'")).toEqual([one, two]);
    expect(await find("appProperties has { key='unit' and value='A13' }")).toEqual([two]);
    expect(await find(`not (mimeType = '${MIME}') and name = 'Kho'`)).toEqual([folder]);
    expect(await find(`'${folder}' in parents`, STRANGER)).toEqual([]);
    expect(await refusal(find("fullText contains 'x'"))).toEqual({
      status: 501,
      message: 'The local Sheets and Drive server does not support the search term "fullText contains".',
    });
  });

  it('refuses with 400 a write into a protected range by those who are not its editors', async () => {
    const id = await create('Có khóa');
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    await share(id, { type: 'user', role: 'writer', emailAddress: READER });
    const batch = (email: string, ...requests: object[]) =>
      server.as(email).sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
    const range = { startRowIndex: 0, endRowIndex: 1 };
    const { data } = await batch(OWNER, {
      addProtectedRange: { protectedRange: { range, editors: { users: [READER] } } },
    });
    const { protectedRangeId } = data.replies![0]!.addProtectedRange!.protectedRange!;
    await batch(OWNER, {
      addProtectedRange: {
        protectedRange: { range: { startRowIndex: 4, endRowIndex: 5 }, warningOnly: true },
      },
    });
    const { message } = await refusal(write(EDITOR, id));
    expect(message).toMatch(/^You are trying to edit a protected cell or object\./);
    const outcomes = async (email: string) => [
      await status(write(email, id)),
      await status(write(email, id, 'A2')),
      await status(write(email, id, 'A5')),
      await status(
        batch(email, { repeatCell: { range: { endRowIndex: 3 }, cell: { note: 'x' }, fields: 'note' } }),
      ),
      await status(
        batch(email, {
          sortRange: { range: { startRowIndex: 0, endRowIndex: 9 }, sortSpecs: [{ dimensionIndex: 0 }] },
        }),
      ),
      await status(
        batch(email, { insertDimension: { range: { dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }),
      ),
    ];
    expect(await outcomes(OWNER)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await outcomes(READER)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await outcomes(EDITOR)).toEqual([400, 200, 200, 400, 400, 200]);
    const mine = {
      updateProtectedRange: {
        protectedRange: { protectedRangeId, warningOnly: true },
        fields: 'warningOnly',
      },
    };
    expect(await status(batch(EDITOR, mine))).toBe(400);
    expect(await status(batch(EDITOR, { deleteProtectedRange: { protectedRangeId } }))).toBe(400);
    expect(await status(batch(EDITOR, { deleteSheet: { sheetId: 0 } }))).toBe(400);
    await batch(OWNER, { deleteProtectedRange: { protectedRangeId } });
    expect(await status(write(EDITOR, id))).toBe(200);
  });

  it('shows the editors of a protection only to those who may edit, and leaves free what is unprotected', async () => {
    const id = await create('Khóa cả trang');
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    const free = { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
    const protectedRange = { range: { sheetId: 0 }, unprotectedRanges: [free] };
    await server.as(OWNER).sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: { requests: [{ addProtectedRange: { protectedRange } }] },
    });
    const shown = async (email: string) =>
      (
        await server.as(email).sheets.spreadsheets.get({
          spreadsheetId: id,
          fields: 'sheets.protectedRanges(range,editors,requestingUserCanEdit,unprotectedRanges)',
        })
      ).data.sheets![0]!.protectedRanges;
    expect(await shown(OWNER)).toEqual([
      { range: {}, requestingUserCanEdit: true, unprotectedRanges: [free], editors: { users: [OWNER] } },
    ]);
    expect(await shown(EDITOR)).toEqual([{ range: {}, unprotectedRanges: [free] }]);
    expect([
      await status(write(EDITOR, id, 'B3')),
      await status(write(EDITOR, id, 'C3')),
      await status(write(EDITOR, id, 'A1')),
    ]).toEqual([200, 400, 400]);
  });

  it('gives the copier the copy and its protections', async () => {
    const id = await create('Mẫu phiếu');
    await share(id, { type: 'user', role: 'writer', emailAddress: EDITOR });
    await write(OWNER, id, 'A1', 'mẫu');
    await server.as(OWNER).sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: { requests: [{ addProtectedRange: { protectedRange: { range: { endRowIndex: 1 } } } }] },
    });
    const copy = (await server.as(EDITOR).drive.files.copy({ fileId: id, requestBody: { name: 'Sổ mới' } }))
      .data.id!;
    expect([await status(read(OWNER, copy)), await status(write(EDITOR, copy, 'B1', 'mới'))]).toEqual([
      403, 200,
    ]);
    const values = (
      await server.as(EDITOR).sheets.spreadsheets.values.get({ spreadsheetId: copy, range: 'A1:B1' })
    ).data.values;
    expect(values).toEqual([['mẫu', 'mới']]);
    expect((await read(OWNER, id)).data.values).toEqual([['mẫu']]);
  });
});
