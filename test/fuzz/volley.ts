import { differing, readDocuments } from './documents.ts';
import { faultOf } from './judge.ts';
import type { Heard, Sender } from './send.ts';
import type { Shot } from './shots.ts';
import type { World } from './world.ts';
import { mayWrite, mayWriteRefusing, patternOf } from './writes.ts';

/** Where shots go and what they must leave alone. */
export interface Range {
  readonly sender: Sender;
  readonly projectId: string;
  readonly world: World;
  readonly parallel: number;
}

export interface Struck {
  readonly shot: Shot;
  readonly heard: Heard;
}

/** Something that must not be, with the shots that led to it: one, or as few as could be told apart. */
export interface Finding {
  readonly what: string;
  readonly shots: readonly Shot[];
}

/**
 * Sends a batch, looks at every answer, and at every document before and after. What was said yes to may write what
 * its function may. Those that were refused are sent again without the others, until nobody says yes any more: then
 * nothing at all may have changed.
 */
export async function fireVolley(
  range: Range,
  shots: readonly Shot[],
): Promise<{ struck: readonly Struck[]; findings: readonly Finding[]; sentAgain: number }> {
  const first = await fire(range, shots);
  const findings = [...first.findings];
  let sentAgain = 0;
  let refused = first.struck.filter(isRefused);
  for (let again = first; again.struck.some(isYes) && refused.length > 0; ) {
    again = await fire(
      range,
      refused.map(({ shot }) => shot),
    );
    sentAgain += again.struck.length;
    findings.push(...again.findings);
    refused = again.struck.filter(isRefused);
  }
  return { struck: first.struck, findings, sentAgain };
}

const isYes = ({ shot, heard }: Struck) => shot.method === 'POST' && heard.status < 300 && heard.status > 0;
const isRefused = (one: Struck) => !isYes(one);

async function fire(range: Range, shots: readonly Shot[]) {
  if (shots.length === 0) return { struck: [], findings: [] };
  const before = await documentsOf(range);
  const struck = await sendAll(range, shots);
  const findings: Finding[] = struck.flatMap(({ shot, heard }) => {
    const what = faultOf(heard, `${shot.path}${shot.bytes ?? ''}`);
    return what === undefined ? [] : [{ what, shots: [shot] }];
  });
  const changed = differing(before, await documentsOf(range));
  const written = changed.filter((path) => path.startsWith(`campaigns/${range.world.bystander}`));
  const allowed = new Set(
    struck.flatMap((one) => (isYes(one) ? mayWrite(one.shot.name) : mayWriteRefusing(one.shot.name))),
  );
  const strange = [...written, ...changed.filter((path) => !allowed.has(patternOf(path)))];
  if (strange.length > 0) findings.push(await narrowed(range, struck, strange));
  return { struck, findings };
}

/** Half by half, while one half alone still changes what it should not. */
async function narrowed(
  range: Range,
  struck: readonly Struck[],
  strange: readonly string[],
): Promise<Finding> {
  const names = [...new Set(struck.filter(isYes).map(({ shot }) => shot.name))];
  const what = `wrote ${strange.slice(0, 5).join(', ')} after yes to ${names.join(', ') || 'nobody'}`;
  let shots = struck.map(({ shot }) => shot);
  while (shots.length > 1) {
    const middle = shots.length >> 1;
    const halves = [shots.slice(0, middle), shots.slice(middle)];
    const guilty: Shot[][] = [];
    for (const half of halves) {
      const before = await documentsOf(range);
      await sendAll(range, half);
      const changed = differing(before, await documentsOf(range)).map(patternOf);
      if (changed.some((path) => strange.map(patternOf).includes(path))) guilty.push(half);
    }
    if (guilty.length !== 1) break;
    shots = guilty[0]!;
  }
  return { what, shots };
}

const documentsOf = ({ projectId, world }: Range) =>
  readDocuments(projectId, [...world.campaigns, world.bystander]);

async function sendAll({ sender, parallel }: Range, shots: readonly Shot[]): Promise<readonly Struck[]> {
  const struck: Struck[] = new Array(shots.length);
  let next = 0;
  const one = async () => {
    for (let i = next++; i < shots.length; i = next++)
      struck[i] = { shot: shots[i]!, heard: await sender.send(shots[i]!) };
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return struck;
}
