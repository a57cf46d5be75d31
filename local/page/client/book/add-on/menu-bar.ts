import type { MenuItem } from '../../../../apps-script/types.ts';
import { el } from '../../dom.ts';

export interface Menu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}
type Choose = (functionName: string, label: string) => void;

/** The add-on's menus above the grid: by mouse, or with Alt-free keys as menus have them everywhere. */
export class MenuBar {
  readonly #place: HTMLElement;
  readonly #choose: Choose;
  readonly #menus = new Map<string, Menu>();
  #close: (() => void) | undefined;

  constructor(place: HTMLElement, choose: Choose) {
    this.#place = place;
    this.#choose = choose;
    place.setAttribute('role', 'menubar');
    place.setAttribute('aria-label', 'Thực đơn');
  }

  /** A menu of that title replaces the one before. */
  set(menu: Menu): void {
    this.#menus.set(menu.title, menu);
    this.#close?.();
    this.#place.replaceChildren(...[...this.#menus.values()].map((one, i) => this.#button(one, i === 0)));
  }

  #button(menu: Menu, first: boolean): HTMLElement {
    const button = el(
      'button',
      {
        class: 'menu-button',
        attributes: {
          type: 'button',
          role: 'menuitem',
          'aria-haspopup': 'menu',
          'aria-expanded': 'false',
          tabindex: first ? 0 : -1,
        },
        on: {
          click: () =>
            button.getAttribute('aria-expanded') === 'true' ? this.#close?.() : this.#open(button, menu),
          keydown: (event) => this.#onKey(event as KeyboardEvent, button, menu),
        },
      },
      [
        el('span', { text: menu.title }),
        el('span', { class: 'caret', attributes: { 'aria-hidden': 'true' } }),
      ],
    );
    return button;
  }

  #onKey(event: KeyboardEvent, button: HTMLElement, menu: Menu): void {
    if (event.key === 'ArrowDown') this.#open(button, menu);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      move(this.#place, button, event.key === 'ArrowRight' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  #open(button: HTMLElement, menu: Menu): void {
    this.#close?.();
    const list = itemList(menu.items, (functionName, label) => {
      close();
      this.#choose(functionName, label);
    });
    const { left, bottom } = button.getBoundingClientRect();
    Object.assign(list.style, { left: `${left}px`, top: `${bottom + 4}px` });
    const outside = (event: Event): void => {
      const target = event.target as Node;
      if (!list.contains(target) && !button.contains(target)) close();
    };
    const close = (): void => {
      button.setAttribute('aria-expanded', 'false');
      document.removeEventListener('pointerdown', outside, true);
      list.remove();
      this.#close = undefined;
    };
    list.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' || event.key === 'Tab') {
        close();
        button.focus();
        event.preventDefault();
      }
      event.stopPropagation();
    });
    this.#close = close;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    document.body.append(list);
    list.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }
}

function itemList(items: readonly MenuItem[], choose: Choose): HTMLElement {
  const list = el('div', { class: 'menu', attributes: { role: 'menu' } });
  list.append(
    ...items.map((item) => {
      if (item === 'separator') return el('hr', { attributes: { role: 'separator' } });
      return 'items' in item
        ? submenu(item.label, item.items, choose)
        : entry(item.label, () => choose(item.functionName, item.label));
    }),
  );
  list.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const focused = document.activeElement as HTMLElement;
    if (focused.parentElement !== list && focused.parentElement?.parentElement !== list) return;
    if (event.key in steps) move(list, focused, steps[event.key]!);
    else if (event.key === 'Home') focusAt(list, 0);
    else if (event.key === 'End') focusAt(list, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return list;
}

const entry = (label: string, press: () => void): HTMLElement =>
  el('button', {
    class: 'menu-item',
    text: label,
    attributes: { type: 'button', role: 'menuitem', tabindex: -1 },
    on: { click: press },
  });

function submenu(label: string, items: readonly MenuItem[], choose: Choose): HTMLElement {
  const inner = itemList(items, choose);
  inner.classList.add('inner');
  const open = el('button', {
    class: 'menu-item has-more',
    text: label,
    attributes: { type: 'button', role: 'menuitem', tabindex: -1, 'aria-haspopup': 'menu' },
  });
  open.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowRight' && event.key !== 'Enter' && event.key !== ' ') return;
    focusAt(inner, 0);
    event.preventDefault();
    event.stopPropagation();
  });
  inner.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft') return;
    open.focus();
    event.stopPropagation();
  });
  return el('div', { class: 'submenu', attributes: { role: 'none' } }, [open, inner]);
}

const entriesOf = (list: Element): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(':scope > [role=menuitem], :scope > .submenu > [role=menuitem]'),
];

function move(list: Element, from: HTMLElement, by: number): void {
  const entries = entriesOf(list);
  const at = entries.indexOf(from);
  entries[(at + by + entries.length) % entries.length]?.focus();
}

const focusAt = (list: Element, at: number): void => entriesOf(list).at(at)?.focus();
