import type { CallArguments } from '../call.ts';
import type { Field } from '../screen.ts';
import { element, newId } from './dom.ts';

export interface DrawnField {
  readonly label: string;
  readonly node: HTMLElement;
  /** What goes along; undefined where something required is missing: then the field says so and has the focus. */
  read(): CallArguments | undefined;
  /** What stands in it, as people read it. */
  said(): string;
}

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** Below a field: its help, and what is wrong with it, which is read out with it. */
export function drawHints(help: string | undefined): {
  readonly nodes: readonly (HTMLElement | undefined)[];
  readonly ids: string;
  tell(text: string): void;
} {
  const hint = help === undefined ? undefined : element('small', { className: 'hint', id: newId() }, help);
  const wrong = element('small', { className: 'hint wrong', id: newId() });
  return {
    nodes: [hint, wrong],
    ids: [wrong.id, hint?.id].join(' ').trim(),
    tell(text) {
      wrong.textContent = text;
    },
  };
}

export function drawDetails({
  details = [],
}: {
  readonly details?: readonly string[];
}): HTMLElement | undefined {
  if (details.length === 0) return undefined;
  return element('ul', { className: 'details' }, ...details.map((line) => element('li', {}, line)));
}
