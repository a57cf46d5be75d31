import { z } from 'zod';
import { appraise } from '../../usecases/forms/appraise.ts';
import { endpoint } from '../endpoint.ts';
import { formCells, from, once, periodAddress } from '../shapes/shapes.ts';

/** The office's appraisal of any number of units, as it stands in the tab Thẩm định. */
export const appraiseEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ ...periodAddress, cells: formCells, ...from, ...once }),
  mayCall: { officer: 'campaign' },
  mostBytes: 20_000_000, // 10,000 units of 14 criteria
  answer: (form, { acting }) => appraise(acting, form),
});
