import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock } from './lock-file.mjs';
import { isAlive } from './process-mark.mjs';

/** Where an office's services are while it is open; kept in its data folder for commands. Nothing of it is secret. */
const ADDRESSES = 'addresses.json';

export type OfficeEnv = Readonly<Record<string, string>>;

export function writeAddresses(folder: string, env: OfficeEnv): void {
  writeFileSync(join(folder, ADDRESSES), `${JSON.stringify(env, null, 2)}\n`, { mode: 0o600 });
}

export function removeAddresses(folder: string): void {
  rmSync(join(folder, ADDRESSES), { force: true });
}

/** The environment in which a command finds the office that is open with this data folder; as given where none is. */
export function openOfficeEnv(folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const lock = readLock(join(folder, 'office.lock'));
  const file = join(folder, ADDRESSES);
  if (lock === undefined || !isAlive(lock.holder) || !existsSync(file)) return env;
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as OfficeEnv;
  return { ...env, ...addresses, ...clockEnv(folder) };
}

/** The sample plays in 2024: how far the office's clock is from the machine's. */
function clockEnv(folder: string): OfficeEnv {
  const file = join(folder, 'clock.json');
  if (!existsSync(file)) return {};
  const { at, setAt } = JSON.parse(readFileSync(file, 'utf8')) as { at: string; setAt: string };
  return { OFFICE_CLOCK_AHEAD_MS: String(Date.parse(at) - Date.parse(setAt)) };
}
