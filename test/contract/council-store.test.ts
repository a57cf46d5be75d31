import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { type Ballot, DEFAULT_BALLOT_RULES } from '../../functions/src/domain/ballot/ballot.ts';
import type { BallotBox } from '../../functions/src/domain/ballot/ballot-box.ts';
import type { Decision } from '../../functions/src/domain/decision/decision.ts';
import type { Exemplar } from '../../functions/src/domain/exemplar/exemplar.ts';
import type { CouncilReader } from '../../functions/src/ports/council.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { day, periodId, points } from '../domain/build/campaign.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';

const AT = new Date('2024-04-12T08:00:00.000Z');
let client: FirestoreClient | undefined;

async function open(): Promise<Store> {
  client ??= await openFirestore(freshProjectId());
  return openStore(client, `C-${randomUUID()}`);
}
afterAll(async () => client?.firestore.terminate());

const ballot: Ballot = {
  id: 'BC-2024-03-1',
  purpose: 'nomination',
  period: periodId('2024-03'),
  resultVersion: 2,
  title: 'Bình chọn tháng 03/2024',
  rules: DEFAULT_BALLOT_RULES,
  candidates: [
    {
      id: 'praise-A',
      name: 'Xã A',
      subject: { kind: 'unit', unitId: 'A' },
      outcome: 'praise',
      achievement: 'Dẫn đầu cụm',
      reasons: ['hạng 1'],
    },
    {
      id: 'HT-7K3Q9F',
      name: 'Bà B',
      subject: { kind: 'registrant', unitId: 'A', registration: 'DK-7K3Q9F' },
      outcome: 'surpassed',
      achievement: 'Vượt qua',
      reasons: [],
      learned: {
        row: 'HT-7K3Q9F',
        exemplar: 'DH-2024-001',
        criteria: ['C.1', 'C2'],
        distance: { mine: points(10), theirs: points(9), basisPoints: 11_111 },
      },
    },
  ],
  electorate: ['a.b+c@x.example', 'd@x.example'],
  state: 'closed',
  openedAt: AT,
  openedBy: 'officer@x.example',
  tally: { 'praise-A': { yes: 1, no: 0, blank: 1 }, 'HT-7K3Q9F': { yes: 0, no: 2, blank: 0 } },
  closing: { at: AT, by: 'officer@x.example', minutes: 'Số 3, ngày 12/4/2024', voted: 2 },
  voided: { at: AT, by: 'officer@x.example', reason: 'Sai số liệu' },
};
const boxes: BallotBox[] = [
  { secrecy: 'secret', ballot: 'BC-2024-03-1', voted: ['a.b+c@x.example'], sealed: 'opaque' },
  {
    secrecy: 'open',
    ballot: 'BX-2024-03-1',
    papers: [{ voter: 'a.b+c@x.example', votes: { 'praise-A': 'yes', 'C.1': 'blank' } }],
  },
];
const decision: Decision = {
  number: 9,
  series: '2024',
  reference: '09/QĐ-BCĐ',
  kind: 'surpassed',
  signedOn: day('2024-04-15'),
  signer: { name: 'Nguyễn Văn A', position: 'TRƯỞNG BAN', onBehalf: 'TM. BAN CHỈ ĐẠO' },
  subjects: [
    {
      candidate: 'HT-7K3Q9F',
      subject: ballot.candidates[1]!.subject,
      name: 'Bà B',
      achievement: 'Vượt qua',
      exemplar: 'DH-2024-001',
      became: 'DH-2024-002',
      revoked: { by: '2024-10', reference: '10/QĐ-BCĐ', reason: 'Kê khai sai', on: day('2024-05-01') },
    },
  ],
  period: periodId('2024-03'),
  ballot: ballot.id,
  minutes: 'Số 3',
  decidedAt: AT,
  decidedBy: 'officer@x.example',
};
const exemplar: Exemplar = {
  id: 'DH-2024-002',
  name: 'Bà B',
  subject: ballot.candidates[1]!.subject,
  field: 'NN',
  decision: '2024-9',
  recognisedOn: day('2024-04-15'),
  period: periodId('2024-03'),
  baseline: { total: points(90), criteria: { 'C.1': points(-1), C2: points(20) } },
  surpassed: 'DH-2024-001',
};

describe('the store of ballots, decisions and exemplars', () => {
  it('has nothing at first', async () => {
    const store: CouncilReader = await open();
    expect([await store.ballots(), await store.ballotBoxes(), await store.decisions()]).toEqual([[], [], []]);
    expect(await store.series('2024')).toEqual({ series: '2024', decisions: 0, exemplars: 0 });
    expect(await store.exemplar('DH-2024-001')).toBeUndefined();
  });

  it('gives back everything as it was, in its order', async () => {
    const store = await open();
    const earlier = { ...ballot, id: 'BX-2024-02-1', openedAt: new Date(0), period: periodId('2024-02') };
    const first = { ...decision, number: 2, reference: '02/QĐ-BCĐ' };
    const tenth = { ...decision, number: 10, reference: '10/QĐ-BCĐ' };
    await store.transact(async (tx) => {
      tx.addBallot(ballot);
      tx.addBallot(earlier);
      for (const box of boxes) tx.putBallotBox(box);
      for (const each of [tenth, decision, first]) tx.addDecision(each);
      tx.putSeries({ series: '2024', decisions: 10, exemplars: 2 });
      tx.addExemplar(exemplar);
    });
    expect(await store.ballot(ballot.id)).toEqual(ballot);
    expect(await store.ballots()).toEqual([earlier, ballot]);
    expect(await store.ballots(periodId('2024-03'))).toEqual([ballot]);
    expect(await store.ballotBox(ballot.id)).toEqual(boxes[0]);
    expect(await store.ballotBoxes()).toEqual(boxes);
    expect(await store.decision('2024-9')).toEqual(decision);
    expect(await store.decisions()).toEqual([first, decision, tenth]);
    expect(await store.series('2024')).toEqual({ series: '2024', decisions: 10, exemplars: 2 });
    expect(await store.exemplar('DH-2024-002')).toEqual(exemplar);
    expect(await store.exemplars()).toEqual([exemplar]);
  });

  it('gives a ballot’s, a decision’s and an exemplar’s name once', async () => {
    const store = await open();
    const add = () => [
      store.transact(async (tx) => tx.addBallot(ballot)),
      store.transact(async (tx) => tx.addDecision(decision)),
      store.transact(async (tx) => tx.addExemplar(exemplar)),
    ];
    await Promise.all(add());
    const again = await Promise.allSettled(add());
    expect(again.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('reads no secret box that holds a paper or a moment', async () => {
    const store = await open();
    for (const more of [{ papers: [] }, { at: AT }, { order: [1] }]) {
      await store.transact(async (tx) => tx.putBallotBox({ ...boxes[0]!, ...more } as BallotBox));
      await expect(store.ballotBox(ballot.id)).rejects.toMatchObject({ code: 'stored_document_unreadable' });
    }
  });
});
