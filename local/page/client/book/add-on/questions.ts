import type { Answer, Buttons, Question } from '../../../../apps-script/types.ts';
import { button, el } from '../../dom.ts';
import { openModal } from '../../modal.ts';

type Pressed = Answer['button'];

const BUTTONS: Readonly<Record<Buttons, readonly Pressed[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const LABELS: Readonly<Record<Pressed, { vi: string; en: string }>> = {
  OK: { vi: 'Đồng ý', en: 'OK' },
  CANCEL: { vi: 'Hủy', en: 'Cancel' },
  YES: { vi: 'Có', en: 'Yes' },
  NO: { vi: 'Không', en: 'No' },
  CLOSE: { vi: 'Đóng', en: 'Close' },
};

/** A script asks and waits: `ui.alert` or `ui.prompt`. Escape is what closing the window is. Returns what withdraws it. */
export function askQuestion(question: Question, answer: (answer: Answer) => void): () => void {
  let answered = false;
  const input =
    question.kind === 'prompt'
      ? el('input', { class: 'text-input', attributes: { type: 'text', 'aria-label': question.prompt } })
      : undefined;
  const give = (pressed: Pressed): void => {
    if (answered) return;
    answered = true;
    answer({ button: pressed, ...(input && { text: input.value }) });
    close();
  };
  const buttons = BUTTONS[question.buttons].map((pressed, i) =>
    button({
      label: LABELS[pressed].vi,
      en: LABELS[pressed].en,
      class: i === 0 ? 'button primary' : 'button',
      attributes: { value: pressed, ...(i === 0 && !input && { autofocus: true }) },
      press: () => give(pressed),
    }),
  );
  input?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    give(BUTTONS[question.buttons][0]!);
  });
  const close = openModal({
    title: question.title ?? 'Thi đua',
    class: 'question',
    withoutCross: false,
    content: el('div', { class: 'modal-body' }, [
      el('p', { class: 'prompt', text: question.prompt }),
      ...(input ? [input] : []),
      el('footer', { class: 'modal-footer' }, buttons),
    ]),
    closed: () => give('CLOSE'),
  });
  input?.focus();
  return () => {
    answered = true;
    close();
  };
}
