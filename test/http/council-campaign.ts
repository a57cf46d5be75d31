import type { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { KeptRow, RegisterRow } from '../../functions/src/domain/register/register.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, filledForm, OFFICER } from './small-campaign.ts';
import { ADMIN, type CallWish, type Reply, type TestOffice } from './test-office.ts';

export const MEMBERS_OF_COUNCIL = ['c1', 'c2', 'c3', 'c4', 'c5'].map((name) => `${name}@x.example`);
export const IN_MARCH = '2024-03-20T03:00:00.000Z';
/** 12 April 2024 in Vietnam. */
export const VOTING_DAY = '2024-04-12T02:00:00.000Z';
export const SIGNED = { signer: 'TB', signedOn: '2024-04-12' } as const;

type Choice = 'yes' | 'nay' | 'nil';

/** A campaign whose March is evaluated: A first, B second, C sent nothing; the first two are praised. */
export interface CouncilCampaign {
  readonly code: string;
  readonly store: Store;
  do(path: string, as: string, body?: object, wish?: CallWish): Promise<Reply>;
  get(path: string, as: string, query?: Readonly<Record<string, string>>): Promise<Reply>;
  move(period: string, action: string, parts?: object): Promise<Reply>;
  evaluate(period: string, points: Readonly<Record<'A' | 'B', number>>, at?: string): Promise<void>;
  open(parts?: object): Promise<Reply>;
  vote(ballot: string, as: string, votes: Readonly<Record<string, Choice>>): Promise<Reply>;
  close(ballot: string, parts?: object): Promise<Reply>;
  decide(ballot: string, kind: string, subjects: readonly object[], parts?: object): Promise<Reply>;
  revoke(decision: string, parts?: object): Promise<Reply>;
  /** As if a unit or the office had sent it. */
  keepRows(...rows: readonly RegisterRow[]): Promise<void>;
  /** The ballot's papers, all yes, of as many members. */
  passAll(ballot: string, members?: number): Promise<void>;
}

export interface CouncilSettings {
  readonly secrecy?: 'secret' | 'open';
  readonly quorum?: string;
  readonly council?: readonly string[];
}

export async function councilCampaign(
  office: TestOffice,
  client: Awaited<ReturnType<typeof openFirestore>>,
  code: string,
  settings: CouncilSettings = {},
): Promise<CouncilCampaign> {
  const store = openStore(client, code);
  const campaign: CouncilCampaign = {
    code,
    store,
    do: (path, as, body = {}, wish = {}) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: VOTING_DAY, ...wish }),
    get: (path, as, query = {}) =>
      office.call(path, { as, query: { campaign: code, ...query }, at: VOTING_DAY }),
    move: (period, action, parts = {}) => campaign.do('/move-period', OFFICER, { period, action, ...parts }),
    async evaluate(period, points, at = `${period}-20T03:00:00.000Z`) {
      await campaign.do('/move-period', OFFICER, { period, action: 'open' }, { at });
      for (const [unitId, as] of [
        ['A', EDITOR_A],
        ['B', EDITOR_B],
      ] as const) {
        const cells = filledForm({ C1: points[unitId], C2: 'Có' });
        await campaign.do('/submit-form', as, { period, unitId, cells }, { at });
      }
      await campaign.move(period, 'close');
      await campaign.move(period, 'evaluate');
    },
    open: (parts = {}) =>
      campaign.do('/open-ballot', OFFICER, { period: '2024-03', purpose: 'nomination', ...parts }),
    vote: (ballot, as, votes) => campaign.do('/cast-vote', as, { ballot, votes }),
    close: (ballot, parts = {}) =>
      campaign.do('/close-ballot', OFFICER, { ballot, minutes: 'Số 5, ngày 12/4/2024', ...parts }),
    decide: (ballot, kind, subjects, parts = {}) =>
      campaign.do('/decide', OFFICER, { ballot, kind, subjects, ...SIGNED, ...parts }),
    revoke: (decision, parts = {}) =>
      campaign.do('/revoke-decision', OFFICER, { decision, reason: 'Kê khai sai', ...SIGNED, ...parts }),
    async keepRows(...rows) {
      const at = new Date(VOTING_DAY);
      await store.transact(async (tx) => {
        const kept = new Map<string, KeptRow>();
        for (const register of new Set(rows.map((row) => row.register)))
          for (const row of await tx.registerRows(register)) kept.set(`${register} ${row.code}`, row);
        for (const row of rows) {
          const before = kept.get(`${row.register} ${row.code}`);
          tx.putRegisterRow({ ...row, addedAt: at, savedAt: at, savedBy: OFFICER }, before);
          tx.putRegisterRevision(row.register, row.unitId, 1);
        }
      });
    },
    async passAll(ballot, members = MEMBERS_OF_COUNCIL.length) {
      const found = await store.ballot(ballot);
      const votes = Object.fromEntries(found!.candidates.map(({ id }) => [id, 'yes' as const]));
      for (const as of MEMBERS_OF_COUNCIL.slice(0, members)) await campaign.vote(ballot, as, votes);
    },
  };
  const files = councilFiles(code, settings);
  const loaded = await campaign.do('/load-campaign', ADMIN, { files });
  if (loaded.status !== 200) throw new Error(JSON.stringify(loaded.body));
  return campaign;
}

export function councilFiles(code: string, { secrecy = 'secret', quorum, council }: CouncilSettings) {
  const files = campaignFiles(code);
  const json = JSON.parse(files['campaign.json']!);
  const rules = { secrecy, ...(quorum !== undefined && { quorum }) };
  json.fields = [{ code: 'NN', name_vi: 'Nông nghiệp' }];
  json.settings = [
    {
      ranking: { places: 'competition', decimals: 2 },
      recognitions: [
        { code: 'BD', name_vi: 'Biểu dương hai đơn vị đầu', outcome: 'praise', scope: 'track', first: 2 },
        { code: 'KT', name_vi: 'Khen thưởng đơn vị đầu', outcome: 'reward', scope: 'track', first: 1 },
      ],
      ballots: { nomination: rules, review: rules },
      decisions: {
        scheme: '{nn}/QĐ-BCĐ',
        parent_vi: 'HUYỆN ỦY BA TRI',
        issuer_vi: 'BAN CHỈ ĐẠO',
        place_vi: 'Ba Tri',
        grounds_vi: ['Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;'],
        recipients_vi: ['Như Điều 3', 'Lưu: VT'],
        signers: [
          {
            code: 'TB',
            name_vi: 'Nguyễn Văn A',
            position_vi: 'TRƯỞNG BAN',
            on_behalf_vi: 'TM. BAN CHỈ ĐẠO',
          },
        ],
      },
    },
  ];
  files['campaign.json'] = JSON.stringify(json);
  const members = files['members.csv']!.replace(/^council@.*\n/m, '');
  const voters = (council ?? MEMBERS_OF_COUNCIL).map((email) => `${email},council_member,\n`).join('');
  files['members.csv'] = members + voters;
  return files;
}
