import { Exception } from './errors.ts';
import { isSimpleTrigger, theRun } from './state.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const SCOPE = {
  sheets: [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`],
  ui: [`${AUTH}script.container.ui`],
  fetch: [`${AUTH}script.external_request`],
  email: [`${AUTH}userinfo.email`],
} as const;

/**
 * A simple trigger may look at its own spreadsheet, and nothing that needs consent.
 * @throws Exception in Google's words when the manifest does not declare one of the scopes
 */
export function requireScope(method: string, scope: keyof typeof SCOPE): void {
  const needed = SCOPE[scope];
  const wanted = needed.length > 1 ? `(${needed.join(' || ')})` : needed[0];
  if (isSimpleTrigger()) {
    if (scope === 'sheets') return;
    throw new Exception(`You do not have permission to call ${method}. Required permissions: ${wanted}`);
  }
  if (!needed.some((one) => theRun().scopes.includes(one)))
    throw new Exception(
      `Specified permissions are not sufficient to call ${method}. Required permissions: ${wanted}`,
    );
}

/** For what no scope stands for and a simple trigger may not do all the same. */
export function refuseSimpleTrigger(method: string): void {
  if (isSimpleTrigger()) throw new Exception(`You do not have permission to call ${method}.`);
}
