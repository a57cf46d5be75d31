import { z } from 'zod';
import { openBallot } from '../../usecases/ballots/open-ballot.ts';
import { endpoint } from '../endpoint.ts';
import { sealOf } from '../seal.ts';
import { candidateId, evidenceText } from '../shapes/council-shapes.ts';
import { from, idText, once, periodAddress } from '../shapes/shapes.ts';

/** Opens the council's vote on a period, or with checkOnly tells who would stand and why. */
export const openBallotEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...periodAddress,
    purpose: z.enum(['nomination', 'review']),
    only: z.array(candidateId).max(2000).optional(),
    proposals: z
      .array(
        z.strictObject({
          row: idText,
          outcome: z.enum(['caught_up', 'surpassed']),
          evidence: evidenceText.optional(),
        }),
      )
      .max(500)
      .optional(),
    checkOnly: z.boolean().optional(),
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting, config }) => openBallot(acting, order, sealOf(config, order.campaign)),
});
