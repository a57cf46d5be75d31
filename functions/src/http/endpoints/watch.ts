import { z } from 'zod';
import { requireWorkbook } from '../../usecases/require-workbook.ts';
import { showOperations } from '../../usecases/watch/read-operations.ts';
import { watchWorkbooks } from '../../usecases/watch/watch-workbooks.ts';
import { endpoint } from '../endpoint.ts';
import { googleOf } from '../google.ts';
import { sentences } from '../sentences.ts';
import { from, idText, workingTime } from '../shapes/shapes.ts';

const WATCH_MS = 25_000;

/**
 * Looks after everything: the files whose turn it is, and what the office's tab shows of all that runs. Called by the
 * scheduler every minute; with `all` by an officer, who does not want to wait for the hour.
 */
export const watchEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    all: z.boolean().optional(),
    most: z.int().min(1).max(1000).optional(),
    ...from,
    ...workingTime,
  }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  scheduled: 'watch',
  worksForMs: ({ withinMs = WATCH_MS }) => withinMs,
  async answer({ spreadsheetId, campaign: _, ...order }, { acting, config, language }) {
    const { store, by, now: officeNow } = acting;
    await requireWorkbook(store, 'office', spreadsheetId);
    const now = () => new Date();
    const run = await watchWorkbooks({ store, now, by }, googleOf(config), { withinMs: WATCH_MS, ...order });
    await showOperations(store, { now, officeNow }, { atOnce: order.all ?? false });
    return { ...run, said: sentences[language].sidebar.looked(run.checked, run.failed + run.remaining) };
  },
});
