import type { Command, Probe } from '../step.ts';

export const gcloud = (...argv: readonly string[]): Command => ({ tool: 'gcloud', argv });
/** One of our scripts in deploy/, on the project's Node. */
export const own = (script: string, ...argv: readonly string[]): Command => ({
  tool: 'own',
  argv: [`deploy/${script}`, ...argv],
});

/** Holds where the command succeeds and prints these lines. */
export const prints = (command: Command, ...lines: readonly string[]): Probe => ({ command, lines });
/** Holds where the command succeeds and prints anything. */
export const printsSomething = (command: Command): Probe => ({ command, something: true });
/** Holds where the command succeeds. */
export const succeeds = (command: Command): Probe => ({ command });

/** A text among gcloud's own separators: commas part lists, so another separator is named first (gcloud topic escaping). */
export const listed = (...parts: readonly string[]): string => `^|^${parts.join('|')}`;
