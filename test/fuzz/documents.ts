/** Everything that Firestore keeps of a project, as {path: when it was last written}. */
export type Documents = ReadonlyMap<string, string>;

/** Reads the emulator as its owner, all collections at once. Paths begin at "campaigns/…". */
export async function readDocuments(projectId: string, under: readonly string[]): Promise<Documents> {
  const all = await Promise.all(under.map((campaign) => readUnder(projectId, campaign)));
  return new Map(all.flat());
}

async function readUnder(projectId: string, campaign: string): Promise<[string, string][]> {
  const root = `projects/${projectId}/databases/(default)/documents`;
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(`http://${process.env.FIRESTORE_EMULATOR_HOST}/v1/${path}`, {
      ...init,
      headers: { Authorization: 'Bearer owner' },
    });
    if (!response.ok && response.status !== 404) throw new Error(`the emulator answered ${response.status}`);
    return response.json();
  };
  const head = (await ask(`${root}/campaigns/${campaign}`, {})) as Found['document'];
  const found = (await ask(`${root}/campaigns/${campaign}:runQuery`, {
    method: 'POST',
    body: JSON.stringify({
      structuredQuery: { from: [{ allDescendants: true }], select: { fields: [{ fieldPath: '__name__' }] } },
    }),
  })) as Found[];
  return [head, ...found.map(({ document }) => document)].flatMap((document): [string, string][] =>
    document?.name === undefined ? [] : [[document.name.slice(root.length + 1), document.updateTime]],
  );
}

interface Found {
  readonly document?: { readonly name: string; readonly updateTime: string };
}

/** The paths of documents that came, went or were written again. */
export function differing(before: Documents, after: Documents): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
