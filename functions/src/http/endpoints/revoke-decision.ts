import { z } from 'zod';
import { revokeDecision } from '../../usecases/decisions/revoke-decision.ts';
import { endpoint } from '../endpoint.ts';
import { inTurn } from '../in-turn.ts';
import { candidateId, signing } from '../shapes/council-shapes.ts';
import { from, idText, once, reasonText } from '../shapes/shapes.ts';

/** Takes a decision back by another one, with a reason. */
export const revokeDecisionEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    decision: idText,
    subjects: z.array(candidateId).min(1).max(200).optional(),
    reason: reasonText,
    ...signing,
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting }) => inTurn(`${order.campaign}/decisions`, () => revokeDecision(acting, order)),
});
