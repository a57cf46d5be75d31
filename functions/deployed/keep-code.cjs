'use strict';
// npm run gcp-build, which Google's build runs when the packages are installed: plays the first calls as far as they
// go without Google, and keeps beside each file the code that V8 made of it meanwhile. An instance has nothing of the
// sort: its files are as they were deployed, and what it writes is gone with it. A build without it is a slow start,
// never a failure.

const { generateKeyPairSync, createSign } = require('node:crypto');
const { once } = require('node:events');
const { readdirSync, writeFileSync } = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const { join } = require('node:path');

const NOBODY = 'nobody@example.com';
const AUDIENCE = 'keep-code';

keepCode().then(
  () => process.exit(0),
  (error) => {
    console.error(`The functions will start without kept code: ${error.stack}`);
    process.exit(0);
  },
);

async function keepCode() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificates = JSON.stringify({ key: publicKey.export({ type: 'spki', format: 'pem' }) });
  const json = { 'content-type': 'application/json' };
  const issuer = await listening(
    http.createServer((_, response) => response.writeHead(200, json).end(certificates)),
  );
  const firestore = await listening(http2.createServer().on('stream', answerMissing));
  Object.assign(process.env, {
    NODE_ENV: 'production',
    TOKEN_AUDIENCE: AUDIENCE,
    TOKEN_CERTS_URL: `http://127.0.0.1:${issuer}`,
    GOOGLE_CLOUD_PROJECT: 'keep-code',
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${firestore}`,
    METADATA_SERVER_DETECTION: 'none',
  });
  const { load, loaded } = require('./index.cjs');
  const { getTestServer } = require('@google-cloud/functions-framework/testing');
  const functions = await listening(getTestServer('api'));
  const authorization = `Bearer ${tokenFor(NOBODY, privateKey)}`;
  const form = { campaign: 'C', period: '2024-01', unitId: 'U', cells: { origin: 'A1', values: [['A', 1]] } };
  const { status } = await fetch(`http://127.0.0.1:${functions}/submit-form`, {
    method: 'POST',
    headers: { authorization, ...json },
    body: JSON.stringify(form),
  });
  if (status !== 403) throw new Error(`a first call was answered ${status}, and not that nobody is a member`);
  for (const file of readdirSync(__dirname)) if (isOurs(file)) load(file);
  for (const [file, { script }] of loaded)
    writeFileSync(join(__dirname, `${file}.code`), script.createCachedData());
}

const isOurs = (file) =>
  file.endsWith('.cjs') && file !== 'index.cjs' && join(__dirname, file) !== __filename;

/** An empty Firestore: whatever document is asked for (BatchGetDocuments) is missing. */
function answerMissing(stream) {
  const parts = [];
  stream.on('data', (part) => parts.push(part));
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.on('end', () => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    for (const name of namesIn(Buffer.concat(parts).subarray(FRAME))) stream.write(missing(name));
    stream.end();
  });
}

const FRAME = 5; // a gRPC message is preceded by a byte of flags and four of its length

/** The request's second fields. All fields before are texts shorter than 128 bytes, as are the names. */
function namesIn(request) {
  const names = [];
  for (let at = 0; request[at] === 0x0a || request[at] === 0x12; at += 2 + request[at + 1])
    if (request[at] === 0x12) names.push(request.subarray(at + 2, at + 2 + request[at + 1]));
  return names;
}

/** Its second field: what is missing; its fourth: since when that is known. */
function missing(name) {
  const message = Buffer.concat([Buffer.of(0x12, name.length), name, Buffer.of(0x22, 2, 0x08, 1)]);
  const frame = Buffer.alloc(FRAME);
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}

async function listening(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

function tokenFor(email, key) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    sub: '1',
    email,
    email_verified: true,
    iat,
    exp: iat + 600,
  };
  const signed = `${part({ alg: 'RS256', kid: 'key', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
