import { afterAll, describe, expect, it } from 'vitest';
import { unitVote } from '../../../functions/src/domain/register/registers/unit-vote.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { castVote } from '../../../functions/src/usecases/ballots/cast-vote.ts';
import { closeBallot } from '../../../functions/src/usecases/ballots/close-ballot.ts';
import { openBallot } from '../../../functions/src/usecases/ballots/open-ballot.ts';
import { decide } from '../../../functions/src/usecases/decisions/decide.ts';
import { saveRegister } from '../../../functions/src/usecases/registers/save-register.ts';
import { formOf } from '../registers/register-office.ts';
import {
  as,
  closeClient,
  councilStore,
  keepRows,
  MARCH,
  outcome,
  SEAL,
  SIGNED,
  voters,
} from './council-store.ts';

afterAll(closeClient);

const BALLOT = 'BC-2024-03-1';
const LETTERS = [...'ABCDEF'];
const COUNCIL = voters(2);
const DEED = 'Hiến 500 m² đất';

const unitOf = (i: number) => `U0${i}`;
const registration = (i: number) => `DK-AAAAA${LETTERS[i]}`;
const voteOf = (i: number) => `BC-AAAAA${LETTERS[i]}`;
const candidate = (i: number) => `reward-${registration(i)}`;

/** A person of each unit passed the council's vote for a reward; the units have praised them so far. */
async function passed(): Promise<Store> {
  const store = await councilStore({ units: LETTERS.length, council: COUNCIL.length });
  const rows = LETTERS.flatMap((_, i) => {
    const unit = { unitId: unitOf(i), revision: 1 };
    const values = { name: `Bà ${LETTERS[i]}`, kind: 'Cá nhân', content: 'Hiến đất', state: 'Đang phấn đấu' };
    const vote = { period: MARCH, registration: registration(i), outcome: 'Biểu dương', achievement: DEED };
    return [
      { ...unit, register: 'registration', code: registration(i), values },
      { ...unit, register: 'unit_vote', code: voteOf(i), values: { ...vote, proposed: true } },
    ];
  });
  await keepRows(store, ...rows);
  const only = LETTERS.map((_, i) => candidate(i));
  await openBallot(as(store), { purpose: 'nomination', period: MARCH, only }, SEAL);
  const votes = Object.fromEntries(only.map((id) => [id, 'yes' as const]));
  for (const by of COUNCIL) await castVote(as(store, by), { ballot: BALLOT, votes }, SEAL);
  await closeBallot(as(store), { ballot: BALLOT, minutes: 'Số 5' }, SEAL);
  return store;
}

const rewardedByCouncil = (store: Store, i: number) =>
  decide(as(store), { ballot: BALLOT, kind: 'reward', subjects: [{ candidate: candidate(i) }], ...SIGNED });

/** The unit writes into its row that it rewards the person itself. */
const rewardedByUnit = (store: Store, i: number) =>
  saveRegister(as(store), unitVote, {
    unitId: unitOf(i),
    cells: formOf(unitVote, [
      {
        code: voteOf(i),
        period: MARCH,
        registration: registration(i),
        assessment: 'Hoàn thành xuất sắc',
        entitled: 20,
        present: 20,
        votes: 20,
        outcome: 'Khen thưởng',
        reward: 'Giấy khen',
        achievement: DEED,
        proposed: 'Có',
        heldOn: '01/04/2024',
        minutes: 'Số 4',
      },
    ]),
  });

describe('a deed', () => {
  it('is rewarded by the council or by the unit, whoever is first, and never by both', async () => {
    const store = await passed();
    const pairs = LETTERS.map((_, i) => {
      const both = [rewardedByCouncil, rewardedByUnit].map(
        (by) => () => outcome<unknown>(() => by(store, i)),
      );
      return Promise.all((i % 2 === 0 ? both : both.toReversed()).map((work) => work()));
    });
    const refused = (await Promise.all(pairs)).map((pair) => pair.filter((each) => typeof each === 'string'));
    for (const codes of refused) expect(['rewarded_by_unit', 'has_issues']).toContain(codes.join());
  });
});
