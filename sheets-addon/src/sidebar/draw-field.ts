import type { Field } from '../screen.ts';
import { element, newId } from './dom.ts';
import { drawGroup } from './draw-group.ts';
import { type DrawnField, drawDetails, drawHints, type FieldOf } from './field-parts.ts';
import type { PageWords } from './words.ts';

export function drawField(field: Field, words: PageWords): DrawnField {
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'choice':
      return drawInput(field, words);
    case 'radios':
    case 'checks':
    case 'counts':
      return drawGroup(field, words);
  }
}

function drawInput(field: FieldOf<'line' | 'lines' | 'choice'>, words: PageWords): DrawnField {
  const id = newId();
  const hints = drawHints(field.help);
  const input = field.kind === 'choice' ? choice(field, id) : typed(field, id);
  input.setAttribute('aria-describedby', hints.ids);
  return {
    label: field.label,
    said: () => (input instanceof HTMLSelectElement ? (input.selectedOptions[0]?.label ?? '') : input.value),
    node: element(
      'div',
      { className: 'field' },
      element('label', { htmlFor: id }, field.label),
      drawDetails(field),
      input,
      ...hints.nodes,
    ),
    read() {
      const value = input.value.trim();
      const isMissing = value === '' && field.kind !== 'choice' && field.required;
      hints.tell(isMissing ? words.required : '');
      input.setAttribute('aria-invalid', String(isMissing));
      if (!isMissing) return { [field.name]: value };
      input.focus();
      return undefined;
    },
  };
}

function choice({ options, value }: FieldOf<'choice'>, id: string): HTMLSelectElement {
  const select = element('select', { id }, ...options.map(({ value, label }) => new Option(label, value)));
  if (value !== undefined) select.value = value;
  return select;
}

function typed(field: FieldOf<'line' | 'lines'>, id: string): HTMLInputElement | HTMLTextAreaElement {
  const { most: maxLength, required, value = '' } = field;
  return field.kind === 'line'
    ? element('input', { id, type: 'text', maxLength, required, value, autocomplete: 'off' })
    : element('textarea', { id, maxLength, required, value, rows: 3 });
}
