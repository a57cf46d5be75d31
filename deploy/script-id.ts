import { readFileSync, rmSync } from 'node:fs';

// node deploy/script-id.ts .clasp.json            prints the id of the script that clasp made; fails where there is none
// node deploy/script-id.ts --forget .clasp.json   the script is gone: the next one is made anew
const [first, second] = process.argv.slice(2);
if (first === '--forget' && second !== undefined) rmSync(second, { force: true });
else {
  const scriptId = first === undefined ? undefined : readScriptId(first);
  if (scriptId === undefined) process.exitCode = 1;
  else process.stdout.write(`${scriptId}\n`);
}

function readScriptId(file: string): string | undefined {
  try {
    const { scriptId } = JSON.parse(readFileSync(file, 'utf8')) as { scriptId?: unknown };
    return typeof scriptId === 'string' && scriptId !== '' ? scriptId : undefined;
  } catch {
    return undefined;
  }
}
