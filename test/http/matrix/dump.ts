/** A campaign's documents on the emulator as they stand, by name; with the moment of each one's last write. */
export type Dump = ReadonlyMap<string, StoredDocument>;

interface StoredDocument {
  readonly name: string;
  readonly fields?: object;
  readonly updateTime: string;
}

/** Everything below a campaign, in whatever collection, by one query. */
export async function dump(projectId: string, campaign: string): Promise<Dump> {
  const answers = (await ask(projectId, `campaigns/${campaign}:runQuery`, {
    structuredQuery: { from: [{ allDescendants: true }] },
  })) as { document?: StoredDocument }[];
  const head = (await ask(projectId, ':batchGet', {
    documents: [nameOf(projectId, `campaigns/${campaign}`)],
  })) as { found?: StoredDocument }[];
  const all = [...head.map(({ found }) => found), ...answers.map(({ document }) => document)];
  return new Map(
    all.flatMap((document) => (document === undefined ? [] : [[document.name, document] as const])),
  );
}

/** The same documents with the same contents as in an earlier dump. */
export async function restore(projectId: string, campaign: string, wanted: Dump): Promise<void> {
  const now = await dump(projectId, campaign);
  const gone = [...now.keys()].filter((name) => !wanted.has(name)).map((name) => ({ delete: name }));
  const changed = [...wanted.values()].filter(
    ({ name, updateTime }) => now.get(name)?.updateTime !== updateTime,
  );
  const writes = [...gone, ...changed.map(({ name, fields = {} }) => ({ update: { name, fields } }))];
  if (writes.length > 0) await ask(projectId, ':commit', { writes });
}

const nameOf = (projectId: string, path: string) =>
  `projects/${projectId}/databases/(default)/documents/${path}`;

async function ask(projectId: string, path: string, body: object): Promise<unknown> {
  const slash = path.startsWith(':') ? '' : '/';
  const url = `http://${process.env.FIRESTORE_EMULATOR_HOST}/v1/${nameOf(projectId, '').slice(0, -1)}${slash}${path}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}
