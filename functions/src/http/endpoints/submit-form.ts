import { z } from 'zod';
import { submitForm } from '../../usecases/forms/submit-form.ts';
import { endpoint } from '../endpoint.ts';
import { formCells, from, once, unitAddress } from '../shapes/shapes.ts';

/** A unit's form, checked only or for keeps. */
export const submitFormEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...unitAddress,
    cells: formCells,
    checkOnly: z.boolean().optional(),
    ...from,
    ...once,
  }),
  mayCall: { unit_editor: 'own_units', officer: 'campaign' },
  answer: (form, { acting }) => submitForm(acting, form),
});
