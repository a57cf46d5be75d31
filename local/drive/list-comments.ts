import type { Call } from '../sheets/call.ts';
import { DRIVE_OPTIONS, openFile } from './open-file.ts';

/** GET /drive/v3/files/{id}/comments: nobody can write one here, so there are none. */
export function listComments(call: Call): object {
  call.query.allow(...DRIVE_OPTIONS, 'includeDeleted', 'pageSize', 'pageToken', 'startModifiedTime');
  openFile(call, call.params[0]!, 'reader');
  return { kind: 'drive#commentList', comments: [] };
}
