import { isAlive, type ProcessMark } from './process-mark.mjs';

const LOOK_MS = 250;

/**
 * The processes that started us, as local/launch.mjs names them: itself, and under `npm start` the shell and npm.
 * Empty when a script was run directly.
 */
export function starters(env: NodeJS.ProcessEnv = process.env): ProcessMark[] {
  return (env.DIEN_HINH_STARTERS ?? '').split(',').filter((mark) => mark !== '');
}

/**
 * Calls back once when one of them has ended. A SIGKILL tells nobody, neither the killed nor its children, so we
 * look; nobody wants an office that goes on without its window.
 */
export function whenStartersEnd(callback: () => void, marks: readonly ProcessMark[] = starters()): void {
  if (marks.length === 0) return;
  const timer = setInterval(() => {
    if (marks.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, LOOK_MS);
  timer.unref();
}
