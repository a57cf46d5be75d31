import { expect, it } from 'vitest';
import { openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { Period, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { Rules } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import { readForms } from '../../../functions/src/usecases/periods/period-inputs.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

const PERIOD = { id: '2024-03' as PeriodId } as Period;
const AT = new Date('2024-03-20T03:00:00.000Z');
/** Three calls' worth of units. */
const KNOWN = Array.from({ length: 1_100 }, (_, i) => `U${String(i).padStart(4, '0')}`);
/** Merged away: before, between and after those that the rules know. */
const GONE = ['A', 'U0500a', 'U0999.9', 'z'];

it('reads every form once, also those of units that the rules no longer have, and tells how many', async () => {
  const client = await openFirestore(freshProjectId());
  try {
    const store = openStore(client, 'FORMS');
    const sent = [...KNOWN, ...GONE].sort();
    for (let first = 0; first < sent.length; first += 400)
      await store.transact(async (transaction) => {
        for (const unitId of sent.slice(first, first + 400))
          transaction.putSubmission({
            period: PERIOD.id,
            unitId,
            revision: 1,
            submittedAt: AT,
            submittedBy: 'a@x.example',
            source: 'submitted',
            late: false,
            answers: [],
            reopenings: 0,
          });
      });
    const told: number[] = [];
    const rules = { units: KNOWN.toReversed().map((id) => ({ id })) } as unknown as Rules;
    const { submissions } = await readForms(store, PERIOD, rules, async (read) => void told.push(read));
    expect(submissions.map(({ unitId }) => unitId)).toEqual(sent);
    expect(told).toEqual([502, 1_004, 1_104]);
  } finally {
    await client.firestore.terminate();
  }
});
