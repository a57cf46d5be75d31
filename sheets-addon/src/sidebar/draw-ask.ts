import type { CallArguments } from '../call.ts';
import type { Ask, Button, Review } from '../screen.ts';
import { element } from './dom.ts';
import { drawButton } from './draw-button.ts';
import { drawField } from './draw-field.ts';
import type { Drawing } from './drawing.ts';
import type { DrawnField } from './field-parts.ts';

/** A small form; what stands in its fields goes along with the call of whichever button is pressed. */
export function drawAsk({ fields, buttons, review }: Ask, drawing: Drawing): HTMLElement {
  const drawn = fields.map((field) => drawField(field, drawing.words));
  const [first, ...others] = buttons;
  const filled = (): CallArguments | undefined => {
    const given: CallArguments[] = [];
    for (const field of drawn) {
      const value = field.read();
      if (value === undefined) return undefined;
      given.push(value);
    }
    return Object.assign({}, ...given);
  };
  const send = (button: Button, values: CallArguments): void => {
    const { call, busy } = button;
    drawing.press({ ...call, with: { ...call.with, ...values } }, busy);
  };
  const go = (button: Button): void => {
    const values = filled();
    if (values === undefined) return;
    if (review === undefined) send(button, values);
    else
      lookOver(
        form,
        drawReview(review, drawn, () => send(review.button, values)),
      );
  };
  // No form element: a sandboxed frame may do without, and then its submit event never comes.
  const form = element(
    'div',
    { className: 'fields' },
    ...drawn.map(({ node }) => node),
    element(
      'div',
      { className: 'buttons' },
      first && drawAs(first, () => go(first)),
      // The others do not need what is asked: a way back must not be barred by an empty field.
      ...others.map((button) => drawButton(button, drawing)),
    ),
  );
  return element('div', {}, form);
}

/** The form makes room for what was filled into it, until somebody goes back. */
function lookOver(
  form: HTMLElement,
  review: { readonly node: HTMLElement; readonly back: HTMLElement },
): void {
  form.hidden = true;
  form.after(review.node);
  review.back.onclick = () => {
    review.node.remove();
    form.hidden = false;
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };
  review.node.querySelector('h2')?.focus();
}

function drawReview(
  { heading, warning, button, back: backLabel }: Review,
  drawn: readonly DrawnField[],
  send: () => void,
): { readonly node: HTMLElement; readonly back: HTMLElement } {
  const back = element('button', { type: 'button', className: 'button plain' }, backLabel);
  const facts = drawn.flatMap((field) => [element('dt', {}, field.label), element('dd', {}, field.said())]);
  const node = element(
    'div',
    { className: 'fields' },
    element('h2', { tabIndex: -1 }, heading),
    element('dl', { className: 'said' }, ...facts),
    element('p', { className: 'text-warning' }, warning),
    element('div', { className: 'buttons' }, drawAs(button, send), back),
  );
  return { node, back };
}

function drawAs({ label, look }: Button, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', className: `button ${look ?? 'main'}`, onclick }, label);
}
