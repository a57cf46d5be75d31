import type { Call } from '../sheets/call.ts';
import { describeFile } from './describe.ts';
import { DRIVE_OPTIONS, openFile } from './open-file.ts';

/** GET /drive/v3/files/{id} */
export function getFile(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'acknowledgeAbuse');
  return describeFile(call, openFile(call, call.params[0]!, 'reader'));
}
