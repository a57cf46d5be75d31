import type { z } from 'zod';
import type { Config } from '../config.ts';
import type { Role } from '../ports/member.ts';
import type { Door } from '../ports/watch.ts';
import type { Acting } from '../usecases/acting.ts';
import type { Language } from './language.ts';

/**
 * One HTTP function: what it takes, who may call it, what it does. `serve` does everything else: the method, the
 * size, the JSON, the token, the member and scope, the errors.
 *
 *     export const movePeriodEndpoint = endpoint({
 *       method: 'POST',
 *       accepts: z.strictObject({ campaign: idText, period: idText, requestKey: requestKey.optional() }),
 *       mayCall: { officer: 'campaign' },
 *       answer: (body, { acting }) => movePeriod(acting, body),
 *     });
 */
export interface Endpoint<Body extends Addressed = Addressed> {
  readonly method: 'GET' | 'POST';
  /** A strict object. With GET, the query's parameters. */
  readonly accepts: z.ZodType<Body>;
  /** At least one role: a function that says nothing about its callers does not compile. */
  readonly mayCall: MayCall;
  /** Also the address in FIRST_ADMIN, as long as the campaign has never been loaded. */
  readonly firstAdminMayCall?: true;
  /** Most bytes of a body; DEFAULT_MOST_BYTES if absent. */
  readonly mostBytes?: number;
  /** With what a good answer is sent; 200 if absent. 202: asked for, and not done yet. */
  readonly status?: 202;
  /** The scheduler calls it: that it did is kept, so that its silence is seen. */
  readonly scheduled?: Door;
  /** Nothing that it writes names the call's trace. */
  readonly leavesNoMark?: true;
  /** For how many milliseconds the work was asked to go on, besides the time that every answer has; 0 if absent. */
  worksForMs?(body: Body): number;
  /** Plain JSON. Errors are thrown: AppError. */
  answer(body: Body, call: Call): Promise<unknown>;
}

/** What every body has. A body with a `unitId` is checked against the caller's own units before `answer` runs. */
export interface Addressed {
  readonly campaign: string;
  readonly period?: string | undefined;
  readonly unitId?: string | undefined;
  readonly requestKey?: string | undefined;
  /** Where the caller stands. */
  readonly spreadsheetId?: string | undefined;
}

/** campaign: every unit. own_units: the units in the member's row, and nothing without any. */
export type Reach = 'campaign' | 'own_units';
export type MayCall = {
  [R in Role]: { readonly [K in R]: Reach } & { readonly [K in Role]?: Reach };
}[Role];

/** A unit editor reaches the own units, every other member all of them. */
export const EVERY_MEMBER = {
  unit_editor: 'own_units',
  officer: 'campaign',
  council_member: 'campaign',
  leader: 'campaign',
  admin: 'campaign',
} as const satisfies MayCall;

/** Whom and what this call reaches. */
export type Scope =
  | { readonly reach: 'campaign' }
  | { readonly reach: 'own_units'; readonly unitIds: readonly string[] };

/** What a function knows of the call besides its body. */
export interface Call {
  /** The store, the clock, the verified account and the idempotency key, as use cases take them. */
  readonly acting: Acting;
  readonly scope: Scope;
  /** The member's; none of a first admin. */
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly config: Config;
}

export const DEFAULT_MOST_BYTES = 1_000_000;

/** Says nothing at run time; lets `answer` know its body's type. */
export function endpoint<Body extends Addressed>(declaration: Endpoint<Body>): Endpoint {
  return declaration as unknown as Endpoint;
}
