import { z } from 'zod';
import { moment, text, whole } from './fields.ts';

/** Also what the campaign's own document holds of the newest setup, so that one read finds it. */
export const setupCodec = z.object({
  version: whole.min(1),
  loadedAt: moment,
  loadedBy: text,
  digest: text,
  pages: whole,
});

export const pageCodec = z.object({ text });
