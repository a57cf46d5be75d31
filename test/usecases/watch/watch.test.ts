import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, it } from 'vitest';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { readOperations, showOperations } from '../../../functions/src/usecases/watch/read-operations.ts';
import { settleDelivery } from '../../../functions/src/usecases/watch/settle-delivery.ts';
import { type WatchOrder, watchWorkbooks } from '../../../functions/src/usecases/watch/watch-workbooks.ts';
import { FUNCTIONS } from '../../adapters/local-google.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, LEADER, OFFICER } from '../../http/small-campaign.ts';
import type { PublishedCampaign } from '../publishing/publishing-office.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';

let count = 0;
const ADMIN = 'admin@x.example';
publishingOffice();

describe('the watch over workbooks', () => {
  it('finds nothing in what was just made, by one call to Drive and one to Sheets for each, and not again for an hour', async () => {
    const t = await provisioned();
    await t.move('2024-01', 'open');
    await t.deliver();
    later(t, 70);
    office.local.calls.length = 0;
    expect(await watch(t)).toEqual({ checked: 5, failed: 0, found: 0, remaining: 0 });
    expect(office.local.calls.toSorted()).toEqual([
      ...Array(5).fill('GET /drive/v3/files/*'),
      ...Array(5).fill('GET /v4/spreadsheets/*'),
    ]);
    later(t, 50);
    expect(await watch(t)).toMatchObject({ checked: 0 });
    expect((await watch(t, { all: true })).checked).toBe(5);
  });

  it('comes to the office’s workbook every hour, and to the summary and each of a thousand units within a day', async () => {
    const code = `W${count++}`;
    const units = Array.from({ length: 1000 }, (_, i) => `U${i},Xã số ${i},XA,Cụm 1`);
    const unitsCsv = ['unit_id,name,track,cluster', ...units, ''].join('\n');
    const members = `email,roles,unit_ids\n${ADMIN},admin,\n${OFFICER},officer,\n`;
    const files = { ...campaignFiles(code), 'units.csv': unitsCsv, 'members.csv': members };
    const t = await office.campaign(code, files);
    const some: readonly WorkbookId[] = ['summary', 'office', 'unit:U0'];
    await t.store.transact(async (transaction) => {
      for (const id of some) transaction.enqueue(id, t.at);
    });
    await t.deliver();
    const checked = async (minutes: number) => {
      later(t, minutes);
      return (await watch(t)).checked;
    };
    expect([await checked(70), await checked(70), await checked(60 * 16)]).toEqual([3, 1, 1]);
    expect(await checked(60 * 6)).toBe(3);
  });

  it.each<[string, (t: PublishedCampaign) => Promise<unknown>, WorkbookId, object]>([
    [
      'opened to whoever has the link',
      (t) => share(t, 'unit:A', { type: 'anyone', role: 'reader' }),
      'unit:A',
      { kind: 'link_open', mayWrite: false },
    ],
    [
      'opened to a domain',
      (t) => share(t, 'unit:A', { type: 'domain', domain: 'y.example', role: 'writer' }),
      'unit:A',
      { kind: 'domain_open', subject: 'y.example', mayWrite: true },
    ],
    [
      'shared with a stranger',
      (t) => share(t, 'unit:A', { type: 'user', emailAddress: 'z@y.example', role: 'reader' }),
      'unit:A',
      { kind: 'stranger', subject: 'z@y.example', mayWrite: false, isMember: false },
    ],
    [
      'shared with another unit',
      (t) => share(t, 'unit:A', { type: 'user', emailAddress: EDITOR_B, role: 'writer' }),
      'unit:A',
      { kind: 'stranger', subject: EDITOR_B, mayWrite: true, isMember: true },
    ],
    [
      'open for writing to who should read',
      (t) => share(t, 'summary', { type: 'user', emailAddress: LEADER, role: 'writer' }),
      'summary',
      { kind: 'more_rights', subject: LEADER },
    ],
    [
      'only to be read by its editor',
      (t) => share(t, 'unit:A', { type: 'user', emailAddress: EDITOR_A, role: 'reader' }),
      'unit:A',
      { kind: 'fewer_rights', subject: EDITOR_A },
    ],
    [
      'closed to its editor',
      (t) => unshare(t, 'unit:A', EDITOR_A),
      'unit:A',
      { kind: 'access_lost', subject: EDITOR_A },
    ],
    ['thrown into the trash', (t) => trash(t, 'unit:A'), 'unit:A', { kind: 'trashed' }],
    [
      'without its protections',
      (t) => unprotect(t, 'unit:A'),
      'unit:A',
      { kind: 'protection_removed', subject: expect.any(String) },
    ],
  ])(
    'notices one that was %s, tells it once, and sees that an officer had it put right',
    async (_, spoil, id, finding) => {
      const t = await standing();
      await spoil(t);
      expect(await watch(t, { all: true })).toMatchObject({ checked: 5, found: 1 });
      const since = t.at;
      expect((await t.store.watched(id))?.findings).toEqual([{ ...finding, since }]);
      later(t, 70);
      expect(await watch(t)).toMatchObject({ found: 0 });
      expect((await t.store.watched(id))?.findings).toEqual([{ ...finding, since }]);
      const { rows } = await readOperations(t.store, clocks(t));
      expect(rows.filter(({ about }) => about === 'finding')).toMatchObject([{ workbook: id, ...finding }]);

      await provision(t.acting());
      await t.deliver();
      await watch(t);
      expect((await t.store.watched(id))?.findings).toEqual([]);
      expect((await t.store.workbook(id))?.mend).toBeUndefined();
      const log = await t.store.log(20);
      expect(
        log
          .filter(({ action }) => action.startsWith('watch_'))
          .slice(0, 2)
          .map(({ action, details }) => [action, details?.workbook]),
      ).toEqual([
        ['watch_gone', id],
        ['watch_found', id],
      ]);
    },
  );

  it('notices that the functions were made readers, that another owns the file, and that they see it no longer', async () => {
    const t = await provisioned();
    await watch(t, { all: true });
    const fileId = await t.spreadsheetId('unit:A');
    const drive = await driveAs(FUNCTIONS);
    await drive.permissions.create({
      fileId,
      transferOwnership: true,
      requestBody: { type: 'user', role: 'owner', emailAddress: EDITOR_A },
    });
    await watch(t, { all: true });
    const kinds = async () => (await t.store.watched('unit:A'))?.findings.map(({ kind }) => kind).sort();
    // Who owns no file of which writers may not share it may not share it.
    expect(await kinds()).toEqual(['demoted', 'owner_changed']);

    const owner = await driveAs(EDITOR_A);
    const { data } = await owner.permissions.list({ fileId, fields: 'permissions(id,emailAddress)' });
    const permissionId = data.permissions!.find(({ emailAddress }) => emailAddress === FUNCTIONS)!.id!;
    await owner.permissions.update({ fileId, permissionId, requestBody: { role: 'reader' } });
    await watch(t, { all: true });
    expect(await kinds()).toEqual(['demoted', 'owner_changed']);

    await owner.permissions.delete({ fileId, permissionId });
    await watch(t, { all: true });
    expect(await kinds()).toEqual(['unreachable']);
    // What else is wrong with it nobody can see now; the first owner is not forgotten.
    await owner.permissions.create({
      fileId,
      requestBody: { type: 'user', role: 'writer', emailAddress: FUNCTIONS },
    });
    await watch(t, { all: true });
    expect(await kinds()).toEqual(['demoted', 'owner_changed']);
  });

  it('does not mistake a change of members for somebody’s doing while workbooks wait to be shared anew', async () => {
    const t = await provisioned();
    await t.store.transact(async (transaction) => {
      transaction.removeMember(EDITOR_A);
      for (const id of ['unit:A', 'summary'] as const) transaction.enqueue(id, t.at);
    });
    expect(await watch(t, { all: true })).toMatchObject({ found: 0 });
    expect((await t.store.watched('unit:A'))?.findings).toEqual([]);
  });

  it('leaves alone the workbook of a unit that the campaign no longer has, as deliveries do', async () => {
    const t = await provisioned();
    const files = campaignFiles(t.code);
    await loadCampaign(t.acting('admin@x.example'), {
      campaign: t.code,
      files: {
        ...files,
        'units.csv': files['units.csv']!.replace(/^A,.*\n/m, ''),
        'members.csv': files['members.csv']!.replace(/^a@.*\n/m, ''),
      },
    });
    await t.deliver();
    expect(await watch(t, { all: true })).toMatchObject({ checked: 5, found: 0 });
  });

  it('looks again soon where Google did not answer, and at the others meanwhile', async () => {
    const t = await provisioned();
    office.local.faults.push(...Array(40).fill({ status: 503, only: /GET \/drive/ }));
    const run = await watch(t, { all: true, withinMs: 1 });
    office.local.faults.length = 0;
    expect(run.checked).toBe(0);
    later(t, 11);
    expect(await watch(t)).toMatchObject({ checked: 5, failed: 0 });
  });

  it('says in the log what a delivery put right by itself, a day after it was shared', async () => {
    const t = await provisioned();
    await share(t, 'unit:A', { type: 'anyone', role: 'reader' });
    later(t, 25 * 60);
    await t.store.transact(async (transaction) => transaction.enqueue('unit:A', t.at));
    await t.deliver();
    expect((await t.store.log(5)).filter(({ action }) => action === 'sharing_restored')).toMatchObject([
      { unitId: 'A', details: { workbook: 'unit:A', taken: 1, given: 0 } },
    ]);
  });
});

