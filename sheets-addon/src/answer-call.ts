import { actions } from './actions/actions.ts';
import { TroubleError } from './backend/trouble.ts';
import type { Call } from './call.ts';
import type { Desk } from './desk.ts';
import type { Block, Screen } from './screen.ts';

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
  const retry: Block = { kind: 'buttons', buttons: [{ label: words.buttons.again, call, look: 'main' }] };
  const warning = (text: string): Block => ({ kind: 'text', text, tone: 'warning' });
  if (!(error instanceof TroubleError)) return { blocks: [warning(trouble.internal), retry] };
  switch (error.trouble.kind) {
    case 'away':
      return { blocks: [warning(trouble.away), retry] };
    case 'no_identity':
      return { blocks: [warning(trouble.noIdentity)] };
    case 'no_backend':
      return { blocks: [warning(trouble.noBackend)] };
    case 'not_ours':
      return { blocks: [warning(trouble.notOurs)] };
    case 'refused': {
      const { message, status, code } = error.trouble;
      const email = backend.accountInToken();
      const isAccount = code === 'forbidden' || code === 'unauthenticated';
      const hint: readonly Block[] =
        isAccount && email !== undefined ? [{ kind: 'text', text: trouble.wrongAccount(email) }] : [];
      return {
        // Whoever was refused for anything but the token was known by it.
        ...(email === undefined ? {} : { account: { email, verified: status !== 401 } }),
        blocks: [warning(message), ...hint, retry],
      };
    }
  }
}
