import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What no file of the project holds. The examples are put together here, so that this file holds none either. */
const SECRETS: Readonly<Record<string, readonly [pattern: RegExp, example: string]>> = {
  'a private key': [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
  'a service account’s file': [/"private_key(?:_id)?"\s*:\s*"[^"]/, `"private_key${'_id'}": "0a1b"`],
  'an API key of Google': [/\bAIza[\w-]{35}\b/, `AI${'za'}${'x'.repeat(35)}`],
  'an OAuth client’s secret': [/\bGOCSPX-[\w-]{20,}/, `GOCS${'PX-'}${'x'.repeat(28)}`],
  'an access token of Google': [/\bya29\.[\w-]{30,}/, `ya29${'.'}${'x'.repeat(40)}`],
  'a refresh token of Google': [/\b1\/\/0[\w-]{30,}/, `1/${'/0'}${'x'.repeat(40)}`],
  'a signed token': [
    /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{40,}/,
    `eyJ${'x'.repeat(20)}.ey${'J'}${'x'.repeat(20)}.${'x'.repeat(60)}`,
  ],
  'a token of GitHub': [/\bgh[pousr]_\w{36}/, `gh${'p_'}${'x'.repeat(36)}`],
  'a token of npm': [/\bnpm_\w{36}\b|_authToken\s*=/, `_auth${'Token'}=x`],
  'a key of AWS': [/\bAKIA[A-Z0-9]{16}\b/, `AK${'IA'}${'X'.repeat(16)}`],
  'a ballot’s key': [/BALLOT_KEY\W{1,4}[A-Za-z0-9+/]{43}=/, `BALLOT${'_KEY'}=${'x'.repeat(43)}=`],
};

/** Not ours, or not kept with the project. */
const NOT_OURS = /^(?:node_modules|\.git|\.office.*|\.deploy|dist|coverage)$|\.log$/;
const NAMES_OF_SECRETS =
  /\.(?:pem|p12|pfx|key|keystore)$|^\.env(?:\.|$)|^\.clasprc|credentials.*\.json$|service-?account.*\.json$/i;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_OURS.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

describe('the project', () => {
  const files = [...filesBelow('.')];

  it('is looked through whole', () => {
    expect(files).toContain('functions/src/index.ts');
    expect(files.length).toBeGreaterThan(500);
  });

  it('holds no key, no token and no credential', () => {
    const found = files
      .filter((file) => statSync(file).size < 3_000_000)
      .flatMap((file) => {
        const text = readFileSync(file, 'latin1');
        return Object.entries(SECRETS).flatMap(([what, [pattern]]) =>
          pattern.test(text) ? [`${file}: ${what}`] : [],
        );
      });
    expect(found).toEqual([]);
  });

  it('has no file that is named like one', () => {
    expect(files.filter((file) => NAMES_OF_SECRETS.test(file.slice(file.lastIndexOf('/') + 1)))).toEqual([]);
  });
});

it.each(Object.entries(SECRETS))('%s would be found', (_, [pattern, example]) => {
  expect(pattern.test(`x ${example} x`)).toBe(true);
  expect(pattern.test(readFileSync('test/secrets.test.ts', 'utf8'))).toBe(false);
});
