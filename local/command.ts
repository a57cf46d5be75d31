// npm run export | import | verify-log | forget: runs a command of the functions against the project that the
// environment names, or else against the office that is open on this machine.
//
//   node local/launch.mjs local/command.ts verify-log --campaign BT2024

import { runCommand } from '../functions/src/commands/main.ts';
import { CommandTrouble } from '../functions/src/commands/trouble.ts';
import { AppError } from '../functions/src/domain/app-error.ts';
import { readDataArgument } from './office/data-argument.ts';
import { openOfficeEnv } from './office/running-office.ts';

try {
  const { data, rest } = readDataArgument(process.argv.slice(2));
  const environment = process.env.GOOGLE_CLOUD_PROJECT ? process.env : openOfficeEnv(data, process.env);
  Object.assign(process.env, environment); // Google's own libraries look there
  process.exitCode = await runCommand(rest, process.env);
} catch (error) {
  console.error(shown(error));
  process.exitCode = 1;
}

function shown(error: unknown): string {
  if (error instanceof CommandTrouble) return error.message;
  if (error instanceof AppError)
    return `Chưa làm được (${error.code}); hãy thử lại. / Not done (${error.code}): try again.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
