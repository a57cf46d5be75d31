import type { Context } from '../backend/answers.ts';
import type { Question } from '../backend/backend.ts';
import { TroubleError } from '../backend/trouble.ts';
import type { Call, CallArguments } from '../call.ts';
import type { Desk } from '../desk.ts';
import type { Block, Button, Screen } from '../screen.ts';

/** Every action: from what it was asked with, and what it finds, to a screen. */
export type Action = (desk: Desk, asked: CallArguments) => Screen | undefined;

/** The campaign that this workbook says it belongs to; throws where it says nothing. */
export function campaignOf({ book }: Desk): string {
  if (book.campaign === undefined) throw new TroubleError({ kind: 'not_ours' });
  return book.campaign;
}

/** Who is acting and where things stand, as the server sees it now. */
export function contextOf(desk: Desk): Context {
  return desk.backend.get(...contextQuestion(desk));
}

export const contextQuestion = (desk: Desk): Question => ['/workbook-context', address(desk)];

/** An action that asks these questions whatever it finds: they are sent together with who is acting, in one wait. */
export const asking =
  (action: Action, ...questions: readonly ((desk: Desk) => Question)[]): Action =>
  (desk, asked) => {
    desk.backend.ahead(contextQuestion(desk), ...questions.map((question) => question(desk)));
    return action(desk, asked);
  };

/** What goes along with everything that is sent. */
export function address(desk: Desk): { readonly campaign: string; readonly spreadsheetId: string } {
  return { campaign: campaignOf(desk), spreadsheetId: desk.book.spreadsheetId };
}

/** A screen that says who is acting. */
export function screen(
  context: Context,
  title: string,
  blocks: readonly (Block | undefined)[],
  more: Pick<Screen, 'again' | 'follow'> = {},
): Screen {
  return {
    title,
    account: { email: context.account, verified: true },
    blocks: blocks.filter((block) => block !== undefined),
    ...more,
  };
}

export const text = (text: string, tone?: 'quiet' | 'good' | 'warning' | 'bad'): Block =>
  tone === undefined ? { kind: 'text', text } : { kind: 'text', text, tone };

export const buttons = (...all: readonly (Button | undefined)[]): Block => ({
  kind: 'buttons',
  buttons: all.filter((button) => button !== undefined),
});

/** The same for another period, where there are several. */
export function otherPeriods(
  { words }: Desk,
  others: readonly { readonly period: string; readonly name: string }[],
  callFor: (period: string) => Call,
): Block | undefined {
  if (others.length === 0) return undefined;
  return {
    kind: 'buttons',
    label: words.choose.otherPeriods,
    buttons: others.map(({ period, name }) => ({ label: name, call: callFor(period) })),
  };
}

export const call = (action: Call['do'], given: CallArguments = {}): Call =>
  Object.keys(given).length === 0 ? { do: action } : { do: action, with: given };
