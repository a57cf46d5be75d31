/**
 * Something the person at the terminal can put right: a busy port, a missing Java, a second start.
 * It is shown as one line, Vietnamese first, without a stack, and the command ends with an exit code other than 0.
 */
export class Trouble extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
    this.name = 'Trouble';
    this.vi = vi;
    this.en = en;
  }
}

/** The one line for a Trouble; anything else keeps its stack, because it is our mistake. */
export function showFailure(error: unknown): string {
  if (error instanceof Trouble) return error.message.replaceAll('\n', ' ');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
