import { el } from '../../dom.ts';
import { gridElement } from './geometry.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** A layer of ours over the grid's canvas, for lists, notes and charts; it follows the canvas when bars come and go. */
export class Layer {
  readonly element = el('div', { class: 'layer' });
  readonly #container: HTMLElement;
  readonly #observer = new ResizeObserver(() => this.#place());

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#observer.observe(container);
  }

  /** Once the grid is drawn. */
  follow(sheet: Spreadsheet): void {
    void sheet.drawn.then(() => {
      const grid = gridElement(this.#container);
      if (grid) this.#observer.observe(grid);
    });
  }

  close(): void {
    this.#observer.disconnect();
    this.element.remove();
  }

  #place(): void {
    const grid = gridElement(this.#container);
    if (!grid) return;
    const [own, outer] = [grid.getBoundingClientRect(), this.#container.getBoundingClientRect()];
    Object.assign(this.element.style, {
      left: `${own.left - outer.left}px`,
      top: `${own.top - outer.top}px`,
      width: `${own.width}px`,
      height: `${own.height}px`,
    });
  }
}
