import type { DropDown } from '../../../view/types.ts';
import { el } from '../../dom.ts';
import type { Rectangle } from './geometry.ts';

export interface DropDownOptions {
  readonly place: Rectangle;
  readonly list: DropDown;
  readonly chosen: string;
  readonly choose: (value: string) => void;
  readonly closed: () => void;
}

/** A list box over the grid, by mouse or by keyboard. Returns what closes it. */
export function openDropDown(layer: HTMLElement, options: DropDownOptions): () => void {
  const { place, list, chosen } = options;
  let active = Math.max(0, list.values.indexOf(chosen));
  const entries = list.values.map((value, i) =>
    el('li', {
      text: value,
      attributes: { role: 'option', id: `choice-${i}`, 'aria-selected': value === chosen },
      on: {
        pointerdown: (event) => event.preventDefault(),
        click: () => finish(value),
        pointermove: () => move(i),
      },
    }),
  );
  const box = el(
    'ul',
    { class: 'drop-down', attributes: { role: 'listbox', tabindex: 0, 'aria-label': 'Chọn giá trị' } },
    entries,
  );
  box.style.minWidth = `${Math.max(place.width, 120)}px`;
  layer.append(box);
  const below = place.top + place.height + box.offsetHeight <= layer.clientHeight;
  box.style.top = `${below ? place.top + place.height : Math.max(0, place.top - box.offsetHeight)}px`;
  box.style.left = `${Math.max(0, Math.min(place.left, layer.clientWidth - box.offsetWidth - 4))}px`;

  const move = (to: number): void => {
    entries[active]?.classList.remove('active');
    active = (to + entries.length) % entries.length;
    entries[active]?.classList.add('active');
    box.setAttribute('aria-activedescendant', `choice-${active}`);
    entries[active]?.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    document.removeEventListener('pointerdown', outside, true);
    box.remove();
    options.closed();
  };
  const finish = (value: string): void => {
    close();
    options.choose(value);
  };
  const outside = (event: Event): void => {
    if (!box.contains(event.target as Node)) close();
  };
  box.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: -1 };
    if (event.key in steps) move(steps[event.key]!);
    else if (event.key === 'Enter' || event.key === ' ') finish(list.values[active]!);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', outside, true);
  move(active);
  box.focus({ preventScroll: true });
  return close;
}
