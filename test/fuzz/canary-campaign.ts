import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import { cleanText } from '../../functions/src/domain/form/text.ts';
import type { RegisterRow, RowValues } from '../../functions/src/domain/register/register.ts';
import { CODE } from '../../functions/src/domain/register/registers/columns.ts';
import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import { type CouncilCampaign, councilCampaign, councilFiles } from '../http/council-campaign.ts';
import { filledAppraisal, filledForm, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, type Reply, type TestOffice } from '../http/test-office.ts';
import type { Canaries } from './canaries.ts';

const PERIOD = '2024-03';
const BALLOT = 'BC-2024-03-1';
/** An address whose percent signs mean nothing: a letter to it goes to it alone. */
export const EVIL_ADDRESS = 'x%0abcc%3a_evil@x.example';

/** A campaign in which every free text is a canary, taken through a month to its decisions and a revocation. */
export async function singCampaign(
  office: TestOffice,
  client: FirestoreClient,
  { text }: Canaries,
  beforeClosing: (campaign: CouncilCampaign) => Promise<void>,
): Promise<CouncilCampaign> {
  const code = 'SONG';
  const campaign = await councilCampaign(office, client, code, { secrecy: 'open' });
  const at = { at: '2024-03-20T03:00:00.000Z' };
  ok(await campaign.do('/load-campaign', ADMIN, { files: singingFiles(code, text) }, at));
  ok(await campaign.do('/provision', OFFICER, {}, at));
  ok(await campaign.do('/move-period', OFFICER, { period: PERIOD, action: 'open' }, at));
  for (const unitId of ['A', 'B']) {
    const form = filledForm({ C1: unitId === 'A' ? 9 : 8, C2: 'Có' });
    const values = form.values.map((row, i) => (i === 0 ? row : row.with(7, text(`note of ${unitId}`))));
    const sent = { period: PERIOD, unitId, cells: { ...form, values } };
    ok(await campaign.do('/submit-form', OFFICER, sent, at));
    const reason = text('reason to unlock');
    ok(await campaign.do('/unlock-form', OFFICER, { period: PERIOD, unitId, reason }, at));
    ok(await campaign.do('/submit-form', OFFICER, sent, at));
  }
  await register(campaign, text);
  const appraised = [{ unit: 'A', criterion: 'C1', appraised: 8.5, note: text('note of the appraisal') }];
  ok(await campaign.do('/appraise', OFFICER, { period: PERIOD, cells: filledAppraisal(appraised) }, at));
  await beforeClosing(campaign);
  for (const action of ['close', 'evaluate']) ok(await campaign.move(PERIOD, action));
  ok(await campaign.open());
  await campaign.passAll(BALLOT);
  ok(await campaign.close(BALLOT, { minutes: text('minutes') }));
  const found = await campaign.store.ballot(BALLOT);
  const praised = found!.candidates.filter(({ id }) => id.startsWith('praise'));
  const subjects = praised.map(({ id }) => ({ candidate: id, field: 'NN', becomesExemplar: true }));
  ok(await campaign.decide(BALLOT, 'praise', subjects));
  ok(await campaign.decide(BALLOT, 'reward', [{ candidate: 'reward-A' }]));
  ok(await campaign.revoke('2024-2', { reason: text('reason to revoke') }));
  ok(await campaign.move(PERIOD, 'publish'));
  return campaign;
}

/** Every text of the five files, where a person writes one: names, grounds, signers, evidence, clusters. */
function singingFiles(code: string, text: (place: string) => string): Record<string, string> {
  const files = councilFiles(code, { secrecy: 'open' });
  const json: unknown = JSON.parse(files['campaign.json']!);
  const launch = { date: '2024-01-05', number: text('launch number'), text_vi: 'x' };
  const head = (json as { campaign: object }).campaign;
  Object.assign(json as object, { launch, campaign: { ...head, motto_vi: 'x' } });
  files['campaign.json'] = JSON.stringify(sung(json, 'campaign', text));
  const cell = (place: string) => `"${text(place).replaceAll('"', '""')}"`;
  files['criteria.csv'] = `track,code,name,method,parameters,max_points,measure,evidence_vi
XA,C1,${cell('criterion')},DIRECT,step=0.5,10,${cell('measure')},${cell('evidence')}
XA,C2,${cell('criterion')},YESNO,,5,,${cell('evidence')}
`;
  files['units.csv'] = `unit_id,name,track,cluster
A,${cell('unit')},XA,${cell('cluster')}
B,${cell('unit')},XA,${cell('cluster')}
C,${cell('unit')},XA,Cụm 1
`;
  files['members.csv'] = `${files['members.csv']}"${EVIL_ADDRESS}",unit_editor,C\n`;
  return files;
}

const NAMES = /^(name|.*_vi)$/;

function sung(value: unknown, key: string, text: (place: string) => string): unknown {
  if (typeof value === 'string') return NAMES.test(key) ? text(`setting ${key}`) : value;
  if (Array.isArray(value)) return value.map((each) => sung(each, key, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sung(each, name, text)]));
}

/** One row of each register with a canary in each of its texts, as the edge cleans them; two of them are voted on. */
async function register(campaign: CouncilCampaign, text: (place: string) => string): Promise<void> {
  const clean = (place: string) => cleanText(text(place));
  const rows = Object.values(REGISTERS).map((declaration): RegisterRow => {
    const texts = declaration.columns.filter(({ key, kind }) => key !== CODE.key && kind === 'text');
    const values: RowValues = Object.fromEntries(
      texts.map(({ key }) => [key, clean(`${declaration.id} ${key}`)]),
    );
    const unit = declaration.home === 'unit' ? { unitId: 'B' } : {};
    return {
      register: declaration.id,
      code: `${declaration.prefix}-AAAAAA`,
      revision: 1,
      values: { ...values, ...TOLD[declaration.id] },
      ...unit,
    };
  });
  await campaign.keepRows(...rows);
}

/** What makes a row count: who is registered in what, what the own unit voted, where the proof is. */
const TOLD: Readonly<Record<string, RowValues>> = {
  registration: { kind: 'Cá nhân', field: 'NN', state: 'Đang phấn đấu', registeredOn: '2024-02-15' },
  unit_vote: {
    period: PERIOD,
    registration: 'DK-AAAAAA',
    assessment: 'Hoàn thành xuất sắc',
    present: 20,
    votes: 19,
    outcome: 'Biểu dương',
    proposed: true,
  },
};

function ok({ status, body }: Reply): void {
  if (status >= 300) throw new Error(JSON.stringify(body).slice(0, 2000));
}
