import { endpoints } from '../../functions/src/http/endpoints.ts';
import { ADMIN } from '../http/test-office.ts';
import { ODD_PATHS, RAW_CASES, sendRaw } from './hostile-wire.ts';
import { faultOf } from './judge.ts';
import type { Sender } from './send.ts';
import type { Shot } from './shots.ts';
import type { Finding, Range, Struck } from './volley.ts';
import { fireVolley } from './volley.ts';
import { WAYS } from './wire.ts';

/** Each way to write a body down wrongly, however large, once for each function; then sockets that misbehave. */
export async function runWires(
  range: Range,
  { url, token, names }: { url: string; token: string; names: readonly string[] },
): Promise<{ struck: readonly Struck[]; findings: readonly Finding[]; sentAgain: number; raw: number }> {
  const campaign = range.world.campaigns[0]!;
  const shots = names.flatMap((name) => [...waysTo(name, campaign)]);
  const fired = await fireVolley(range, shots);
  const findings = [...fired.findings];
  for (const shot of oddPaths()) {
    // The framework itself answers some of them, in its own words.
    const { status, broken } = await range.sender.send(shot);
    if (status >= 500 || broken !== undefined)
      findings.push({ what: `answered ${broken ?? status}`, shots: [shot] });
  }
  let raw = 0;
  for (const name of names) {
    const { method } = endpoints[name]!;
    const head = `${method} /${name} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`;
    for (const one of RAW_CASES) {
      raw++;
      const { status, text } = await sendRaw({ port: Number(new URL(url).port), head }, one);
      if (status >= 500 || (status === 0 && !one.hangUp))
        findings.push({
          what: `${one.name}: answered ${status} ${text.slice(0, 200)}`,
          shots: [rawShot(name)],
        });
    }
    const alive = await isAlive(range.sender, campaign);
    if (alive !== undefined)
      findings.push({ what: `after misbehaving sockets ${alive}`, shots: [rawShot(name)] });
  }
  return { ...fired, findings, raw };
}

function* waysTo(name: string, campaign: string): Iterable<Shot> {
  const { method } = endpoints[name]!;
  if (method === 'GET') return;
  for (const write of Object.values(WAYS)) {
    const { bytes, headers } = write(JSON.stringify({ campaign, period: '2024-03' }));
    yield { name, as: ADMIN, method, path: `/${name}`, headers, bytes };
  }
}

const oddPaths = (): Shot[] =>
  ODD_PATHS.map((path) => ({ name: 'unknown', as: ADMIN, method: 'GET', path, headers: {} }));

async function isAlive(sender: Sender, campaign: string): Promise<string | undefined> {
  const heard = await sender.send({ ...rawShot('jobs'), path: `/jobs?campaign=${campaign}` });
  return heard.status === 200 ? undefined : (faultOf(heard) ?? `answered ${heard.status}`);
}

const rawShot = (name: string): Shot => ({ name, as: ADMIN, method: 'GET', path: `/${name}`, headers: {} });
