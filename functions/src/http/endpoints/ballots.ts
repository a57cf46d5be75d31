import { z } from 'zod';
import { readBallots } from '../../usecases/ballots/read-ballots.ts';
import { endpoint } from '../endpoint.ts';
import { idText } from '../shapes/shapes.ts';

/** The campaign's ballots: who has voted, whether I have, and what a closed one came to. */
export const ballotsEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText }),
  mayCall: { council_member: 'campaign', officer: 'campaign', admin: 'campaign', leader: 'campaign' },
  answer: (_, { acting }) => readBallots(acting),
});
