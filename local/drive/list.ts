import type { Call } from '../sheets/call.ts';
import type { FileState } from '../sheets/store/file-state.ts';
import { FOLDER_TYPE } from '../sheets/store/file-state.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';
import { own } from '../sheets/wire/shape.ts';
import { roleOf } from './access.ts';
import { describeFile } from './describe.ts';
import { DRIVE_OPTIONS } from './open-file.ts';
import { parseQuery } from './query.ts';

/** GET /drive/v3/files: what the caller may see, newest first unless told otherwise. */
export function listFiles(call: Call): object {
  call.query.allow(
    ...DRIVE_OPTIONS,
    'q',
    'orderBy',
    'pageSize',
    'pageToken',
    'corpora',
    'spaces',
    'includeTeamDriveItems',
  );
  const spaces = call.query.text('spaces');
  if (spaces && spaces !== 'drive') throw unsupported(`spaces "${spaces}"`);
  const corpora = call.query.text('corpora');
  if (corpora && !['user', 'allDrives', 'domain'].includes(corpora))
    throw unsupported(`corpora "${corpora}"`);
  const matches = parseQuery(call.query.text('q') ?? '');
  const found = call.files
    .list()
    .filter((file) => isVisible(call, file) && matches({ file, call }))
    .sort(orderOf(call.query.text('orderBy') || 'modifiedTime desc'));
  const size = Number(call.query.text('pageSize') || 100);
  if (!Number.isInteger(size) || size < 1 || size > 1000)
    throw invalid('Invalid value for pageSize. Values must be within the range: [1, 1000]');
  const start = readToken(call.query.text('pageToken'));
  const end = start + size;
  return {
    kind: 'drive#fileList',
    ...(end < found.length && { nextPageToken: Buffer.from(`from:${end}`).toString('base64url') }),
    incompleteSearch: false,
    files: found.slice(start, end).map((file) => describeFile(call, file)),
  };
}

/** A file that is only shared with anyone who has the link is in nobody's list. */
function isVisible(call: Call, file: FileState): boolean {
  const permissions = file.permissions.filter(
    ({ type, allowFileDiscovery }) => type === 'user' || allowFileDiscovery,
  );
  const listed = roleOf(call.files, { ...file, permissions }, call.caller) !== undefined;
  return listed;
}

function readToken(token: string | undefined): number {
  if (!token) return 0;
  const found = /^from:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (!found) throw invalid('Invalid Value');
  return Number(found[1]);
}

const KEYS: Readonly<Record<string, (file: FileState) => string | number>> = {
  name: ({ meta }) => meta.name.toLowerCase(),
  name_natural: ({ meta }) => meta.name.toLowerCase(),
  createdTime: ({ meta }) => meta.createdTime,
  modifiedTime: ({ meta }) => meta.modifiedTime,
  folder: ({ meta }) => (meta.mimeType === FOLDER_TYPE ? 0 : 1),
  starred: ({ meta }) => (meta.starred ? 0 : 1),
};

function orderOf(text: string): (a: FileState, b: FileState) => number {
  const keys = text.split(',').map((part) => {
    const [name = '', direction] = part.trim().split(/\s+/);
    const key = own(KEYS, name);
    if (key === undefined) throw unsupported(`orderBy "${name}"`);
    return { key, sign: direction === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { key, sign } of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  };
}
