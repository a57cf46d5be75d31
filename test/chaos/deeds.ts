import type { Json } from './judge/evidence.ts';

/** What the harness calls: the verbs whose kills are counted. */
export type Verb =
  | 'load-campaign'
  | 'provision'
  | 'start-job'
  | 'run-jobs'
  | 'deliver'
  | 'open'
  | 'submit-form'
  | 'unlock-form'
  | 'collect-forms'
  | 'save-register'
  | 'appraise'
  | 'close'
  | 'evaluate'
  | 'open-ballot'
  | 'cast-vote'
  | 'close-ballot'
  | 'decide'
  | 'revoke-decision'
  | 'publish'
  | 'reopen';

/** One thing that somebody wants done: the same call, as often as it takes to be answered. */
export interface Wish {
  readonly verb: Verb;
  readonly path: string;
  readonly as: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Refusals that are answers, too: of two who press at the same time one is told so. */
  readonly mayBe?: readonly string[];
  /** What has to be kept of it, by criterion, column or unit. */
  readonly holds?: Readonly<Record<string, Json>>;
  /** Tries, and then goes home whatever was answered: what was done may be done. */
  readonly patience?: number;
}

/** What became of it. */
export interface Deed extends Wish {
  readonly key: string | undefined;
  readonly attempts: number;
  readonly outcome: 'acknowledged' | 'refused' | 'given_up';
  /** Of the last attempt. */
  readonly status: number;
  readonly answer: Json;
}

/** The code of a refusal. */
export function codeOf({ answer }: Pick<Deed, 'answer'>): string | undefined {
  return (answer as { error?: { code?: string } } | undefined)?.error?.code;
}
