import { Agent, request } from 'node:http';
import { VOTING_DAY } from '../http/council-campaign.ts';
import type { Shot } from './shots.ts';

/** What came back, and how long it took; `broken` where nothing did. */
export interface Heard {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly ms: number;
  readonly broken?: string;
}

export interface Sender {
  send(shot: Shot): Promise<Heard>;
  close(): void;
}

/** Sends as it stands, over few connections that stay open. `tokens`: by account. */
export function openSender(url: string, tokens: ReadonlyMap<string, string>, connections: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  return {
    send: (shot) =>
      new Promise((resolve) => {
        const startedAt = performance.now();
        const done = (heard: Omit<Heard, 'ms'>) => resolve({ ...heard, ms: performance.now() - startedAt });
        const broken = (error: Error) => done({ status: 0, type: '', text: '', broken: error.message });
        const headers = {
          authorization: `Bearer ${tokens.get(shot.as)}`,
          'x-clock': VOTING_DAY,
          ...shot.headers,
          ...(shot.bytes && { 'content-length': String(shot.bytes.length) }),
        };
        const sent = request(
          { agent, hostname, port, method: shot.method, path: shot.path, headers, timeout: 60_000 },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', broken);
            response.on('end', () =>
              done({
                status: response.statusCode ?? 0,
                type: response.headers['content-type'] ?? '',
                text: Buffer.concat(chunks).toString('utf8'),
              }),
            );
          },
        );
        sent.on('timeout', () => sent.destroy(new Error('no answer within a minute')));
        sent.on('error', broken);
        sent.end(shot.bytes);
      }),
    close: () => agent.destroy(),
  };
}
