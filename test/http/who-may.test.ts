import { describe, expect, it } from 'vitest';
import { campaignOf, IN_MARCH, IN_TIME, MARCH, TOO_LATE } from './march.ts';
import { runningOffice } from './running-office.ts';
import { COUNCIL, campaignFiles, EDITOR_A, EDITOR_B, LEADER, OFFICER } from './small-campaign.ts';
import { ADMIN } from './test-office.ts';

runningOffice();

describe('who may see what', () => {
  it('lets a unit see its own published result, and the others what is evaluated', async () => {
    const march = await campaignOf('SEEN');
    await march.move('open');
    await march.submit(EDITOR_A, 'A', { C1: 8, C2: 'Có' });
    await march.move('close');
    expect((await march.result(OFFICER, 'A')).body.error.code).toBe('not_found');
    await march.move('evaluate');
    expect((await march.result(EDITOR_A, 'A')).body.error.code).toBe('not_found');
    for (const as of [OFFICER, LEADER, COUNCIL, ADMIN])
      expect((await march.result(as, 'A')).body).toMatchObject({ version: 1, published: false });
    await march.move('publish');
    const own = await march.result(EDITOR_A, 'A');
    expect(own.body).toMatchObject({
      published: true,
      result: { unitId: 'A', place: { place: 1, of: 1 } },
    });
    expect(own.body.explanation.length).toBeGreaterThan(3);
    expect(own.body.explanation[0]).toEqual({ kind: 'heading', text: 'Xã An Bình – Tháng 03/2024' });
    expect((await march.result(EDITOR_A, 'B')).status).toBe(403);
  });

  it('shows a unit editor the own units alone', async () => {
    const march = await campaignOf('OWN');
    await march.move('open');
    await march.submit(EDITOR_B, 'B', { C1: 8, C2: 'Có' }, {}, { at: TOO_LATE });
    const all = (await march.status(LEADER)).body;
    expect(all).toEqual({
      period: MARCH,
      state: 'open',
      deadlineAt: IN_TIME,
      changedAt: IN_MARCH,
      resultVersion: 0,
      publishedVersion: 0,
      reopenings: [],
      counts: { units: 3, submitted: 1, late: 1, refused: 0, missing: 2 },
      units: [
        {
          unitId: 'A',
          name: 'Xã An Bình',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'missing',
          appraised: false,
        },
        {
          unitId: 'B',
          name: 'Xã Bảo Thạnh',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'submitted',
          revision: 1,
          submittedAt: TOO_LATE,
          source: 'submitted',
          late: true,
          locked: true,
          appraised: false,
        },
        {
          unitId: 'C',
          name: 'Xã Châu Bình',
          track: 'XA',
          cluster: 'Cụm 1',
          status: 'missing',
          appraised: false,
        },
      ],
      pendingWorkbooks: 3,
    });
    const own = (await march.status(EDITOR_A)).body;
    expect(own.units.map(({ unitId }: { unitId: string }) => unitId)).toEqual(['A']);
    expect(own.counts).toEqual({ units: 1, submitted: 0, late: 0, refused: 0, missing: 1 });
  });
});

describe('loading a campaign', () => {
  it('makes a version only where something changed, and replaces the members', async () => {
    const campaign = await campaignOf('LOAD');
    const load = (parts: Parameters<typeof campaignFiles>[1]) =>
      campaign.do('/load-campaign', ADMIN, { files: campaignFiles('LOAD', parts) });
    expect((await load({})).body).toMatchObject({ version: 1, changed: false });
    expect((await load({ name: 'Thi đua mới' })).body).toMatchObject({ version: 2, changed: true });
    expect(
      (await load({ members: ['admin@x.example,admin,', 'new@x.example,officer,'] })).body,
    ).toMatchObject({
      version: 3,
      members: 2,
    });
    expect((await campaign.move('open')).status).toBe(403);
    expect((await campaign.store.members()).map(({ email }) => email)).toEqual([
      'admin@x.example',
      'new@x.example',
    ]);
    expect((await campaign.store.setup(1))!.campaign.name).toBe('Thi đua');
  });

  it('tells every issue with its file and row, and keeps nothing', async () => {
    const campaign = await campaignOf('FAULTS');
    const files = campaignFiles('FAULTS', { members: ['a@x.example,officer,'] });
    files['criteria.csv'] = files['criteria.csv']!.replace('YESNO', 'MAYBE');
    const reply = await campaign.do('/load-campaign', ADMIN, { files });
    expect(reply.status).toBe(422);
    expect(reply.body.error.issues).toMatchObject([{ file: 'criteria.csv', row: 3 }]);
    expect((await campaign.store.setup())!.version).toBe(1);
  });

  it('refuses files that would lock everybody out, or are another campaign’s', async () => {
    const campaign = await campaignOf('LOCK');
    const files = { ...campaignFiles('OTHER', { members: ['a@x.example,officer,'] }) };
    const reply = await campaign.do('/load-campaign', ADMIN, { files });
    expect(reply.body.error.issues.map(({ file }: { file: string }) => file)).toEqual([
      'campaign.json',
      'members.csv',
    ]);
  });

  it('is the first admin’s only where nothing was ever loaded', async () => {
    const campaign = await campaignOf('FIRST');
    const files = campaignFiles('FIRST', { members: ['other@x.example,admin,'] });
    expect((await campaign.do('/load-campaign', ADMIN, { files })).status).toBe(200);
    expect((await campaign.do('/load-campaign', ADMIN, { files })).status).toBe(403);
    expect((await campaign.do('/load-campaign', 'other@x.example', { files })).status).toBe(200);
  });
});
