// The token issuer and the metadata server of the local office, on one port of 127.0.0.1:
//
//   GET  /oauth2/v1/certs           {kid: pem}, for OAuth2Client({endpoints: {oauth2FederatedSignonPemCertsUrl}})
//   POST /token                     {"email", "audience"} -> {"idToken"}: signing in, without a page
//   GET  /computeMetadata/v1/…      what Google's clients ask on Cloud Run (metadata.ts)
//
//   const identity = await startIdentity({ keyFile, projectId, serviceAccountEmail });
//   spawn(functions, { env: { ...process.env, ...identity.functionsEnv } });

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isProgram } from '../office/only-programs.ts';
import { createIssuer, type IdTokenWish, type Issuer } from './issuer.ts';
import { loadSigningKey } from './key.ts';
import { answerMetadata, type ServiceIdentity } from './metadata.ts';

export interface IdentityOptions extends ServiceIdentity {
  /** Where the signing key is kept; made on the first start. */
  keyFile: string;
  /** A port of 127.0.0.1; a free one when left out. */
  port?: number | undefined;
  now?: (() => Date) | undefined;
}

/** The running server, and the issuer itself for whoever lives in the same process. */
export interface Identity extends Issuer {
  url: string;
  certsUrl: string;
  serviceAccountEmail: string;
  /** What lets Google's own clients find their project and credentials here, as they do on Cloud Run. */
  functionsEnv: {
    GCE_METADATA_HOST: string;
    METADATA_SERVER_DETECTION: string;
    GOOGLE_CLOUD_PROJECT: string;
  };
  stop(): Promise<void>;
}

const LARGEST_BODY = 4096;

export async function startIdentity(options: IdentityOptions): Promise<Identity> {
  const issuer = createIssuer(await loadSigningKey(options.keyFile), options.now);
  const server = createServer((request, response) => {
    answer(request, response, options, issuer).catch(() => reply(response, 500, { error: 'internal' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...issuer,
    url: `http://${host}`,
    certsUrl: `http://${host}/oauth2/v1/certs`,
    serviceAccountEmail: options.serviceAccountEmail,
    functionsEnv: {
      GCE_METADATA_HOST: host,
      METADATA_SERVER_DETECTION: 'assume-present',
      GOOGLE_CLOUD_PROJECT: options.projectId,
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  identity: ServiceIdentity,
  issuer: Issuer,
): Promise<void> {
  // Whoever gets a token may act as that person: no web page does.
  if (!isProgram(request)) return reply(response, 403, { error: 'loopback_only' });
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /oauth2/v1/certs') {
    response.setHeader('cache-control', 'public, max-age=3600, must-revalidate, no-transform');
    return reply(response, 200, issuer.certificates());
  }
  if (route === 'POST /token') {
    const wish = parseWish(await readBody(request));
    if (!wish) return reply(response, 400, { error: 'wanted: {"email": "…", "audience": "…"}' });
    return reply(response, 200, { idToken: await issuer.issueIdToken(wish) });
  }
  if (request.method === 'GET' && url.pathname.startsWith('/computeMetadata/v1')) {
    response.setHeader('metadata-flavor', 'Google');
    if (request.headers['metadata-flavor'] !== 'Google') {
      return reply(response, 403, { error: 'missing header Metadata-Flavor: Google' });
    }
    const { status, body, type } = await answerMetadata(url, identity, issuer);
    response.writeHead(status, { 'content-type': type }).end(body);
    return;
  }
  reply(response, 404, { error: 'not_found' });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseWish(body: string): IdTokenWish | undefined {
  try {
    const { email, audience } = JSON.parse(body);
    const whole =
      typeof email === 'string' && email !== '' && typeof audience === 'string' && audience !== '';
    return whole ? { email, audience } : undefined;
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, status: number, value: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}
