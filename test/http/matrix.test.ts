import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { councilFiles, MEMBERS_OF_COUNCIL, VOTING_DAY } from './council-campaign.ts';
import { CALLS, functionOf, type UnitId } from './matrix/calls.ts';
import { EDITOR_WITHOUT_UNITS, openCampaigns } from './matrix/campaigns.ts';
import { type Dump, dump, restore } from './matrix/dump.ts';
import {
  CALLERS,
  type Caller,
  type MonthState,
  readRules,
  STATES,
  type Verdict,
} from './matrix/rule-table.ts';
import { EDITOR_A, LEADER, NOBODY, OFFICER } from './small-campaign.ts';
import {
  ADMIN,
  AUDIENCE,
  type CallWish,
  type Reply,
  startTestOffice,
  type TestOffice,
} from './test-office.ts';

/** Every call × every caller × every state of the month, held against the tables of docs/security.md. */
let office: TestOffice;
let client: FirestoreClient;
let campaigns: ReadonlyMap<MonthState, string>;
beforeAll(async () => {
  office = await startTestOffice({ google: true });
  client = await openFirestore(office.projectId);
  campaigns = await openCampaigns(office, client);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

const rules = readRules();

/** Who calls, and about whose unit where a call is about one. */
const PEOPLE: Readonly<Record<Caller, readonly [as: string | undefined, unit: UnitId]>> = {
  'no token': [undefined, 'A'],
  'no member': [NOBODY, 'A'],
  'editor without units': [EDITOR_WITHOUT_UNITS, 'A'],
  'editor, own unit': [EDITOR_A, 'A'],
  'editor, another unit': [EDITOR_A, 'B'],
  officer: [OFFICER, 'A'],
  'council member': [MEMBERS_OF_COUNCIL[0], 'A'],
  leader: [LEADER, 'A'],
  admin: [ADMIN, 'A'],
};

/** One for all of a person's calls: signing is what costs most here. */
const tokens = new Map<string, Promise<string>>();
function tokenOf(email: string): Promise<string> {
  const token = tokens.get(email) ?? office.identity.issueIdToken({ email, audience: AUDIENCE });
  tokens.set(email, token);
  return token;
}

interface Case {
  readonly state: MonthState;
  readonly call: string;
  readonly caller: Caller;
  readonly wanted: Verdict;
}

/** A refusal for who calls comes before one for the moment. */
function casesOf(state: MonthState): readonly Case[] {
  return [...rules.who].flatMap(([call, who]) =>
    CALLERS.map((caller): Case => {
      const mayCall = who.get(caller)!;
      const own = caller.startsWith('editor') ? rules.when.get(`${call}, by a unit editor`) : undefined;
      const when = (own ?? rules.when.get(call))?.get(state) ?? 'no rule';
      return { state, call, caller, wanted: mayCall === 'yes' ? when : mayCall };
    }),
  );
}

const isRead = ({ call }: Case): boolean => endpoints[functionOf(call)]?.method === 'GET';
const isAnswered = ({ wanted }: Case): boolean => wanted === 'yes' || wanted === 'hidden';

async function make({ state, call, caller }: Case): Promise<Reply> {
  const [as, unit] = PEOPLE[caller];
  const campaign = campaigns.get(state)!;
  const { files, ...parts } = CALLS[call]!(unit);
  const body = { ...parts, campaign, ...(files !== undefined && { files: councilFiles(campaign, {}) }) };
  return office.call(`/${functionOf(call)}`, {
    headers: as === undefined ? {} : { Authorization: `Bearer ${await tokenOf(as)}` },
    at: VOTING_DAY,
    ...asSent(functionOf(call), body),
  });
}

/** In the query of a GET, in the body of a POST. */
function asSent(name: string, body: Readonly<Record<string, unknown>>): Pick<CallWish, 'query' | 'body'> {
  if (endpoints[name]!.method === 'POST') return { body };
  return { query: Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)])) };
}

/** What came of it, in the table's words. */
function verdictOf({ status, body }: Reply, { wanted }: Case): Verdict {
  if (status < 300)
    return wanted === 'hidden' && !JSON.stringify(body).includes('Xã Bảo Thạnh') ? 'hidden' : 'yes';
  return status === 401 || status === 403 ? String(status) : `${status} ${body.error.code}`;
}

