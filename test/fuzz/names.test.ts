import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { campaignFiles, EDITOR_A, filledForm, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from '../http/test-office.ts';

const AT = '2024-03-20T03:00:00.000Z';
let office: TestOffice;
let client: FirestoreClient;
beforeAll(async () => {
  office = await startTestOffice();
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

const post = (path: string, as: string, body: object) => office.call(path, { as, at: AT, body });
const apart = <T>(value: T): T => JSON.parse(JSON.stringify(value).normalize('NFD')) as T;

describe('names as macOS types them', () => {
  it('are kept as everybody else types them, and the same form is the same form', async () => {
    const files = apart(campaignFiles('APART'));
    expect(files).not.toEqual(campaignFiles('APART'));
    expect((await post('/load-campaign', ADMIN, { campaign: 'APART', files })).status).toBe(200);
    const { campaign } = (await openStore(client, 'APART').setup())!;
    expect(campaign.units.map(({ name }) => name)).toEqual(['Xã An Bình', 'Xã Bảo Thạnh', 'Xã Châu Bình']);
    await post('/move-period', OFFICER, { campaign: 'APART', period: '2024-03', action: 'open' });
    const note = 'Họp chi bộ ấp Giồng Trôm';
    const form = filledForm({ C1: 8, C2: 'Có' });
    const cells = { ...form, values: form.values.map((row, i) => (i === 0 ? row : row.with(7, note))) };
    const send = (sent: object) =>
      post('/submit-form', EDITOR_A, { campaign: 'APART', period: '2024-03', unitId: 'A', cells: sent });
    expect((await send(apart(cells))).body).toMatchObject({ outcome: 'accepted', changed: true });
    expect((await send(cells)).body).toMatchObject({ outcome: 'accepted', changed: false });
    expect(JSON.stringify(await openStore(client, 'APART').submission('2024-03' as never, 'A'))).toContain(
      note,
    );
  });
});

describe('codes that look like others', () => {
  it('are refused by every door with a sentence that names the sign', async () => {
    const files = campaignFiles('LOOKS');
    files['units.csv'] = files['units.csv']!.replace('\nA,', '\n\u0410,');
    const { status, body } = await post('/load-campaign', ADMIN, { campaign: 'LOOKS', files });
    expect(status).toBe(422);
    expect(JSON.stringify(body.error.issues)).toContain('“А” (U+0410) trông giống “A” mà là ký tự khác');
    const sent = { campaign: 'LOOKS', period: '2024-03', cells: filledForm({ C1: 8, C2: 'Có' }) };
    for (const [unitId, sign] of [
      ['\u0410', 'U+0410'],
      ['A\u200b', 'U+200B'],
      ['Ａ', 'U+FF21'],
    ]) {
      const refused = await post('/submit-form', OFFICER, { ...sent, unitId });
      expect([sign, refused.status]).toEqual([sign, 400]);
      expect(refused.body.error.message).toContain(`(unitId, invalid_format, có ký tự lạ ${sign})`);
    }
    const form = filledForm({ '\u04211': 8, C2: 'Có' });
    await post('/load-campaign', ADMIN, { campaign: 'LOOKS', files: campaignFiles('LOOKS') });
    await post('/move-period', OFFICER, { campaign: 'LOOKS', period: '2024-03', action: 'open' });
    const wrong = await post('/submit-form', OFFICER, { ...sent, unitId: 'A', cells: form });
    expect(JSON.stringify(wrong.body.error.issues)).toContain('“С” (U+0421) trông giống “C”');
  });

  it('of what cannot be seen lose it where people type them, and are the code that they seem', async () => {
    const form = filledForm({ 'C1\u200b': 8, '\ufeffC2': 'Có' });
    const body = { campaign: 'LOOKS', period: '2024-03', unitId: 'A', cells: form, checkOnly: true };
    expect((await post('/submit-form', OFFICER, body)).body).toMatchObject({ outcome: 'checked' });
  });
});
