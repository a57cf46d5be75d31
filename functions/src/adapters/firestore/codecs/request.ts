import { z } from 'zod';
import type { StoredRequest } from '../../../ports/request.ts';
import { moment, text, whole } from './fields.ts';

/** The stored answer is kept as text: nested lists are not Firestore's, and nobody queries it. */
export const requestCodec: z.ZodType<StoredRequest> = z
  .strictObject({
    key: text,
    fingerprint: text,
    status: whole,
    body: text,
    at: moment,
    expireAt: moment.optional(),
  })
  .transform(({ body, expireAt: _, ...rest }) => ({ ...rest, body: JSON.parse(body) as unknown }));

/** A click is sent again within minutes, a job's step within hours. */
const REQUEST_DAYS = 30;

/**
 * `expireAt`: from then on Firestore may delete it (a TTL policy in firestore.indexes.json); the emulator keeps it. An
 * answer that is still there then is still right, so nobody looks at the moment.
 */
export function requestDocument(request: StoredRequest): Record<string, unknown> {
  const { at, body } = request;
  const expireAt = new Date(at.getTime() + REQUEST_DAYS * 24 * 3600 * 1000);
  return { ...request, body: JSON.stringify(body), expireAt };
}
