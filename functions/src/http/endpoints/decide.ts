import { z } from 'zod';
import { decide } from '../../usecases/decisions/decide.ts';
import { endpoint } from '../endpoint.ts';
import { inTurn } from '../in-turn.ts';
import { ballotAddress, candidateId, signing } from '../shapes/council-shapes.ts';
import { from, idText, once } from '../shapes/shapes.ts';

/** Issues a numbered decision on subjects that passed a ballot. */
export const decideEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...ballotAddress,
    kind: z.enum(['praise', 'reward', 'caught_up', 'surpassed']),
    subjects: z
      .array(
        z.strictObject({
          candidate: candidateId,
          field: idText.optional(),
          becomesExemplar: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(200)
      .refine((all) => new Set(all.map(({ candidate }) => candidate)).size === all.length),
    ...signing,
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting }) => inTurn(`${order.campaign}/decisions`, () => decide(acting, order)),
});