const told = (each: Case, verdict: Verdict) => `${each.state}: ${each.call} by ${each.caller}: ${verdict}`;

/** Sixteen at a time; what came of each that is not as the tables say. */
async function differences(cases: readonly Case[]): Promise<readonly string[]> {
  const waiting = [...cases];
  const found: string[] = [];
  const work = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
      const verdict = verdictOf(await make(each), each);
      if (verdict !== each.wanted) found.push(`${told(each, verdict)}, not ${each.wanted}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return found.sort();
}

const contents = (all: Dump) => [...all].map(([name, { updateTime }]) => `${name} ${updateTime}`).sort();
const look = (state: MonthState) => dump(office.projectId, campaigns.get(state)!);

describe('the tables of docs/security.md', () => {
  it('have a row for every function, and none for what is no function', () => {
    const named = new Set(Object.keys(CALLS).map(functionOf));
    expect([...named].sort()).toEqual(Object.keys(endpoints).sort());
    expect([...rules.who.keys()].sort()).toEqual(Object.keys(CALLS).sort());
    const whens = [...rules.when.keys()].map((call) => call.replace(/, by a unit editor$/, ''));
    expect([...new Set(whens)].sort()).toEqual(Object.keys(CALLS).sort());
  });

  it('say of who may call what the declarations say', () => {
    const roles = {
      'editor, own unit': 'unit_editor',
      officer: 'officer',
      'council member': 'council_member',
      leader: 'leader',
      admin: 'admin',
    } as const;
    for (const [name, { mayCall }] of Object.entries(endpoints)) {
      const rows = [...rules.who].filter(([call]) => functionOf(call) === name);
      for (const [caller, role] of Object.entries(roles)) {
        const may = rows.some(([, who]) => who.get(caller as Caller) === 'yes');
        expect([name, role, may]).toEqual([name, role, role in mayCall]);
      }
    }
  });
});

describe.each(STATES)('while the month is: %s', (state) => {
  it('who is refused is refused as the tables say, and nothing is changed by it', async () => {
    const before = contents(await look(state));
    expect(before.length).toBeGreaterThan(20);
    expect(await differences(casesOf(state).filter((each) => !isAnswered(each)))).toEqual([]);
    expect(contents(await look(state))).toEqual(before);
  });

  it('who asks is answered, and nothing is changed by it', async () => {
    const before = contents(await look(state));
    const reads = casesOf(state).filter((each) => isAnswered(each) && isRead(each));
    expect(await differences(reads)).toEqual([]);
    expect(contents(await look(state))).toEqual(before);
  });

  it('who may do something does it', async () => {
    const before = await look(state);
    const found: string[] = [];
    for (const each of casesOf(state).filter((one) => isAnswered(one) && !isRead(one))) {
      found.push(...(await differences([each])));
      await restore(office.projectId, campaigns.get(state)!, before);
    }
    expect(found).toEqual([]);
  });
});

describe('a campaign that was never loaded', () => {
  it('refuses everybody but the first admin, who may load it and nothing else', async () => {
    for (const name of Object.keys(endpoints)) {
      if (name === 'load-campaign') continue;
      const call = Object.keys(CALLS).find((each) => functionOf(each) === name)!;
      const { files, ...parts } = CALLS[call]!('A');
      const body = { ...parts, campaign: 'NEVER', ...(files !== undefined && { files: {} }) };
      const reply = await office.call(`/${name}`, { as: ADMIN, ...asSent(name, body) });
      expect([name, reply.status]).toEqual([name, 403]);
    }
    const files = councilFiles('NEVER', {});
    const load = (as: string) => office.call('/load-campaign', { as, body: { campaign: 'NEVER', files } });
    expect([(await load(OFFICER)).status, (await load(NOBODY)).status]).toEqual([403, 403]);
    expect((await dump(office.projectId, 'NEVER')).size).toBe(0);
    expect((await load(ADMIN)).status).toBe(200);
  });
});
