import { z } from 'zod';
import { readFormRules } from '../../usecases/forms/read-form-rules.ts';
import { endpoint } from '../endpoint.ts';
import { unitAddress } from '../shapes/shapes.ts';

/** All that it takes to check a unit's form as submit-form would, and what became of it so far. */
export const formRulesEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject(unitAddress),
  mayCall: { unit_editor: 'own_units', officer: 'campaign' },
  answer: (address, { acting }) => readFormRules(acting.store, address),
});
