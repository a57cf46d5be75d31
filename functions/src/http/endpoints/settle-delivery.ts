import { z } from 'zod';
import { settleDelivery } from '../../usecases/watch/settle-delivery.ts';
import { endpoint } from '../endpoint.ts';
import { sentences } from '../sentences.ts';
import { from, idText, once, reasonText, workbookId } from '../shapes/shapes.ts';

/** Tries a workbook that could not be written again at once, or gives it up, with a reason. */
export const settleDeliveryEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    workbook: z.union([workbookId, z.literal('units')]),
    action: z.enum(['retry', 'drop']),
    reason: reasonText.optional(),
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  async answer(order, { acting, language }) {
    const { retried, dropped } = sentences[language].sidebar;
    const settled = await settleDelivery(acting, order);
    return { ...settled, said: order.action === 'drop' ? dropped : retried };
  },
});
