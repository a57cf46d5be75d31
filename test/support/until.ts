const LOOK_MS = 20;
const SELDOM_MS = 100;
const DEADLINE_MS = 30_000;

/** Resolves as soon as the condition holds, looking ever less often. @throws after 30 s, naming what was waited for. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  for (let pauseMs = LOOK_MS; !(await condition()); pauseMs = Math.min(pauseMs * 1.3, SELDOM_MS)) {
    if (Date.now() > deadline) throw new Error(`waited ${DEADLINE_MS / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
