import type { Call } from '../sheets/call.ts';
import { type FileMeta, FOLDER_TYPE, SPREADSHEET_TYPE } from '../sheets/store/file-state.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';
import { each, message } from '../sheets/wire/messages/message.ts';
import { readMessage } from '../sheets/wire/shape.ts';
import { fileNotFound, openFile } from './open-file.ts';

export interface FileBody {
  name?: string;
  mimeType?: string;
  description?: string;
  parents?: string[];
  starred?: boolean;
  trashed?: boolean;
  writersCanShare?: boolean;
  appProperties?: Record<string, string | null>;
  properties?: Record<string, string | null>;
}

const FILE = message('File', {
  name: 'string',
  mimeType: 'string',
  description: 'string',
  parents: each('string'),
  starred: 'bool',
  trashed: 'bool',
  writersCanShare: 'bool',
  appProperties: { mapOf: 'string' },
  properties: { mapOf: 'string' },
});

export const readFileBody = (call: Call): FileBody => readMessage<FileBody>(FILE, call.body);

/** Only what the product keeps in Drive. @throws ApiError 501 */
export function checkType(mimeType: string | undefined): string {
  if (mimeType === SPREADSHEET_TYPE || mimeType === FOLDER_TYPE) return mimeType;
  throw unsupported(`files of type "${mimeType ?? 'application/octet-stream'}"`);
}

/** Folders to put a file in; `root` is where files without a folder are. @throws ApiError 404 */
export function checkParents(call: Call, parents: readonly string[]): string[] {
  return parents
    .filter((parent) => parent !== 'root')
    .map((parent) => {
      if (openFile(call, parent, 'writer').meta.mimeType !== FOLDER_TYPE) throw fileNotFound(parent);
      return parent;
    });
}

/** A property set to null is taken away. */
export function mergeProperties(
  before: FileMeta['properties'],
  given: Record<string, string | null> | undefined,
): Record<string, string> {
  const merged: Record<string, string> = { ...before };
  for (const [key, value] of Object.entries(given ?? {})) {
    if (value === null) delete merged[key];
    else if (Buffer.byteLength(key) + Buffer.byteLength(value) > 124)
      throw invalid('Property key and value together must be at most 124 bytes.');
    else merged[key] = value;
  }
  return merged;
}
