import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import type { CouncilCampaign } from '../http/council-campaign.ts';
import { EDITOR_A, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from '../http/test-office.ts';
import { openCanaries, UNSEEN } from './canaries.ts';
import { EVIL_ADDRESS, singCampaign } from './canary-campaign.ts';
import { type LookedAt, linksOf, lookAt, workedOut } from './workbooks.ts';

const canaries = openCanaries();
let office: TestOffice;
let client: Awaited<ReturnType<typeof openFirestore>>;
let song: CouncilCampaign;
let books: readonly LookedAt[];

beforeAll(async () => {
  office = await startTestOffice({ google: true });
  client = await openFirestore(office.projectId);
  const early: LookedAt[] = [];
  song = await singCampaign(office, client, canaries, async (campaign) => {
    early.push(...(await deliverAndLook(campaign, '2024-03-28T03:00:00.000Z')));
  });
  books = [...early, ...(await deliverAndLook(song, '2024-04-28T03:00:00.000Z'))];
}, 120_000);
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

it('every text of people stands in the sheets as it was written, and means nothing there', () => {
  for (const book of books)
    for (const { place, cell } of book.cells) {
      const { stringValue, formulaValue } = cell.userEnteredValue ?? {};
      expect([place, formulaValue]).toEqual([place, undefined]);
      expect([place, UNSEEN.exec(`${stringValue ?? ''}${cell.note ?? ''}`)]).toEqual([place, null]);
      if (canaries.placesIn(stringValue ?? '').length > 0)
        expect([place, linksIn(cell)]).toEqual([place, []]);
    }
  const seen = new Set(
    books.flatMap(({ cells }) => cells.flatMap(({ cell }) => canaries.placesIn(cell.formattedValue ?? ''))),
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['unit', 'cluster', 'criterion', 'evidence', 'measure', 'note of A', 'reason to unlock', 'minutes'],
      ...[
        'note of the appraisal',
        'reason to revoke',
        'registration name',
        'propagation title',
        'launch number',
      ],
    ]),
  );
});

it('no drop-down, rule or formula is made of what people wrote', () => {
  for (const book of books)
    for (const text of workedOut(book))
      expect([book.title, text]).toEqual([book.title, expect.not.stringMatching(/^\s*[=+＝＋]/)]);
});

it('links lead to our own cells and pages, and to letters to members alone', () => {
  const members = new Set<string>([EVIL_ADDRESS]);
  const letters = books.flatMap(linksOf).filter(({ uri }) => uri.startsWith('mailto:'));
  for (const { place, uri } of books.flatMap(linksOf)) {
    expect([place, uri]).toEqual([
      place,
      expect.stringMatching(/^(mailto:|#gid=|https:\/\/docs\.google\.com\/)/),
    ]);
    if (!uri.startsWith('mailto:')) continue;
    const [addresses = '', query = ''] = uri.slice('mailto:'.length).split('?');
    for (const address of addresses.split(',').map(decodeURIComponent))
      expect([place, members.has(address) || /^[\w.]+@x\.example$/.test(address)]).toEqual([place, true]);
    expect(
      [...new URLSearchParams(query).keys()].filter((key) => !['subject', 'body'].includes(key)),
    ).toEqual([]);
    expect(uri).not.toMatch(/[\s<>"']|%0[ad].*@evil/i);
  }
  expect(letters.length).toBeGreaterThan(0);
});

it('documents are whole XML without links, fields or control characters, under names of our own', async () => {
  const orders: readonly Readonly<Record<string, string>>[] = [
    { decision: '2024-1', kind: 'decision' },
    { decision: '2024-3', kind: 'decision' },
    { decision: '2024-1', kind: 'certificate', subject: 'praise-A' },
  ];
  const places = new Set<string>();
  for (const order of orders) {
    const { status, body } = await song.get('/decision-document', OFFICER, order);
    expect([order, status]).toEqual([order, 200]);
    expect(body.fileName).toMatch(/^[a-z-]+-2024-\d+(-[A-Za-z-]+)?\.docx$/);
    const files = Object.entries(unzipSync(Buffer.from(body.base64, 'base64')));
    for (const [name, bytes] of files) {
      const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      expect([name, faultOfXml(xml)]).toEqual([name, undefined]);
      expect(xml).not.toMatch(
        /TargetMode="External"|<w:hyperlink|<!DOCTYPE|<!ENTITY|evil\.example\/[^<]*"\s*\/>/,
      );
      for (const place of canaries.placesIn(xml)) places.add(place);
    }
  }
  expect([...places]).toEqual(
    expect.arrayContaining(['unit', 'minutes', 'reason to revoke', 'setting grounds_vi', 'setting name_vi']),
  );
});

it('answers and the log keep it where it belongs', async () => {
  for (const [path, as] of [
    ['/log', ADMIN],
    ['/ballots', OFFICER],
    ['/decisions', OFFICER],
  ] as const) {
    const { body } = await song.get(path, as);
    const told = JSON.stringify(body);
    expect(canaries.placesIn(told).length).toBeGreaterThan(0);
    expect(UNSEEN.exec(JSON.stringify(body, null, 0).replace(/\\n/g, ''))).toBeNull();
    for (const text of stringsIn(body)) expect(UNSEEN.exec(text)).toBeNull();
  }
  const lines = office.printed().trim().split('\n');
  expect(canaries.placesIn(lines.join('\n'))).toEqual([]);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event');
  const context = await song.get('/period-status', EDITOR_A, { period: '2024-03' });
  expect(context.status).toBe(200);
});

function linksIn(cell: LookedAt['cells'][number]['cell']): readonly unknown[] {
  return [cell.hyperlink, cell.userEnteredFormat?.textFormat?.link, ...(cell.textFormatRuns ?? [])].filter(
    Boolean,
  );
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Tags that close what was opened, known entities, and no character that XML 1.0 has not. */
function faultOfXml(xml: string): string | undefined {
  const strange = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (strange) return `the character ${strange[0].codePointAt(0)}`;
  const open: string[] = [];
  for (const [tag, close, name, empty] of xml.matchAll(
    /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (close !== '' && open.pop() !== name) return `closed by ${tag}`;
    if (close === '' && empty === '') open.push(name!);
  }
  if (open.length > 0) return `never closed: ${open}`;
  const rest = xml.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '');
  const loose = /[<]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(rest);
  return loose === null ? undefined : `loose ${rest.slice(loose.index, loose.index + 40)}`;
}

async function deliverAndLook(campaign: CouncilCampaign, at: string): Promise<readonly LookedAt[]> {
  const { body } = await campaign.do('/deliver', OFFICER, {}, { at });
  expect(body).toMatchObject({ failed: 0, remaining: 0 });
  const token = await accessToken();
  const workbooks = await campaign.store.workbooks();
  return Promise.all(workbooks.map(({ spreadsheetId }) => lookAt(office.sheetsUrl, token, spreadsheetId)));
}

async function accessToken(): Promise<string> {
  const { GCE_METADATA_HOST: host } = office.identity.functionsEnv;
  const url = `http://${host}/computeMetadata/v1/instance/service-accounts/default/token`;
  const answer = await fetch(url, { headers: { 'Metadata-Flavor': 'Google' } });
  return ((await answer.json()) as { access_token: string }).access_token;
}
