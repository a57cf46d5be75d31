import { z } from 'zod';
import { unlockForm } from '../../usecases/forms/unlock-form.ts';
import { endpoint } from '../endpoint.ts';
import { from, once, reasonText, unitAddress } from '../shapes/shapes.ts';

/** Opens a submitted form again, to be corrected and sent anew. */
export const unlockFormEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ ...unitAddress, reason: reasonText, ...from, ...once }),
  mayCall: { unit_editor: 'own_units', officer: 'campaign' },
  answer: (order, { acting }) => unlockForm(acting, order),
});
