import { z } from 'zod';
import { recordWrittenVotes } from '../../usecases/ballots/record-written-votes.ts';
import { endpoint } from '../endpoint.ts';
import { inTurn } from '../in-turn.ts';
import { sealOf } from '../seal.ts';
import { account, ballotAddress, countsByCandidate, paper } from '../shapes/council-shapes.ts';
import { from } from '../shapes/shapes.ts';

/** Papers of absent members. Like a vote it takes no requestKey. */
export const recordWrittenVotesEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...ballotAddress,
    written: z.discriminatedUnion('secrecy', [
      z.strictObject({
        secrecy: z.literal('secret'),
        voters: z.array(account).min(1).max(500),
        counts: countsByCandidate,
      }),
      z.strictObject({
        secrecy: z.literal('open'),
        papers: z
          .array(z.strictObject({ voter: account, votes: paper }))
          .min(1)
          .max(500),
      }),
    ]),
    ...from,
  }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting, config }) =>
    inTurn(`${order.campaign}/ballots/${order.ballot}`, () =>
      recordWrittenVotes(acting, order, sealOf(config, order.campaign)),
    ),
});
