import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { councilFiles, MEMBERS_OF_COUNCIL, VOTING_DAY } from '../../test/http/council-campaign.ts';
import { CALLS, functionOf } from '../../test/http/matrix/calls.ts';
import { openCampaigns } from '../../test/http/matrix/campaigns.ts';
import { type Dump, dump, restore } from '../../test/http/matrix/dump.ts';
import { type Caller, type MonthState, readRules } from '../../test/http/matrix/rule-table.ts';
import { EDITOR_A, LEADER, OFFICER } from '../../test/http/small-campaign.ts';
import { ADMIN, AUDIENCE, type TestOffice } from '../../test/http/test-office.ts';

/** A function asked for what it is there for, by somebody who may, at a moment when it may be done. */
export interface FirstCall {
  readonly name: string;
  /**
   * The caller's token is made ahead, as a browser's is: what is measured is the functions' work. The call throws when it
   * is refused; what it did is undone by `undo`.
   */
  prepare(): Promise<(url: string) => Promise<void>>;
  undo(): Promise<void>;
}

const PEOPLE: Readonly<Partial<Record<Caller, string>>> = {
  'editor, own unit': EDITOR_A,
  officer: OFFICER,
  'council member': MEMBERS_OF_COUNCIL[0]!,
  leader: LEADER,
  admin: ADMIN,
};

/** One for each function, found by the tables of docs/security.md; on campaigns in every state a month can have. */
export async function openFirstCalls(office: TestOffice): Promise<readonly FirstCall[]> {
  const client = await openFirestore(office.projectId);
  const campaigns = await openCampaigns(office, client);
  await client.firestore.terminate();
  const before = new Map<string, Dump>();
  for (const code of campaigns.values()) before.set(code, await dump(office.projectId, code));
  return Object.keys(endpoints).map((name) => {
    const { call, caller, state } = possible(name);
    const code = campaigns.get(state)!;
    return {
      name,
      prepare: async () => {
        const token = await office.identity.issueIdToken({ email: PEOPLE[caller]!, audience: AUDIENCE });
        return (url) => ask(`${url}/${name}`, name, token, bodyOf(call, code));
      },
      undo: () => restore(office.projectId, code, before.get(code)!),
    };
  });
}

const rules = readRules();

function possible(name: string): { call: string; caller: Caller; state: MonthState } {
  for (const [call, who] of rules.who) {
    if (functionOf(call) !== name) continue;
    const caller = (Object.keys(PEOPLE) as Caller[]).find((each) => who.get(each) === 'yes');
    const when = rules.when.get(caller === 'editor, own unit' ? `${call}, by a unit editor` : call);
    const [state] = [...(when ?? rules.when.get(call) ?? [])].find(([, verdict]) => verdict === 'yes') ?? [];
    if (caller !== undefined && state !== undefined) return { call, caller, state };
  }
  throw new Error(`nobody may ever call ${name}`);
}

function bodyOf(call: string, campaign: string): object {
  const { files, ...parts } = CALLS[call]!('A');
  return { ...parts, campaign, ...(files !== undefined && { files: councilFiles(campaign, {}) }) };
}

async function ask(url: string, name: string, token: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'x-clock': VOTING_DAY };
  const response =
    endpoints[name]!.method === 'GET'
      ? await fetch(`${url}?${new URLSearchParams(body as Record<string, string>)}`, { headers })
      : await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
  const said = await response.text();
  if (!response.ok) throw new Error(`${name}: ${response.status} ${said}`);
}
