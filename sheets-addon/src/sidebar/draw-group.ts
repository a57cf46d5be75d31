import type { CallArguments } from '../call.ts';
import { element, newId } from './dom.ts';
import { type DrawnField, drawDetails, drawHints, type FieldOf } from './field-parts.ts';
import type { PageWords } from './words.ts';

/** Fields of several controls: named together by a legend, so that each is read out with what it is about. */
export function drawGroup(field: FieldOf<'radios' | 'checks' | 'counts'>, words: PageWords): DrawnField {
  const hints = drawHints(field.help);
  const controls = field.kind === 'counts' ? drawCounts(field) : drawOptions(field);
  const node = element(
    'fieldset',
    { className: 'field group' },
    element('legend', {}, field.label),
    drawDetails(field),
    ...controls.nodes,
    ...hints.nodes,
  );
  node.setAttribute('aria-describedby', hints.ids);
  return {
    label: field.label,
    node,
    said: controls.said,
    read(): CallArguments | undefined {
      const value = controls.read();
      hints.tell(value === undefined ? words[controls.missing] : '');
      for (const input of controls.inputs) input.setAttribute('aria-invalid', String(value === undefined));
      if (value !== undefined) return { [field.name]: value };
      controls.inputs[0]?.focus();
      return undefined;
    },
  };
}

interface Controls {
  readonly nodes: readonly HTMLElement[];
  readonly inputs: readonly HTMLInputElement[];
  /** What is said where read gives undefined. */
  readonly missing: 'chooseOne' | 'countWrong';
  read(): string | undefined;
  said(): string;
}

function drawOptions(field: FieldOf<'radios' | 'checks'>): Controls {
  const name = newId();
  const type = field.kind === 'radios' ? 'radio' : 'checkbox';
  const isChosen = (value: string): boolean =>
    field.kind === 'radios' ? value === field.value : field.values.includes(value);
  const inputs = field.options.map(({ value }) =>
    element('input', { id: newId(), type, name, value, checked: isChosen(value) }),
  );
  return {
    nodes: field.options.map((option, i) =>
      element(
        'div',
        { className: 'option' },
        inputs[i],
        element('label', { htmlFor: inputs[i]!.id }, option.label),
        drawDetails(option),
      ),
    ),
    inputs,
    missing: 'chooseOne',
    said: () => field.options.flatMap(({ label }, i) => (inputs[i]!.checked ? [label] : [])).join(', '),
    read() {
      const chosen = inputs.filter(({ checked }) => checked).map(({ value }) => value);
      const isNeeded = field.kind === 'radios' || field.required;
      return isNeeded && chosen.length === 0 ? undefined : chosen.join('\n');
    },
  };
}

function drawCounts({ parts }: FieldOf<'counts'>): Controls {
  const inputs = parts.map(() =>
    element('input', { id: newId(), type: 'text', inputMode: 'numeric', maxLength: 6, autocomplete: 'off' }),
  );
  return {
    nodes: parts.map((part, i) =>
      element('div', { className: 'count' }, element('label', { htmlFor: inputs[i]!.id }, part), inputs[i]),
    ),
    inputs,
    missing: 'countWrong',
    said: () => parts.map((part, i) => `${part} ${inputs[i]!.value.trim() || '0'}`).join(', '),
    read() {
      const counts = inputs.map(({ value }) => value.trim() || '0');
      return counts.every((count) => /^\d+$/.test(count)) ? counts.map(Number).join(' ') : undefined;
    },
  };
}
