import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import { entry, inputsByPoints } from '../../domain/build/by-points.ts';
import { campaignOf, unitOf } from '../../domain/build/campaign.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

const MARCH = '2024-03' as PeriodId;
let client: FirestoreClient;

beforeAll(async () => {
  client = await openFirestore(freshProjectId());
});
afterAll(() => client.firestore.terminate());

const unreadable = (path: string, field: string) =>
  expect.objectContaining({ code: 'stored_document_unreadable', details: { path, field } });

describe('a stored document that we cannot read', () => {
  it('names its path and the field', async () => {
    const path = 'campaigns/C/periods/2024-03/submissions/A';
    const submission = {
      period: MARCH,
      unitId: 'A',
      revision: 1,
      submittedAt: new Date(),
      submittedBy: 'a@x.example',
      source: 'submitted',
      late: false,
      answers: [{ criterion: 'C1', reported: { kind: 'number', value: '1.50' } }],
    };
    await client.firestore.doc(path).set(submission);
    const store = openStore(client, 'C');
    await expect(store.submission(MARCH, 'A')).rejects.toEqual(unreadable(path, 'answers.0.reported.value'));
    await expect(store.submissions(MARCH)).rejects.toEqual(unreadable(path, 'answers.0.reported.value'));
    await client.firestore.doc(path).update({ answers: [], surprise: 1 });
    await expect(store.submission(MARCH, 'A')).rejects.toEqual(unreadable(path, 'surprise'));
  });

  it('names no member', async () => {
    await client.firestore
      .doc('campaigns/C/members/a@x.example')
      .set({ email: 'a@x.example', roles: ['king'] });
    await expect(openStore(client, 'C').member('a@x.example')).rejects.toEqual(
      unreadable('campaigns/C/members/…', 'roles.0'),
    );
  });

  it('is a campaign with a page that is missing or altered', async () => {
    const campaign = campaignOf({ units: Array.from({ length: 6000 }, (_, i) => unitOf(`U${i}`)) });
    const store = openStore(client, 'PAGES');
    const staged = await store.stageCampaign(campaign);
    expect(staged.pages).toBeGreaterThan(1);
    await store.transact(async (tx) =>
      tx.putSetup({ version: 1, loadedAt: new Date(), loadedBy: 'x' }, staged),
    );
    const page = client.firestore.doc(`campaigns/PAGES/pages/${staged.digest}-1`);
    const text = (await page.get()).get('text') as string;
    await page.update({ text: text.replace('Xã', 'Xa') });
    await expect(store.setup()).rejects.toEqual(
      unreadable(`campaigns/PAGES/pages/${staged.digest}-0`, 'digest'),
    );
    await page.delete();
    await expect(store.setup()).rejects.toEqual(unreadable(page.path, 'text'));
    await page.set({ text });
    expect((await store.setup())!.campaign).toEqual(campaign);
  });

  it('is a result with an altered page, also for who reads its units in turn', async () => {
    const store = openStore(client, 'RESULT');
    const forms = Array.from({ length: 1000 }, (_, i) => entry(`U${1000 + i}`, i % 100));
    const inputs = inputsByPoints(forms, {});
    const result = evaluatePeriod(inputs);
    const staged = await store.stageResult(result, await store.stageInputs(inputs));
    await store.transact(async (tx) =>
      tx.putResult(MARCH, { version: 1, setupVersion: 1, evaluatedAt: new Date(), evaluatedBy: 'x' }, staged),
    );
    const unitsInTurn = async () => {
      const units: UnitResult[] = [];
      for await (const some of (await store.resultInParts(MARCH, 1))!.units()) units.push(...some);
      return units;
    };
    expect(staged.pages).toBeGreaterThan(1);
    expect(await unitsInTurn()).toEqual(result.units);
    const page = client.firestore.doc(`campaigns/RESULT/pages/${staged.digest}-1`);
    const text = (await page.get()).get('text') as string;
    await page.update({ text: text.replace('"rank', '"rink') });
    await expect(unitsInTurn()).rejects.toEqual(
      unreadable(`campaigns/RESULT/pages/${staged.digest}-0`, 'digest'),
    );
    await page.update({ text: text.replaceAll(':', ';') });
    await expect(unitsInTurn()).rejects.toEqual(
      unreadable(`campaigns/RESULT/pages/${staged.digest}-0`, 'text'),
    );
  });
});
