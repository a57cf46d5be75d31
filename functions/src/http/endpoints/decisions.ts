import { z } from 'zod';
import { readDecisions } from '../../usecases/decisions/read-decisions.ts';
import { endpoint } from '../endpoint.ts';
import { idText } from '../shapes/shapes.ts';

/** Every decision with what became of it, and who may sign. */
export const decisionsEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText }),
  mayCall: { council_member: 'campaign', officer: 'campaign', admin: 'campaign', leader: 'campaign' },
  answer: (_, { acting }) => readDecisions(acting),
});
