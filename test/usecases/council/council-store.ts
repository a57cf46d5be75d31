import { randomUUID } from 'node:crypto';
import { openSeal } from '../../../functions/src/adapters/ballot-seal.ts';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import { AppError } from '../../../functions/src/domain/app-error.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { RegisterRow } from '../../../functions/src/domain/register/register.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import type { Acting } from '../../../functions/src/usecases/acting.ts';
import {
  campaignOf,
  criterionOf,
  day,
  inputOf,
  inputsOf,
  periodId,
  points,
  unitOf,
} from '../../domain/build/campaign.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

export const MARCH = periodId('2024-03');
export const AT = new Date('2024-04-12T02:00:00.000Z');
export const SIGNED = { signer: 'TB', signedOn: '2024-04-12' } as const;
export const SEAL = openSeal([new Uint8Array(32).fill(7)], 'LAWS');
export const voters = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `c${String(i).padStart(2, '0')}@x.example`);

let client: FirestoreClient | undefined;
export async function closeClient(): Promise<void> {
  await client?.firestore.terminate();
  client = undefined; // the next file of the same worker opens its own
}

export interface CouncilSetting {
  readonly units?: number;
  readonly council?: number;
  readonly secrecy?: 'secret' | 'open';
  readonly quorum?: string;
}

/** A campaign of its own whose March is evaluated: every unit is chosen for praise, each with fewer points. */
export async function councilStore({
  units = 3,
  council = 5,
  secrecy = 'secret',
  quorum = '0.5',
}: CouncilSetting = {}): Promise<Store> {
  client ??= await openFirestore(freshProjectId());
  const store = openStore(client, `C-${randomUUID()}`);
  const ids = Array.from({ length: units }, (_, i) => `U${String(i).padStart(2, '0')}`);
  const rules = {
    secrecy,
    quorum: quorum as never,
    base: 'voted',
    pass: '0.5' as never,
    above: false,
  } as const;
  const campaign = campaignOf({
    units: ids.map((id) => unitOf(id)),
    criteria: [criterionOf('T1', { kind: 'direct' }, { max: points(100) })],
    settings: [
      {
        ballots: { nomination: rules, review: rules },
        decisions: {
          scheme: '{n}/QĐ',
          issuer: 'BAN CHỈ ĐẠO',
          place: 'Ba Tri',
          grounds: [],
          recipients: [],
          signers: [{ code: 'TB', name: 'Nguyễn Văn A', position: 'TRƯỞNG BAN' }],
        },
        recognitions: [
          {
            code: 'BD',
            name: 'Dẫn đầu',
            outcome: 'praise',
            scope: 'track',
            first: units,
            tieAtCut: 'everybody',
          },
        ],
      },
    ],
  });
  const staged = await store.stageCampaign(campaign);
  // The first unit has 100 points, each other one less.
  const inputs = inputsOf(
    campaign,
    ids.map((id, i) => inputOf(id, { T1: 100 - i })),
  );
  const result = await store.stageResult(evaluatePeriod(inputs), await store.stageInputs(inputs));
  await store.transact(async (tx) => {
    tx.putSetup({ version: 1, loadedAt: AT, loadedBy: 'admin@x.example' }, staged);
    for (const email of voters(council)) tx.putMember({ email, roles: ['council_member'], unitIds: [] });
    tx.putPeriod({
      period: MARCH,
      revision: 3,
      state: 'evaluated',
      ballot: 'not_held',
      deadlineAt: AT,
      changedAt: AT,
      changedBy: 'officer@x.example',
      resultVersion: 1,
      publishedVersion: 0,
      publications: [],
      reopenings: [],
    });
    const head = { version: 1, setupVersion: 1, evaluatedAt: AT, evaluatedBy: 'officer@x.example' };
    tx.putResult(MARCH, head, result);
  });
  return store;
}

export const as = (store: Store, by = 'officer@x.example'): Acting => ({ store, now: () => AT, by });

export async function keepRows(store: Store, ...rows: readonly RegisterRow[]): Promise<void> {
  await store.transact(async (tx) => {
    for (const row of rows) {
      tx.putRegisterRow({ ...row, addedAt: AT, savedAt: AT, savedBy: 'x@x.example' });
      tx.putRegisterRevision(row.register, row.unitId, 1);
    }
  });
}

export const DAY = day('2024-04-12');

/** What became of it: its value, or the code it was refused with. Whoever was beaten by others asks again. */
export async function outcome<T>(work: () => Promise<T>): Promise<T | string> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'conflict' && error.code !== 'unavailable') return error.code;
    }
  }
}
