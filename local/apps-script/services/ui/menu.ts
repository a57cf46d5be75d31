import type { MenuItem } from '../../types.ts';
import { call } from '../native.ts';
import { Service } from '../service.ts';

/** A menu that is being put together; it shows when it is added to the window. */
export class Menu extends Service {
  readonly #title: string;
  readonly #items: MenuItem[] = [];
  constructor(title: string) {
    super();
    this.#title = title;
  }
  override toString(): string {
    return 'Menu';
  }
  addItem(label: string, functionName: string): this {
    this.#items.push({ label: String(label), functionName: String(functionName) });
    return this;
  }
  addSeparator(): this {
    this.#items.push('separator');
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.#items.push({ label: menu.#title, items: menu.#items });
    return this;
  }
  addToUi(): void {
    call('window.show', { kind: 'menu', title: this.#title, items: this.#items });
  }
}
