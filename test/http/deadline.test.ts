import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Faults, openFaults } from '../faults/faults.ts';
import { startGrpcDoor } from '../faults/grpc-door.ts';
import { campaignFiles, filledForm, OFFICER } from './small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from './test-office.ts';

const CAMPAIGN = 'LATE';
const MARCH = '2024-03';
const AT = '2024-03-20T03:00:00.000Z';
/** Long enough for a slow machine to do everything else in it. */
const ANSWER_WITHIN_MS = '5000';

describe('a request whose Firestore takes the connection and never says a word', () => {
  it('is answered in time, and the log says so in one line', async () => {
    const sockets = new Set<Socket>();
    const silent = await listening(createServer((socket) => void sockets.add(socket.on('error', () => {}))));
    const office = await startTestOffice({
      env: { FIRESTORE_EMULATOR_HOST: hostOf(silent), ANSWER_WITHIN_MS: '1000' },
    });
    try {
      const reply = await office.call('/period-status', {
        as: OFFICER,
        query: { campaign: CAMPAIGN, period: MARCH },
      });
      expect([reply.status, reply.body.error.code, reply.headers.get('retry-after')]).toEqual([
        503,
        'unavailable',
        '5',
      ]);
      expect(reply.body.error.message).toContain('gửi lại không bị trùng');
      const lines = office
        .printed()
        .trim()
        .split('\n')
        .filter((line) => line.includes('period-status'));
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { severity: 'ERROR', status: 503, code: 'unavailable', campaign: CAMPAIGN },
      ]);
    } finally {
      await office.stop();
      for (const socket of sockets) socket.destroy();
      silent.close();
    }
  });
});

describe('a request whose Firestore stops answering in the middle', () => {
  let faults: Faults;
  let office: TestOffice;
  const stops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    faults = openFaults(1);
    office = await startTestOffice({
      env: { ANSWER_WITHIN_MS },
      async through(environment) {
        const door = await startGrpcDoor({ to: environment.FIRESTORE_EMULATOR_HOST!, faults });
        stops.push(door.stop);
        return { ...environment, FIRESTORE_EMULATOR_HOST: door.host };
      },
    });
    await post('/load-campaign', ADMIN, { files: campaignFiles(CAMPAIGN) });
    await post('/move-period', OFFICER, { period: MARCH, action: 'open' });
  });
  afterAll(async () => {
    await office.stop();
    for (const stop of stops) await stop();
  });

  it.each([
    ['before it read anything', { kind: 'hang', when: 'before' }, /BatchGet/, 'A'],
    ['after the form was kept', { kind: 'hang', when: 'after' }, /Commit/, 'B'],
  ] as const)(
    '%s: it is answered in time, and the same again is done once',
    async (_, fault, only, unitId) => {
      const form = {
        period: MARCH,
        unitId,
        cells: filledForm({ C1: 8, C2: 'Có' }),
        requestKey: `late-form-${unitId}`,
      };
      faults.push({ fault, only });
      const late = await post('/submit-form', OFFICER, form);
      expect([late.status, late.body.error?.code]).toEqual([503, 'unavailable']);
      const again = await post('/submit-form', OFFICER, form);
      expect([again.status, again.body]).toEqual([
        200,
        { outcome: 'accepted', revision: 1, late: false, changed: true, submittedAt: AT },
      ]);
      const { entries } = (
        await office.call('/log', { as: OFFICER, query: { campaign: CAMPAIGN, period: MARCH } })
      ).body;
      const submitted = entries.filter((entry: { unitId?: string }) => entry.unitId === unitId);
      expect(submitted).toHaveLength(1);
    },
  );

  const post = (path: string, as: string, body: object) =>
    office.call(path, { as, at: AT, body: { campaign: CAMPAIGN, ...body } });
});

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
