import type { firestore_v1 } from 'googleapis/build/src/apis/firestore/v1.js';
import { callGoogle, type Patience } from '../google-call.ts';
import { CALL_OPTIONS, once } from '../google-client.ts';

/**
 * A document as it is stored, whatever it means: in the words of Firestore's own REST interface, which tell a whole
 * number from a decimal, keep moments to the last digit and bytes as base64.
 */
export interface StoredDocument {
  /** Below the campaign's document; "" is that document itself. */
  readonly path: string;
  readonly fields: StoredFields;
  /** When it was last written; a write that names it is refused where somebody else wrote since. */
  readonly updateTime?: string | undefined;
}

export type StoredFields = Readonly<Record<string, StoredValue>>;
/** {"stringValue": "…"}, {"integerValue": "1"}, {"mapValue": {"fields": …}}, {"arrayValue": {"values": […]}}, … */
export type StoredValue = firestore_v1.Schema$Value;

/** All documents of one campaign. */
export interface Documents {
  /** Page by page, by path, all of one moment. */
  all(): AsyncGenerator<readonly StoredDocument[]>;
  one(path: string): Promise<StoredDocument | undefined>;
  /** Puts and removes in as few commits as their size allows; one that is there is replaced. */
  write(order: {
    readonly put?: readonly StoredDocument[];
    readonly remove?: readonly string[];
  }): Promise<void>;
  /** Replaces it, or removes it where it has no fields; false where somebody else wrote it since it was read. */
  replace(document: StoredDocument, fields: StoredFields | undefined): Promise<boolean>;
}

export interface DocumentsPlace {
  readonly projectId: string;
  readonly databaseId: string | undefined;
  /** host:port; absent: Google's own. */
  readonly emulatorHost: string | undefined;
}

const PAGE = 100;
const MOST_WRITES = 300;
const MOST_BYTES = 2_500_000;

/** Loads Google's client when it is first needed. */
export function openDocuments(place: DocumentsPlace, campaign: string, patience: Patience): Documents {
  const database = `projects/${place.projectId}/databases/${place.databaseId ?? '(default)'}`;
  const root = `${database}/documents/campaigns/${campaign}`;
  const nameOf = (path: string) => (path === '' ? root : `${root}/${path}`);
  const client = once(() => openClient(place));
  const call = async <T>(make: (api: firestore_v1.Firestore) => Promise<T>): Promise<T> => {
    const api = await client();
    return callGoogle('document', patience, () => make(api));
  };
  const seen = ({ name, fields, updateTime }: firestore_v1.Schema$Document): StoredDocument => ({
    path: name!.slice(root.length + 1),
    fields: fields ?? {},
    updateTime: updateTime ?? undefined,
  });
  const get = (path: string, readTime?: string) =>
    call((api) =>
      api.projects.databases.documents.batchGet(
        { database, requestBody: { documents: [nameOf(path)], ...(readTime && { readTime }) } },
        CALL_OPTIONS,
      ),
    ).then(({ data }) => {
      const [answer] = data as unknown as firestore_v1.Schema$BatchGetDocumentsResponse[];
      return { document: answer?.found && seen(answer.found), readTime: answer?.readTime ?? undefined };
    });
  const commit = (writes: readonly firestore_v1.Schema$Write[]) =>
    call((api) =>
      api.projects.databases.documents.commit(
        { database, requestBody: { writes: [...writes] } },
        CALL_OPTIONS,
      ),
    );

  return {
    one: async (path) => (await get(path)).document,
    async *all() {
      const { document, readTime } = await get('');
      if (document) yield [document];
      for (let after: string | undefined; ; ) {
        const structuredQuery: firestore_v1.Schema$StructuredQuery = {
          from: [{ allDescendants: true }],
          orderBy: [{ field: { fieldPath: '__name__' } }],
          limit: PAGE,
          ...(after !== undefined && { startAt: { values: [{ referenceValue: after }], before: false } }),
        };
        const { data } = await call((api) =>
          api.projects.databases.documents.runQuery(
            { parent: root, requestBody: { structuredQuery, ...(readTime && { readTime }) } },
            CALL_OPTIONS,
          ),
        );
        const answers = data as unknown as firestore_v1.Schema$RunQueryResponse[];
        const found = answers.flatMap(({ document: each }) => (each ? [each] : []));
        if (found.length > 0) yield found.map(seen);
        if (found.length < PAGE) return;
        after = found.at(-1)!.name!;
      }
    },
    async write({ put = [], remove = [] }) {
      const writes: firestore_v1.Schema$Write[] = [
        ...put.map(({ path, fields }) => ({ update: { name: nameOf(path), fields } })),
        ...remove.map((path) => ({ delete: nameOf(path) })),
      ];
      for (const some of inBatches(writes)) await commit(some);
    },
    async replace({ path, updateTime }, fields) {
      const name = nameOf(path);
      const currentDocument = updateTime === undefined ? { exists: true } : { updateTime };
      const write = fields === undefined ? { delete: name } : { update: { name, fields } };
      try {
        await commit([{ ...write, currentDocument }]);
        return true;
      } catch (error) {
        if (isOvertaken(error)) return false;
        throw error;
      }
    },
  };
}

async function openClient({ emulatorHost }: DocumentsPlace): Promise<firestore_v1.Firestore> {
  const [{ firestore_v1: api }, { GoogleAuth, OAuth2Client }] = await Promise.all([
    import('googleapis/build/src/apis/firestore/v1.js'),
    import('google-auth-library'),
  ]);
  if (emulatorHost === undefined)
    return new api.Firestore({
      auth: new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/datastore'] }),
    });
  const owner = new OAuth2Client();
  owner.setCredentials({ access_token: 'owner' }); // the emulator's word for whom rules do not apply to
  return new api.Firestore({ auth: owner, rootUrl: `http://${emulatorHost}/` });
}

function* inBatches(writes: readonly firestore_v1.Schema$Write[]): Generator<firestore_v1.Schema$Write[]> {
  let some: firestore_v1.Schema$Write[] = [];
  let bytes = 0;
  for (const write of writes) {
    const size = Buffer.byteLength(JSON.stringify(write));
    if (some.length > 0 && (some.length >= MOST_WRITES || bytes + size > MOST_BYTES)) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(write);
    bytes += size;
  }
  if (some.length > 0) yield some;
}

/** A precondition that no longer holds: 400 FAILED_PRECONDITION, or 404 and 409 where it came or went. */
function isOvertaken(error: unknown): boolean {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: { status?: unknown } };
  return code === 'not_found' || (code === 'internal' && [400, 409].includes(Number(details?.status)));
}