describe('a delivery that fails', () => {
  const stuck = async () => {
    const t = await provisioned();
    await t.store.transact(async (transaction) => transaction.enqueue('unit:A', t.at));
    const tries = [0, 1, 2];
    for (const _ of tries) {
      office.local.faults.push({ status: 403, only: /^GET \/v4/ });
      await t.deliver();
      later(t, 20);
    }
    return t;
  };

  it('is seen: since when, how often, why; and is tried again by itself', async () => {
    const t = await stuck();
    const { rows } = await readOperations(t.store, clocks(t));
    expect(rows.find(({ about }) => about === 'failing')).toMatchObject({
      workbook: 'unit:A',
      times: 3,
      code: 'internal 403',
    });
    await t.deliver();
    expect((await readOperations(t.store, clocks(t))).rows.some(({ about }) => about === 'failing')).toBe(
      false,
    );
    expect(await t.store.outboxEntry('unit:A')).toMatchObject({ state: 'delivered' });
  });

  it('stays seen when the workbook is asked for once more', async () => {
    const t = await stuck();
    await t.store.transact(async (transaction) => transaction.enqueue('unit:A', t.at));
    expect((await t.store.failingOutbox(5))[0]).toMatchObject({ id: 'unit:A', failing: { times: 3 } });
  });

  it('is given up only with a reason, is shown as such until it is written again, and is never tried by itself', async () => {
    const t = await stuck();
    const drop = (reason?: string) =>
      settleDelivery(t.acting(), { workbook: 'unit:A', action: 'drop', reason });
    await expect(drop(' ')).rejects.toMatchObject({ code: 'reason_missing' });
    expect(await drop('Xã đã sáp nhập')).toEqual({ workbook: 'unit:A', state: 'dropped' });
    later(t, 60);
    expect(await t.deliver()).toEqual({ delivered: 0, failed: 0, remaining: 0 });
    const dropped = async () =>
      (await readOperations(t.store, clocks(t))).rows.filter(({ about }) => about === 'dropped');
    expect(await dropped()).toMatchObject([
      { workbook: 'unit:A', reason: 'Xã đã sáp nhập', isWaiting: false },
    ]);
    expect((await t.store.log(1))[0]).toMatchObject({
      action: 'delivery_dropped',
      unitId: 'A',
      reason: 'Xã đã sáp nhập',
      by: OFFICER,
    });

    await t.store.transact(async (transaction) => transaction.enqueue('unit:A', t.at));
    expect(await dropped()).toMatchObject([{ isWaiting: true }]);
    await t.deliver();
    expect(await dropped()).toEqual([]);
  });

  it('is tried at once when an officer says so, also one that was given up; of one that is fine nothing changes', async () => {
    const t = await stuck();
    await settleDelivery(t.acting(), { workbook: 'unit:A', action: 'drop', reason: 'Thử' });
    expect(await settleDelivery(t.acting(), { workbook: 'unit:A', action: 'retry' })).toMatchObject({
      state: 'pending',
    });
    expect(await t.deliver()).toMatchObject({ delivered: 1 });
    expect(await settleDelivery(t.acting(), { workbook: 'unit:A', action: 'retry' })).toMatchObject({
      state: 'delivered',
    });
    await expect(
      settleDelivery(t.acting(), { workbook: 'unit:A', action: 'drop', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect((await t.store.log(3)).map(({ action }) => action)).toEqual([
      'delivery_retried',
      'delivery_dropped',
      'workbooks_requested',
    ]);
  });
});

describe('the tab Vận hành', () => {
  it('comes with the first look, shows what was kept, and asks for nothing by being written', async () => {
    const t = await provisioned();
    await showOperations(t.store, clocks(t));
    await t.deliver();
    const { 'Vận hành': tab } = await t.look('office');
    expect(tab?.[0]?.[0]).toMatch(/^Vận hành, số liệu lúc .* ngày 20\/03\/2024: 1 việc cần xem$/);
    expect(tab?.flat()).toContain('chưa gọi lần nào');
    office.local.calls.length = 0;
    for (const _ of Array(40).keys()) {
      later(t, 7);
      await t.store.transact(async (transaction) => {
        for (const door of ['run-jobs', 'deliver', 'watch'] as const) transaction.putHeartbeat(door, t.at);
      });
      await showOperations(t.store, clocks(t));
      await t.deliver();
    }
    // Once: the scheduler has begun to call.
    expect(office.local.calls.filter((call) => call.startsWith('POST')).length).toBe(1);
    expect(await t.store.pendingOutboxCount()).toBe(0);
  });

  it('is written at once for a finding, and again when it is gone', async () => {
    const t = await provisioned();
    await showOperations(t.store, clocks(t));
    await t.deliver();
    await share(t, 'unit:A', { type: 'anyone', role: 'writer' });
    await watch(t, { all: true });
    expect(await showOperations(t.store, clocks(t))).toBe(true);
    await t.deliver();
    const shown = async () => (await t.look('office'))['Vận hành']?.flat().join('\n');
    expect(await shown()).toMatch(/sổ của Xã An Bình\nai có đường dẫn cũng sửa được/);
    await provision(t.acting());
    await t.deliver();
    await watch(t, { all: true });
    await showOperations(t.store, clocks(t));
    await t.deliver();
    expect(await shown()).not.toMatch(/đường dẫn cũng/);
  });
});

/** One with a month that is open, as it should be: whoever spoils it sees to it that it is put right. */
function standing(): Promise<PublishedCampaign> {
  ready ??= provisioned().then(async (t) => {
    await t.move('2024-01', 'open');
    await t.deliver();
    return t;
  });
  return ready;
}

let ready: Promise<PublishedCampaign> | undefined;

async function provisioned(): Promise<PublishedCampaign> {
  const code = `W${count++}`;
  const t = await office.campaign(code, campaignFiles(code));
  await provision(t.acting());
  await t.deliver();
  return t;
}

const clocks = (t: PublishedCampaign) => ({ now: () => t.at, officeNow: () => t.at });

function later(t: PublishedCampaign, minutes: number): void {
  t.at = new Date(t.at.getTime() + minutes * 60_000);
}

function watch(t: PublishedCampaign, order: WatchOrder = {}) {
  return watchWorkbooks({ store: t.store, now: () => t.at, by: OFFICER }, office.local.google(), order);
}

async function driveAs(email: string): Promise<drive_v3.Drive> {
  const access = office.local.access(email);
  return new drive_v3.Drive({ auth: await access.auth(), rootUrl: access.rootUrl! });
}

async function share(t: PublishedCampaign, id: WorkbookId, requestBody: drive_v3.Schema$Permission) {
  await (await driveAs(FUNCTIONS)).permissions.create({
    fileId: await t.spreadsheetId(id),
    requestBody,
  });
}

async function unshare(t: PublishedCampaign, id: WorkbookId, email: string) {
  const drive = await driveAs(FUNCTIONS);
  const fileId = await t.spreadsheetId(id);
  const { data } = await drive.permissions.list({ fileId, fields: 'permissions(id,emailAddress)' });
  const permissionId = data.permissions!.find(({ emailAddress }) => emailAddress === email)!.id!;
  await drive.permissions.delete({ fileId, permissionId });
}

async function trash(t: PublishedCampaign, id: WorkbookId) {
  await (await driveAs(FUNCTIONS)).files.update({
    fileId: await t.spreadsheetId(id),
    requestBody: { trashed: true },
  });
}

/** Of the first tab. */
async function unprotect(t: PublishedCampaign, id: WorkbookId) {
  const access = office.local.access(FUNCTIONS);
  const sheets = new sheets_v4.Sheets({ auth: await access.auth(), rootUrl: access.rootUrl! });
  const spreadsheetId = await t.spreadsheetId(id);
  const { data } = await sheets.spreadsheets.get({
    spreadsheetId,
    fields: 'sheets(protectedRanges(protectedRangeId))',
  });
  const requests = data.sheets![0]!.protectedRanges!.map(({ protectedRangeId }) => ({
    deleteProtectedRange: { protectedRangeId: protectedRangeId! },
  }));
  await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
}
