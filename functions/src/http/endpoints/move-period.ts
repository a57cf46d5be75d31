import { z } from 'zod';
import { movePeriod } from '../../usecases/periods/move-period.ts';
import { endpoint } from '../endpoint.ts';
import { from, once, periodAddress, reasonText } from '../shapes/shapes.ts';

/** A period's next step: open, close, evaluate, publish, or back with a reason. */
export const movePeriodEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    ...periodAddress,
    action: z.enum(['open', 'close', 'evaluate', 'publish', 'reopen']),
    reason: reasonText.optional(),
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting }) => movePeriod(acting, order),
});
