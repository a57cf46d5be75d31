import { actions } from './actions/actions.ts';
import { TroubleError } from './backend/trouble.ts';
import type { ActionName, Call } from './call.ts';
import type { Desk } from './desk.ts';
import type { Block, Button, Screen } from './screen.ts';

/**
 * One call of the sidebar, answered by a screen; undefined where there is nothing to show. Whatever goes wrong on
 * the way is told here, in one place; `report` is for what should never happen.
 */
export function answerCall(desk: Desk, call: Call, report: (error: unknown) => void): Screen | undefined {
  try {
    return actions[call.do](desk, call.with ?? {});
  } catch (error) {
    if (!(error instanceof TroubleError)) report(error);
    return { title: desk.words.titles.trouble, ...told(desk, call, error) };
  }
}

function told({ words, backend }: Desk, call: Call, error: unknown): Pick<Screen, 'account' | 'blocks'> {
  const { trouble } = words;
  const again: Button = { label: words.buttons.again, call, look: 'main' };
  const retry: Block = { kind: 'buttons', buttons: [again] };
  const question = QUESTION_OF[call.do];
  const back: readonly Button[] =
    question === undefined ? [] : [{ label: words.buttons.back, call: { ...call, do: question } }];
  const warning = (text: string): Block => ({ kind: 'text', text, tone: 'warning' });
  // What the server says of its own troubles carries the code already.
  const coded = (sentence: string): Block => warning(`${sentence} ${trouble.code(backend.code)}`);
  if (!(error instanceof TroubleError)) return { blocks: [coded(trouble.internal), retry] };
  switch (error.trouble.kind) {
    case 'away':
      return { blocks: [coded(trouble.away), retry] };
    case 'no_identity':
      return { blocks: [warning(trouble.noIdentity)] };
    case 'no_backend':
      return { blocks: [warning(trouble.noBackend)] };
    case 'not_ours':
      return { blocks: [warning(trouble.notOurs)] };
    case 'unfilled': {
      const { sentence } = error.trouble;
      const buttons = back.map((button): Button => ({ ...button, look: 'main' }));
      return {
        blocks: [warning(sentence.charAt(0).toUpperCase() + sentence.slice(1)), { kind: 'buttons', buttons }],
      };
    }
    case 'refused': {
      const { message, status, code } = error.trouble;
      const email = backend.accountInToken();
      const isAccount = code === 'forbidden' || code === 'unauthenticated';
      const hint: readonly Block[] =
        isAccount && email !== undefined ? [{ kind: 'text', text: trouble.wrongAccount(email) }] : [];
      return {
        // Whoever was refused for anything but the token was known by it.
        ...(email === undefined ? {} : { account: { email, verified: status !== 401 } }),
        blocks: [warning(message), ...hint, { kind: 'buttons', buttons: [again, ...back] }],
      };
    }
  }
}

/** Where something was filled in that may have to be mended: the question comes again, as it was filled in. */
const QUESTION_OF: Readonly<Partial<Record<ActionName, ActionName>>> = {
  'close-ballot-now': 'close-ballot',
  'decide-now': 'decide',
  'open-ballot-now': 'open-ballot',
  'revoke-now': 'revoke',
  'unlock-now': 'unlock',
  'vote-now': 'ballot',
  'written-now': 'written',
};
