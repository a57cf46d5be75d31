import type { CallArguments } from '../call.ts';
import type { Ask, Button, Field } from '../screen.ts';
import { element, newId } from './dom.ts';
import { type Drawing, drawButton } from './draw-blocks.ts';

interface DrawnField {
  readonly node: HTMLElement;
  /** Undefined where something required is missing; then the field says so and has the focus. */
  read(): CallArguments | undefined;
}

/** A small form; what stands in its fields goes along with the call of whichever button is pressed. */
export function drawAsk({ fields, buttons }: Ask, drawing: Drawing): HTMLElement {
  const drawn = fields.map((field) => drawField(field, drawing));
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

function drawField(field: Field, drawing: Drawing): DrawnField {
  const id = newId();
  const help =
    field.help === undefined
      ? undefined
      : element('small', { className: 'hint', id: `${id}-help` }, field.help);
  const input = field.kind === 'choice' ? choice(field, id) : lines(field, id);
  const wrong = element('small', { className: 'hint wrong', id: `${id}-wrong` });
  input.setAttribute('aria-describedby', `${id}-wrong${help ? ` ${help.id}` : ''}`);
  return {
    node: element(
      'div',
      { className: 'field' },
      element('label', { htmlFor: id }, field.label),
      input,
      help,
      wrong,
    ),
    read() {
      const value = input.value.trim();
      const isMissing = value === '' && field.kind === 'lines' && field.required;
      wrong.textContent = isMissing ? drawing.words.required : '';
      input.setAttribute('aria-invalid', String(isMissing));
      if (!isMissing) return { [field.name]: value };
      input.focus();
      return undefined;
    },
  };
}

function choice({ options, value }: Extract<Field, { kind: 'choice' }>, id: string): HTMLSelectElement {
  const select = element('select', { id }, ...options.map(({ value, label }) => new Option(label, value)));
  if (value !== undefined) select.value = value;
  return select;
}

function lines({ most, required }: Extract<Field, { kind: 'lines' }>, id: string): HTMLTextAreaElement {
  return element('textarea', { id, maxLength: most, required, rows: 3 });
}
