import type { Context } from '../../backend/answers.ts';
import type { Desk, Tab } from '../../desk.ts';
import type { Screen } from '../../screen.ts';
import { appraise } from '../office/appraise.ts';
import { type Action, buttons, call, contextOf, contextQuestion, screen, text } from '../visit.ts';
import { chooseRegister, type RegisterTab, registersIn } from './choose-register.ts';
import { registerRulesQuestion } from './register-on-desk.ts';
import { askToSend, sendRegister } from './send-register.ts';
import { isSetupTab, setup } from './setup.ts';

/** Gửi sổ đang mở, Gửi biểu đang mở: whatever the tab in front is for; the question. */
export const send: Action = (desk, asked) => {
  const inFront = desk.book.tabs().find(({ isActive }) => isActive);
  if (asked.register === undefined && desk.book.kind === 'office') {
    if (inFront?.key === 'appraisal') return appraise(desk, {});
    if (inFront !== undefined && isSetupTab(inFront)) return setup(desk, {});
  }
  return withRegister(desk, asked.register, (context, register) => askToSend(desk, context, register));
};

/** The same, done. */
export const sendNow: Action = (desk, asked) =>
  withRegister(desk, asked.register, (context, register) => sendRegister(desk, context, register));

function withRegister(
  desk: Desk,
  asked: string | undefined,
  work: (context: Context, register: RegisterTab) => Screen,
): Screen {
  const tabs = desk.book.tabs();
  const registers = registersIn(desk.book, tabs);
  const register = chooseRegister(registers, tabs, asked);
  if (register !== undefined)
    desk.backend.ahead(contextQuestion(desk), registerRulesQuestion(desk, register));
  const context = contextOf(desk);
  return register === undefined ? notInOne(desk, context, registers, tabs) : work(context, register);
}

/** Not in a register's tab: says which tabs they are, and takes one there. */
function notInOne(
  desk: Desk,
  context: Context,
  registers: readonly RegisterTab[],
  tabs: readonly Tab[],
): Screen {
  const { words } = desk;
  const isSetupHere = desk.book.kind === 'office' && tabs.some(isSetupTab);
  const choices = [
    ...registers.map(({ declaration, tab }) => ({
      label: tab.name,
      call: call('send', { register: declaration.id }),
      busy: words.busy.check,
    })),
    ...(isSetupHere ? [{ label: words.titles.setup, call: call('setup'), busy: words.busy.check }] : []),
  ];
  return screen(
    context,
    words.titles.send,
    choices.length === 0
      ? [text(words.sending.noRegisters, 'warning')]
      : [text(words.sending.whichTab, 'warning'), buttons(...choices)],
    { again: call('send') },
  );
}
