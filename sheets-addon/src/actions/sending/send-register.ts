import type { Context, SavedRegister } from '../../backend/answers.ts';
import { isAway, troubleOf } from '../../backend/trouble.ts';
import type { Desk } from '../../desk.ts';
import { foundByServer } from '../../form/found-issue.ts';
import type { Block, Screen } from '../../screen.ts';
import { issueList } from '../issue-list.ts';
import { answered, keyFor } from '../sent-once.ts';
import { showOnTab } from '../show-on-tab.ts';
import { address, buttons, call, screen, text } from '../visit.ts';
import type { RegisterTab } from './choose-register.ts';
import { type CheckedRegister, checkOnTab, registerRules } from './register-on-desk.ts';

/** The question: what sending would come to, asked only of rows that are right. */
export function askToSend(desk: Desk, context: Context, register: RegisterTab): Screen {
  const { words } = desk;
  const checked = checkOnTab(desk, register, registerRules(desk, register));
  const shown = showChecked(desk, register, checked);
  if (checked.found.length > 0)
    return onRegister(desk, context, register, [
      text(words.sending.notSent(checked.found.length), 'bad'),
      ...shown,
      again(desk, register, words.buttons.checkAgain),
    ]);
  const isNothing = checked.added + checked.amended === 0;
  return onRegister(desk, context, register, [
    isNothing
      ? text(words.sending.nothing, 'good')
      : text(words.sending.fine(checked.added, checked.amended), 'good'),
    checked.gone > 0 ? text(words.sending.gone(checked.gone), 'warning') : undefined,
    isNothing ? undefined : text(words.sending.kept, 'quiet'),
    isNothing
      ? again(desk, register, words.buttons.checkAgain)
      : buttons({
          label: words.sending.sendNow,
          call: call('send-now', { register: register.declaration.id }),
          look: 'main',
          busy: words.sending.busy,
        }),
  ]);
}

/** The sending itself, of what stands in the tab now. */
export function sendRegister(desk: Desk, context: Context, register: RegisterTab): Screen {
  const { words } = desk;
  return (
    desk.alone(() => send(desk, context, register)) ??
    onRegister(desk, context, register, [
      text(words.sending.other, 'warning'),
      again(desk, register, words.buttons.again),
    ])
  );
}

/**
 * Codes are in the tab before anything is sent: whatever becomes of the answer, the same rows go out under the same
 * codes the next time.
 */
function send(desk: Desk, context: Context, register: RegisterTab): Screen {
  const { words } = desk;
  const { declaration, tab } = register;
  const checked = checkOnTab(desk, register, registerRules(desk, register));
  if (checked.found.length > 0) return askToSend(desk, context, register);
  if (!tab.writeDown(checked.runs))
    return onRegister(desk, context, register, [text(words.sending.closed, 'bad')]);
  const content = {
    ...address(desk),
    register: declaration.id,
    ...(desk.book.unitId === undefined ? {} : { unitId: desk.book.unitId }),
    cells: checked.cells,
  };
  const name = `register.${declaration.id}`;
  const requestKey = keyFor(desk, name, { by: context.account, content });
  try {
    const saved = desk.backend.post<SavedRegister>('/save-register', { ...content, requestKey });
    answered(desk, name);
    return thanks(desk, context, register, checked, saved);
  } catch (error) {
    if (isAway(error))
      return onRegister(desk, context, register, [
        text(words.sending.away, 'warning'),
        buttons({
          label: words.buttons.again,
          call: call('send-now', { register: declaration.id }),
          look: 'main',
          busy: words.sending.busy,
        }),
      ]);
    answered(desk, name);
    const found = (troubleOf(error, 'refused')?.issues ?? []).map(foundByServer);
    if (found.length === 0) throw error;
    return onRegister(desk, context, register, [
      text(words.sending.refused(found.length), 'bad'),
      ...showChecked(desk, register, { ...checked, found }),
      again(desk, register, words.buttons.checkAgain),
    ]);
  }
}

function thanks(
  desk: Desk,
  context: Context,
  register: RegisterTab,
  checked: CheckedRegister,
  saved: SavedRegister,
): Screen {
  const { words } = desk;
  const { added, amended } = checked;
  showChecked(desk, register, checked);
  // An answer that was lost and is heard now tells of rows that were new when they were sent.
  const isAsChecked = saved.changed === added + amended;
  return onRegister(desk, context, register, [
    text(isAsChecked ? words.sending.sent(added, amended) : words.sending.sentBefore(saved.changed), 'good'),
    text(words.sending.afterwards, 'quiet'),
  ]);
}

function showChecked(
  desk: Desk,
  { tab, declaration }: RegisterTab,
  { read, found }: Pick<CheckedRegister, 'read' | 'found'>,
): readonly Block[] {
  const shown = showOnTab(desk, { tab, declaration, cells: read, found });
  return found.length === 0 ? [] : issueList(desk, tab.sheetId, shown);
}

function again({ words }: Desk, { declaration }: RegisterTab, label: string): Block {
  return buttons({
    label,
    call: call('send', { register: declaration.id }),
    look: 'main',
    busy: words.busy.check,
  });
}

function onRegister(
  { words }: Desk,
  context: Context,
  { declaration, tab, copy }: RegisterTab,
  blocks: readonly (Block | undefined)[],
): Screen {
  const whose = context.unit === undefined ? tab.name : `${tab.name} · ${context.unit.name}`;
  return screen(
    context,
    words.titles.send,
    [
      text(whose, 'quiet'),
      copy ? text(words.sending.copiedTab(copy.name, tab.name), 'warning') : undefined,
      ...blocks,
    ],
    { again: call('send', { register: declaration.id }) },
  );
}
