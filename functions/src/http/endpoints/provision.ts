import { z } from 'zod';
import { provision } from '../../usecases/publishing/provision.ts';
import { endpoint } from '../endpoint.ts';
import { idText, once } from '../shapes/shapes.ts';

/** Asks for every workbook; deliver makes them. */
export const provisionEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ campaign: idText, ...once }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  answer: (_, { acting }) => provision(acting),
});
