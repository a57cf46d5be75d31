import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestOffice } from '../http/test-office.ts';
import { until } from '../support/until.ts';

/** What becomes of a request on its way to the functions. */
export type Fate =
  | 'pass'
  | 'lose the answer'
  | 'cut'
  | 'busy'
  | { readonly status: number; readonly body: object };

export interface Doors {
  /** A door before the real functions; each request's fate is decided by its path. Gives its address. */
  where(office: TestOffice, fateOf: (path: string) => Fate): Promise<string>;
  close(): void;
}

export function openDoors(): Doors {
  const doors: Server[] = [];
  return {
    async where(office, fateOf) {
      const door = doorBefore(office, fateOf);
      doors.push(door);
      door.listen(0, '127.0.0.1');
      await until('the door is open', () => door.listening);
      return `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
    },
    close() {
      for (const door of doors.splice(0)) door.close();
    },
  };
}

function doorBefore(office: TestOffice, fateOf: (path: string) => Fate): Server {
  return createServer(async (request, response) => {
    const fate = fateOf((request.url ?? '').split('?')[0]!);
    if (fate === 'cut') return void response.destroy();
    if (fate === 'busy' || typeof fate === 'object') {
      const { status, body } =
        fate === 'busy' ? { status: 503, body: { error: { code: 'unavailable', message: 'Bận.' } } } : fate;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      return void response.end(JSON.stringify(body));
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(`${office.functions.url}${request.url}`, {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const text = await answer.text();
    if (fate === 'lose the answer') return void response.destroy();
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(text);
  });
}
