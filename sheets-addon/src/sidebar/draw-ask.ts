import type { CallArguments } from '../call.ts';
import type { Ask, Button } from '../screen.ts';
import { element } from './dom.ts';
import { type Drawing, drawButton } from './draw-blocks.ts';
import { drawField } from './draw-field.ts';

/** A small form; what stands in its fields goes along with the call of whichever button is pressed. */
export function drawAsk({ fields, buttons }: Ask, drawing: Drawing): HTMLElement {
  const drawn = fields.map((field) => drawField(field, drawing.words));
  const [first, ...others] = buttons;
  const send = ({ call, busy }: Button): void => {
    const given: CallArguments[] = [];
    for (const field of drawn) {
      const value = field.read();
      if (value === undefined) return;
      given.push(value);
    }
    drawing.press({ ...call, with: Object.assign({}, call.with, ...given) }, busy);
  };
  // No form element: a sandboxed frame may do without, and then its submit event never comes.
  return element(
    'div',
    { className: 'fields' },
    ...drawn.map(({ node }) => node),
    element(
      'div',
      { className: 'buttons' },
      first && drawAs(first, () => send(first)),
      // The others do not need what is asked: a way back must not be barred by an empty field.
      ...others.map((button) => drawButton(button, drawing)),
    ),
  );
}

function drawAs({ label, look }: Button, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', className: `button ${look ?? 'main'}`, onclick }, label);
}
