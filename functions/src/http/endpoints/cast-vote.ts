import { z } from 'zod';
import { castVote } from '../../usecases/ballots/cast-vote.ts';
import { endpoint } from '../endpoint.ts';
import { inTurn } from '../in-turn.ts';
import { sealOf } from '../seal.ts';
import { ballotAddress, paper } from '../shapes/council-shapes.ts';
import { from } from '../shapes/shapes.ts';

/**
 * A member's vote. It takes no requestKey: what is kept of a request to answer it twice is a fingerprint of the body,
 * and a vote can be guessed from its fingerprint. Sending twice is refused (secret) or replaces the same (open).
 */
export const castVoteEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ ...ballotAddress, votes: paper, ...from }),
  leavesNoMark: true,
  mayCall: { council_member: 'campaign' },
  answer: (order, { acting, config }) =>
    inTurn(`${order.campaign}/ballots/${order.ballot}`, () =>
      castVote(acting, order, sealOf(config, order.campaign)),
    ),
});
