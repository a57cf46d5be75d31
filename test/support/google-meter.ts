import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call to Sheets or Drive. Bytes are those of the bodies, as JSON, before any compression. */
export interface GoogleCall {
  /** "GET /v4/spreadsheets/*", "POST /v4/spreadsheets/*:batchUpdate", "GET /drive/v3/files", …: ids taken out. */
  readonly name: string;
  readonly sentBytes: number;
  readonly answeredBytes: number;
}

/** Stands between Google's clients and the local Sheets and Drive server, passes everything on, and counts. */
export interface GoogleMeter {
  readonly url: string;
  /** Every call since it was last taken. */
  take(): readonly GoogleCall[];
  stop(): Promise<void>;
}

export async function startGoogleMeter(to: string): Promise<GoogleMeter> {
  let calls: GoogleCall[] = [];
  const door = createServer((request, response) => {
    passOn(to, request, response).then(
      (call) => calls.push(call),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
    async stop() {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}

async function passOn(to: string, request: IncomingMessage, response: ServerResponse): Promise<GoogleCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks);
  const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
  const answer = await fetch(`${to}${request.url}`, {
    method: request.method!,
    headers: headers as Record<string, string>,
    ...(sent.length > 0 && { body: sent }),
  });
  const answered = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(answered);
  return {
    name: `${request.method} ${request.url!.split('?')[0]!.replace(/[\w-]{40,}/, '*')}`,
    sentBytes: sent.length,
    answeredBytes: answered.length,
  };
}

/** Of Sheets' quota of writes: 60 a minute for one account. */
export const isSheetsWrite = ({ name }: GoogleCall): boolean => name.startsWith('POST /v4/');
export const isSheetsRead = ({ name }: GoogleCall): boolean => name.startsWith('GET /v4/');
