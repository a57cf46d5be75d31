/** One recorded request with Google's answer. */
export interface Recording {
  test: string;
  seq: number;
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  body: unknown;
  status: number;
  contentType: string | null;
  responseBody: unknown;
}

/** Why a recording was not compared, or what differed; no differences means that it passed. */
export type Outcome = { skipped: string } | { differences: string[] };

/** Keys whose values are chosen by the server: they are not equal but stand for each other one to one. */
const IDENTITIES: Readonly<Record<string, string>> = {
  spreadsheetId: 'file',
  id: 'file',
  fileId: 'file',
  sheetId: 'sheet',
  sourceSheetId: 'sheet',
  newSheetId: 'sheet',
  namedRangeId: 'named range',
  protectedRangeId: 'protected range',
  bandedRangeId: 'banded range',
  metadataId: 'metadata',
  chartId: 'object',
  objectId: 'object',
};
const TIMES = new Set(['createdTime', 'modifiedTime']);
/** Contain an id or change with every write: only their presence is compared. */
const PRESENT = new Set(['spreadsheetUrl', 'nextPageToken', 'etag']);

/** Plays the recordings of one recorded test, in order, against a server. */
export class Replay {
  readonly #url: string;
  readonly #token: string;
  readonly #local = new Map<string, string>();
  readonly #recorded = new Map<string, string>();

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async play(recording: Recording): Promise<Outcome> {
    if (recording.status === 429 || recording.status >= 500) return { skipped: 'Google was busy' };
    const file = /\/(?:spreadsheets|files)\/([^/:]+)/.exec(recording.path)?.[1];
    if (file && !this.#local.has(`file ${file}`) && recording.status !== 404)
      return { skipped: 'the file was made outside the recording' };
    const listed = (recording.responseBody as { files?: { id: string }[] } | null)?.files;
    if (recording.path.endsWith('/files') && listed?.some(({ id }) => !this.#local.has(`file ${id}`)))
      return { skipped: 'the list holds files made outside the recording' };
    const answer = await this.#send(recording, file);
    const differences: string[] = [];
    if (answer.status !== recording.status)
      differences.push(`status ${answer.status}, not ${recording.status}: ${answer.text}`);
    else if (isRaw(recording.responseBody)) {
      if (answer.text !== recording.responseBody.$raw) differences.push(`text ${answer.text}`);
      if (!recording.contentType!.startsWith(answer.type)) differences.push(`type ${answer.type}`);
    } else if (recording.responseBody !== null) {
      const own = JSON.parse(answer.text);
      if (listed) own.files = own.files.filter(({ id }: { id: string }) => this.#recorded.has(`file ${id}`));
      this.#compare(recording.responseBody, own, '', '', differences);
    }
    return { differences };
  }

  async #send(recording: Recording, file: string | undefined) {
    const own = file && this.#local.get(`file ${file}`);
    const path = own ? recording.path.replace(file, own) : recording.path;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(recording.query))
      for (const one of [value].flat()) query.append(name, one);
    const response = await fetch(`${this.#url}${path}?${query}`, {
      method: recording.method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(recording.body !== null && { body: JSON.stringify(this.#translate(recording.body, '')) }),
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
    return { status: response.status, text: await response.text(), type };
  }

  /** The request with our ids in place of the recorded ones. */
  #translate(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#translate(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([k, inner]) => [k, this.#translate(inner, k)]));
    const own = IDENTITIES[key] && this.#local.get(`${IDENTITIES[key]} ${value}`);
    if (own === undefined || own === '') return value;
    return typeof value === 'number' ? Number(own) : own;
  }

  #compare(theirs: unknown, ours: unknown, at: string, key: string, differences: string[]): void {
    const differ = (what: string) => differences.push(`${at}: ${what}`);
    if (PRESENT.has(key)) {
      if (typeof ours !== typeof theirs) differ('is missing');
    } else if (TIMES.has(key)) {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(ours))) differ(`${ours} is no time`);
    } else if (Array.isArray(theirs)) {
      if (!Array.isArray(ours) || ours.length !== theirs.length)
        differ(`${JSON.stringify(ours)} for ${JSON.stringify(theirs)}`);
      else
        for (const [i, item] of theirs.entries())
          this.#compare(item, ours[i], `${at}[${i}]`, key, differences);
    } else if (typeof theirs === 'object' && theirs !== null) {
      if (typeof ours !== 'object' || ours === null)
        return void differ(`${JSON.stringify(ours)} is no object`);
      for (const name of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
        if (!(name in ours)) differ(`${name} is missing`);
        else if (!(name in theirs)) differ(`${name} is too much`);
        else
          this.#compare(
            (theirs as Record<string, unknown>)[name],
            (ours as Record<string, unknown>)[name],
            `${at}.${name}`,
            name,
            differences,
          );
      }
    } else if (IDENTITIES[key] && theirs !== 0) this.#bind(IDENTITIES[key], theirs, ours, differ);
    else if (typeof theirs === 'number' && typeof ours === 'number') {
      if (Math.abs(theirs - ours) > 1e-9 * Math.max(1, Math.abs(theirs))) differ(`${ours} for ${theirs}`);
    } else if (theirs !== ours) differ(`${JSON.stringify(ours)} for ${JSON.stringify(theirs)}`);
  }

  #bind(kind: string, theirs: unknown, ours: unknown, differ: (what: string) => void): void {
    if (typeof theirs !== typeof ours) return void differ(`${JSON.stringify(ours)} is no ${kind} id`);
    const known = this.#local.get(`${kind} ${theirs}`);
    const taken = this.#recorded.get(`${kind} ${ours}`);
    if (known !== undefined ? known !== String(ours) : taken !== undefined)
      differ(`${kind} ${ours} stands for ${theirs}`);
    this.#local.set(`${kind} ${theirs}`, String(ours));
    this.#recorded.set(`${kind} ${ours}`, String(theirs));
  }
}

const isRaw = (body: unknown): body is { $raw: string } =>
  typeof body === 'object' && body !== null && '$raw' in body;
