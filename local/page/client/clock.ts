import { el, icon } from './dom.ts';
import { ICONS } from './icons.ts';

/** The office's clock: it runs at the real pace from what the office said last. */
export class Clock {
  readonly element: HTMLElement;
  readonly #text = el('span');
  readonly #format: Intl.DateTimeFormat;
  #ahead = 0;

  constructor(now: string, timeZone: string) {
    this.#format = new Intl.DateTimeFormat('vi-VN', {
      timeZone,
      weekday: 'long',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    this.element = el(
      'span',
      {
        class: 'clock',
        title: `Đồng hồ của văn phòng (${timeZone}) · The office's clock`,
        attributes: { role: 'timer' },
      },
      [icon(ICONS.clock), this.#text],
    );
    this.set(now);
    setInterval(() => this.#show(), 1000);
  }

  set(now: string): void {
    this.#ahead = new Date(now).getTime() - Date.now();
    this.#show();
  }

  #show(): void {
    const parts = Object.fromEntries(
      this.#format.formatToParts(Date.now() + this.#ahead).map(({ type, value }) => [type, value]),
    );
    const day = `${parts.weekday!.replace(/^./u, (letter) => letter.toUpperCase())}, ${parts.day}/${parts.month}/${parts.year}`;
    const text = `${parts.hour}:${parts.minute} · ${day}`;
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}
