import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDrive } from '../../../functions/src/adapters/drive/open-drive.ts';
import { FUNCTIONS, type LocalGoogle, PATIENT, startLocalGoogle } from '../local-google.ts';

let google: LocalGoogle;
beforeAll(async () => {
  google = await startLocalGoogle();
});
afterAll(() => google.stop());
beforeEach(() => {
  google.calls.length = 0;
});

const NAME = { campaign: "O'B-2024", workbook: 'unit:X1', title: 'Sổ thi đua – Xã Mỹ Hòa' };

describe('Drive', () => {
  it('makes a spreadsheet once, whoever asks again after a crash', async () => {
    const drive = openDrive(google.access(), undefined);
    const first = await drive.ensureSpreadsheet(NAME, PATIENT);
    expect(await drive.ensureSpreadsheet(NAME, PATIENT)).toBe(first);
    expect(await drive.ensureSpreadsheet({ ...NAME, workbook: 'unit:X2' }, PATIENT)).not.toBe(first);
    expect(await drive.ensureSpreadsheet({ ...NAME, campaign: 'OB-2024' }, PATIENT)).not.toBe(first);
  });

  it('makes it once even when the answer to the making got lost', async () => {
    const drive = openDrive(google.access(), undefined);
    google.faults.push({ cut: true, only: /^POST/ });
    const id = await drive.ensureSpreadsheet({ ...NAME, workbook: 'unit:lost' }, PATIENT);
    expect(google.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
    expect(await drive.ensureSpreadsheet({ ...NAME, workbook: 'unit:lost' }, PATIENT)).toBe(id);
  });

  it('shares a file with exactly its people: removed members and links lose access', async () => {
    const drive = openDrive(google.access(), undefined);
    const fileId = await drive.ensureSpreadsheet({ ...NAME, workbook: 'unit:shared' }, PATIENT);
    await drive.share(
      fileId,
      [
        { email: 'a@x.example', role: 'writer' },
        { email: 'b@x.example', role: 'reader' },
      ],
      PATIENT,
    );
    await client().permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
    await drive.share(
      fileId,
      [
        { email: 'b@x.example', role: 'writer' },
        { email: 'c@x.example', role: 'reader' },
      ],
      PATIENT,
    );
    expect(await permissions(fileId)).toEqual([
      ['owner', FUNCTIONS],
      ['reader', 'c@x.example'],
      ['writer', 'b@x.example'],
    ]);
    google.calls.length = 0;
    await drive.share(
      fileId,
      [
        { email: 'b@x.example', role: 'writer' },
        { email: 'c@x.example', role: 'reader' },
      ],
      PATIENT,
    );
    expect(google.calls).toEqual(['GET /drive/v3/files/*/permissions']);
  });

  it('sees all of a hundred and more people', async () => {
    const drive = openDrive(google.access(), undefined);
    const fileId = await drive.ensureSpreadsheet({ ...NAME, workbook: 'summary' }, PATIENT);
    const people = Array.from({ length: 130 }, (_, i) => ({
      email: `p${i}@x.example`,
      role: 'reader' as const,
    }));
    await drive.share(fileId, people, PATIENT);
    google.calls.length = 0;
    await drive.share(fileId, people, PATIENT);
    expect(google.calls.every((call) => call.startsWith('GET'))).toBe(true);
  });
});

function client(): drive_v3.Drive {
  return new drive_v3.Drive({ rootUrl: google.url, headers: { authorization: `Bearer ${FUNCTIONS}` } });
}

async function permissions(fileId: string) {
  const { data } = await client().permissions.list({ fileId, fields: 'permissions(role,emailAddress,type)' });
  return data.permissions!.map(({ role, emailAddress }) => [role, emailAddress]).sort();
}
