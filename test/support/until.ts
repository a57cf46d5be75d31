const LOOK_MS = 20;
const DEADLINE_MS = 30_000;

/** Resolves as soon as the condition holds. @throws after 30 s, naming what was waited for. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${DEADLINE_MS / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
