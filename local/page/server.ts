import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { Books } from './books.ts';
import { bundleClient } from './bundle.ts';
import { openGoogle } from './google.ts';
import { isOwn } from './http/guard.ts';
import { send, sendJson } from './http/respond.ts';
import { findRoute } from './http/routes.ts';
import type { PageOptions } from './options.ts';
import type { PageRoom } from './page-room.ts';
import { refusalOf } from './refusals.ts';
import { Scripts } from './scripts.ts';
import { Windows } from './windows.ts';

export type { PageOptions, PagePerson, PageRole } from './options.ts';

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the office in a browser on 127.0.0.1: the page, the workbooks as each person may see them, what they type,
 * and the add-on's runs. It keeps nothing: the Sheets server has the workbooks, a window is known while it is open.
 */
export async function startPage(options: PageOptions): Promise<Page> {
  const room: PageRoom = {
    options,
    bundle: await bundleClient(options.cacheDir),
    windows: new Windows(),
    scripts: new Scripts(options.host),
    books: new Books(),
    googleOf: openGoogle(options),
  };
  const stop = options.onChange(({ spreadsheetId, revision }) =>
    room.windows.tellOfWrite(spreadsheetId, revision),
  );
  const server = createServer((request, response) => {
    answer(request, response, room).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  // Windows hear of things by WebSocket: of ordinary connections a browser has six for all its windows together.
  const lines = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on('upgrade', (request, socket, head) => {
    const window = isOwn(request) ? room.windows.find(windowIdOf(request)) : undefined;
    if (window === undefined) refuseLine(socket as Socket, isOwn(request) ? 410 : 403);
    else
      lines.handleUpgrade(request, socket, head, (line) => {
        window.listen(line);
        window.tell({ kind: 'hello', now: options.now().toISOString(), timeZone: options.timeZone });
        room.scripts.tellRuns(window);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      stop();
      room.windows.close();
      lines.close();
      for (const line of lines.clients) line.terminate();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

const windowIdOf = ({ url }: IncomingMessage): string =>
  /^\/api\/events\?window=([\w-]+)$/.exec(url ?? '')?.[1] ?? '';

function refuseLine(socket: Socket, status: number): void {
  socket.on('error', () => undefined); // it went away by itself
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function answer(request: IncomingMessage, response: ServerResponse, room: PageRoom): Promise<void> {
  if (!isOwn(request))
    return send(response, 403, 'text/plain; charset=utf-8', 'only for pages of this office');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const found = findRoute(request.method ?? 'GET', url.pathname);
  if (found === undefined) return send(response, 404, 'text/plain; charset=utf-8', 'not found');
  try {
    await found.route.run({ request, response, url, params: found.params, room });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) console.error(error); // whoever runs the office sees the cause; nobody else does
    if (response.headersSent) return void response.destroy();
    const { status, code, vi, en } = refusal ?? FAULT;
    sendJson(response, status, { error: { code, vi, en } });
  }
}

const FAULT = {
  status: 500,
  code: 'internal',
  vi: 'Văn phòng gặp lỗi; xem cửa sổ đã chạy npm start.',
  en: 'Something went wrong in the office; see the terminal of npm start.',
};
