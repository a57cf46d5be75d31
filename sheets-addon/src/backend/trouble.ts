import type { IssueAnswer } from './answers.ts';

/**
 * Why an action could not be done, as far as the person can be told. Thrown by the backend and by actions; one place
 * (answer-call.ts) makes a screen of it.
 */
export type Trouble =
  /** The server said no, in a sentence in the reader's language. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly status: number;
      readonly message: string;
      readonly issues: readonly IssueAnswer[];
    }
  /** No answer, or not one of ours. What was asked may have been done. */
  | { readonly kind: 'away' }
  /** Google gives no token: the add-on was not authorised yet. */
  | { readonly kind: 'no_identity' }
  /** The address of the server was never entered. */
  | { readonly kind: 'no_backend' }
  /** A workbook that the functions did not make. */
  | { readonly kind: 'not_ours' }
  /** Something in a field of the sidebar that is not what belongs there, with what to do. */
  | { readonly kind: 'unfilled'; readonly sentence: string };

export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.kind === 'refused' ? `refused: ${trouble.code}` : trouble.kind);
    this.name = 'TroubleError';
    this.trouble = trouble;
  }
}

/** The trouble of that kind, or undefined; for those few that an action deals with itself. */
export function troubleOf<Kind extends Trouble['kind']>(
  error: unknown,
  kind: Kind,
): Extract<Trouble, { kind: Kind }> | undefined {
  const trouble = error instanceof TroubleError ? error.trouble : undefined;
  return trouble?.kind === kind ? (trouble as Extract<Trouble, { kind: Kind }>) : undefined;
}

/** Nobody answered, or somebody who cannot work just now: what was asked may be asked again later. */
export function isAway(error: unknown): boolean {
  return troubleOf(error, 'away') !== undefined || (troubleOf(error, 'refused')?.status ?? 0) >= 500;
}
