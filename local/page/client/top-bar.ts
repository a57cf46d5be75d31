import type { PagePerson } from '../options.ts';
import { button, el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { initials } from './people.ts';
import type { Connection } from './session.ts';
import { onTheme, setTheme, theme } from './theme.ts';
import { ROLES } from './words.ts';

/** The bar above everything: where one is on the left, the office's clock, the line to it, and who one is. */
export class TopBar {
  readonly element: HTMLElement;
  readonly #left = el('div', { class: 'top-left' });
  readonly #middle = el('div', { class: 'top-middle' });
  readonly #line = el('span', { class: 'line', attributes: { role: 'status' } });

  constructor(clock: HTMLElement, person: PagePerson, switchPerson: () => void) {
    this.element = el('header', { class: 'top-bar' }, [
      this.#left,
      this.#middle,
      el('div', { class: 'top-right' }, [this.#line, clock, themeButton(), chip(person, switchPerson)]),
    ]);
    this.connection('open');
  }

  left(...nodes: Node[]): void {
    this.#left.replaceChildren(...nodes);
  }
  middle(...nodes: Node[]): void {
    this.#middle.replaceChildren(...nodes);
  }

  connection(connection: Connection): void {
    const lost = connection === 'lost';
    this.#line.classList.toggle('lost', lost);
    this.#line.replaceChildren(
      ...(lost ? [icon(ICONS.offline), el('span', { text: 'Mất kết nối, đang nối lại…' })] : []),
    );
    this.#line.title = lost ? 'Connection lost, connecting again; what you type is kept.' : '';
  }
}

function themeButton(): HTMLElement {
  const toggle = button({
    label: 'Giao diện sáng hoặc tối',
    en: 'Light or dark',
    icon: icon(ICONS.moon),
    iconOnly: true,
    class: 'icon-button',
    press: () => setTheme(theme() === 'dark' ? 'light' : 'dark'),
  });
  const show = () => toggle.replaceChildren(icon(theme() === 'dark' ? ICONS.sun : ICONS.moon));
  show();
  onTheme(show);
  return toggle;
}

function chip(person: PagePerson, switchPerson: () => void): HTMLElement {
  return el(
    'button',
    {
      class: `chip ${person.role}`,
      title: `${person.email} – đổi người · switch person`,
      attributes: { type: 'button', 'aria-haspopup': 'dialog' },
      on: { click: switchPerson },
    },
    [
      el('span', { class: 'avatar small', text: initials(person), attributes: { 'aria-hidden': 'true' } }),
      el('span', { class: 'chip-text' }, [
        el('strong', { text: person.unitName ?? person.label }),
        el('small', { text: ROLES[person.role].vi }),
      ]),
    ],
  );
}
