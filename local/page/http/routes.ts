import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { sendEdits } from '../edits.ts';
import { frameDocument } from '../frame.ts';
import { listWorkbooks } from '../home.ts';
import { pageDocument } from '../page-document.ts';
import type { PageRoom } from '../page-room.ts';
import { printDocument } from '../print/print-document.ts';
import { PageRefusal } from '../refusals.ts';
import type { PageWindow } from '../windows.ts';
import { framePolicy } from './frame-policy.ts';
import { pagePolicy } from './guard.ts';
import { bad, readJson, send, sendJson } from './respond.ts';
import { parse, SHAPES } from './shapes.ts';

export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Parts of the path. */
  readonly params: readonly string[];
  readonly room: PageRoom;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly run: (visit: Visit) => Promise<void> | void;
}

/**
 * Everything that can be asked. Whoever acts names the window with `X-Window`, or `?window=` where no header can be.
 * What windows are told as it happens goes by WebSocket: see server.ts.
 */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/$/, run: page },
  { method: 'GET', path: /^\/assets\/([0-9a-f]+)\/([\w.-]+)$/, run: asset },
  { method: 'GET', path: /^\/frames\/([\w-]+)$/, run: frame },
  { method: 'GET', path: /^\/print\/([\w-]+)\/(\d+)$/, run: print },
  { method: 'GET', path: /^\/api\/office$/, run: office },
  { method: 'POST', path: /^\/api\/windows$/, run: openWindow },
  { method: 'GET', path: /^\/api\/workbooks$/, run: workbooks },
  { method: 'POST', path: /^\/api\/view$/, run: view },
  { method: 'POST', path: /^\/api\/edit$/, run: edit },
  { method: 'POST', path: /^\/api\/run$/, run: run },
  { method: 'POST', path: /^\/api\/answer$/, run: answer },
];

export function findRoute(method: string, path: string): { route: Route; params: string[] } | undefined {
  for (const route of ROUTES) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (found) return { route, params: found.slice(1) };
  }
  return undefined;
}

function page({ request, response, room }: Visit): void {
  const html = pageDocument(room.bundle.digest, room.options.campaign.name);
  send(response, 200, 'text/html; charset=utf-8', html, { policy: pagePolicy(request.headers.host ?? '') });
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The path holds a digest, so what was fetched once never changes. */
async function asset({ response, room, params: [digest, name] }: Visit): Promise<void> {
  const type = TYPES[extname(name!)];
  const file = join(room.bundle.dir, name!);
  const found = digest === room.bundle.digest && type ? await stat(file).catch(() => undefined) : undefined;
  if (!found?.isFile()) return send(response, 404, 'text/plain; charset=utf-8', 'not found');
  response.writeHead(200, {
    'content-type': type,
    'content-length': found.size,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  createReadStream(file).pipe(response);
}

function frame({ response, room, params: [id] }: Visit): void {
  const html = room.windows.findFrame(id!);
  if (html === undefined) send(response, 404, 'text/plain; charset=utf-8', 'not found');
  else {
    const document = frameDocument(html);
    send(response, 200, 'text/html; charset=utf-8', document, { policy: framePolicy(document) });
  }
}

async function print({ url, response, room, params: [spreadsheetId, sheetId] }: Visit): Promise<void> {
  const window = room.windows.require(url.searchParams.get('window') ?? undefined);
  const book = await room.books.read(room.googleOf(window.person), spreadsheetId!, {});
  const tab = book.tabs.find((one) => one.sheetId === Number(sheetId))?.view;
  if (tab === undefined)
    throw new PageRefusal({ status: 404, code: 'not_found', vi: 'Không có trang này.', en: 'No such tab.' });
  const { html, policy } = printDocument(book.title, tab);
  send(response, 200, 'text/html; charset=utf-8', html, { policy });
}

/** Who can be here, and when it is. */
function office({ response, room: { options, scripts } }: Visit): void {
  const { people, campaign, timeZone, now } = options;
  sendJson(response, 200, { people, campaign, timeZone, now: now(), addOn: scripts.available });
}

async function openWindow({ request, response, room }: Visit): Promise<void> {
  const { person } = parse(SHAPES.open, await readJson(request));
  if (!room.options.people.some(({ email }) => email === person)) throw bad('person: nobody of this office');
  sendJson(response, 200, { window: room.windows.open(person).id, person });
}

async function workbooks({ request, response, room }: Visit): Promise<void> {
  const { person } = windowOf(request, room);
  sendJson(response, 200, {
    workbooks: await listWorkbooks(room.googleOf(person), room.options.campaign.code),
  });
}

async function view({ request, response, room }: Visit): Promise<void> {
  const window = windowOf(request, room);
  const { spreadsheetId, known } = parse(SHAPES.view, await readJson(request));
  window.follow(spreadsheetId);
  const book = await room.books.read(room.googleOf(window.person), spreadsheetId, known).catch((error) => {
    window.giveUp(spreadsheetId);
    throw error;
  });
  sendJson(response, 200, book);
}

async function edit({ request, response, room }: Visit): Promise<void> {
  const window = windowOf(request, room);
  const { spreadsheetId, edits, edited } = parse(SHAPES.edit, await readJson(request));
  await sendEdits(room.googleOf(window.person), spreadsheetId, edits);
  sendJson(response, 200, {});
  if (edited)
    await room.scripts.trigger(window, {
      spreadsheetId,
      kind: 'edit',
      functionName: 'onEdit',
      label: 'onEdit',
      selection: { sheetId: edited.sheetId, range: edited.range },
      event: edited,
    });
}

async function run({ request, response, room }: Visit): Promise<void> {
  const window = windowOf(request, room);
  const { args, selection, ...order } = parse(SHAPES.run, await readJson(request));
  const outcome = await room.scripts.run(window, { ...order, ...(args && { args }), selection });
  sendJson(response, 200, outcome);
}

async function answer({ request, response, room }: Visit): Promise<void> {
  const window = windowOf(request, room);
  const { id, answer } = parse(SHAPES.answer, await readJson(request));
  window.answer(id, { button: answer.button, ...(answer.text !== undefined && { text: answer.text }) });
  sendJson(response, 200, {});
}

/** A header that only our own page can set: other origins would have to ask first, and are refused. */
function windowOf(request: IncomingMessage, room: PageRoom): PageWindow {
  const given = request.headers['x-window'];
  return room.windows.require(typeof given === 'string' ? given : undefined);
}
