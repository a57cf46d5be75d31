import { drawChart } from '../../../chart/draw-chart.ts';
import type { SvgNode } from '../../../chart/svg.ts';
import type { ChartView, TabView } from '../../../view/types.ts';
import { el } from '../../dom.ts';
import { cellRectangle, scrolledPart } from './geometry.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/**
 * Charts over the grid, at the cells they hang on: they go along when one scrolls, zooms or makes a column wider. The
 * pointer goes through them, so that the grid behind keeps scrolling.
 */
export class Charts {
  readonly #sheet: Spreadsheet;
  readonly #layer: HTMLElement;
  readonly #locale: string;
  #shown: { chart: ChartView; box: HTMLElement }[] = [];
  #frame = 0;

  constructor(sheet: Spreadsheet, layer: HTMLElement, locale: string) {
    this.#sheet = sheet;
    this.#locale = locale;
    this.#layer = el('div', { class: 'charts' });
    layer.append(this.#layer);
  }

  /** The active tab's charts, from now on. One that is as before stays the very same element. */
  show(tab: TabView | undefined): void {
    const wanted = tab?.charts ?? [];
    const kept = this.#shown.filter(({ chart }) => wanted.some((one) => sameChart(one, chart)));
    for (const { box } of this.#shown) if (!kept.some((one) => one.box === box)) box.remove();
    this.#shown = wanted.map(
      (chart) => kept.find((one) => sameChart(one.chart, chart)) ?? { chart, box: this.#draw(chart) },
    );
    cancelAnimationFrame(this.#frame);
    if (this.#shown.length > 0) this.#follow();
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#layer.remove();
  }

  #draw(chart: ChartView): HTMLElement {
    const box = el('figure', { class: 'chart' }, [element(drawChart(chart, this.#locale))]);
    if (chart.notShown.length > 0 && chart.series.length > 0)
      box.append(el('figcaption', { text: `Chưa vẽ: ${chart.notShown.join(', ')}` }));
    this.#layer.append(box);
    return box;
  }

  /** Once a frame, as long as there are charts: where the grid is drawn is known to nobody before. */
  #follow(): void {
    const part = scrolledPart(this.#sheet);
    if (part) {
      Object.assign(this.#layer.style, {
        left: `${part.left}px`,
        top: `${part.top}px`,
        width: `${part.width}px`,
        height: `${part.height}px`,
      });
      for (const { chart, box } of this.#shown) {
        const cell = cellRectangle(this.#sheet, chart.anchor.row, chart.anchor.column);
        if (!cell) continue;
        const x = cell.left - part.left + chart.anchor.dx * part.scale;
        const y = cell.top - part.top + chart.anchor.dy * part.scale;
        box.style.transform = `translate(${x}px, ${y}px) scale(${part.scale})`;
      }
    }
    this.#frame = requestAnimationFrame(() => this.#follow());
  }
}

const sameChart = (a: ChartView, b: ChartView): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Elements from a drawing; texts become text nodes. */
function element({ tag, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'xmlns') made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : element(child))));
  return made;
}
