import { Service } from '../service.ts';
import { escapeHtml } from './escape.ts';

/** A page to show: its HTML, title and size in pixels. */
export class HtmlOutput extends Service {
  #html: string;
  #title = '';
  #width: number | null = null;
  #height: number | null = null;

  constructor(html: string) {
    super();
    this.#html = html;
  }
  override toString(): string {
    return 'HtmlOutput';
  }
  getContent(): string {
    return this.#html;
  }
  setContent(html: string): this {
    this.#html = String(html);
    return this;
  }
  append(html: string): this {
    this.#html += html;
    return this;
  }
  appendUntrusted(text: string): this {
    this.#html += escapeHtml(String(text));
    return this;
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): this {
    this.#title = String(title);
    return this;
  }
  getWidth(): number | null {
    return this.#width;
  }
  setWidth(pixels: number | null): this {
    this.#width = pixels;
    return this;
  }
  getHeight(): number | null {
    return this.#height;
  }
  setHeight(pixels: number | null): this {
    this.#height = pixels;
    return this;
  }
}
