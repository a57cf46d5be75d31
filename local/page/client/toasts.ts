import { button, el, icon } from './dom.ts';
import { ICONS } from './icons.ts';

export interface Toast {
  readonly message: string;
  readonly title?: string | undefined;
  readonly en?: string | undefined;
  readonly kind?: 'info' | 'warning' | 'error';
  /** 6 unless said otherwise; less than 0 stays until it is closed. */
  readonly seconds?: number | undefined;
}

let shelf: HTMLElement | undefined;

/** A message in the corner that goes by itself; read out by screen readers. The same one is not shown twice. */
export function toast({ message, title, en, kind = 'info', seconds = 6 }: Toast): void {
  shelf ??= document.body.appendChild(
    el('div', { class: 'toasts', attributes: { role: 'region', 'aria-label': 'Thông báo' } }),
  );
  for (const old of shelf.children) if ((old as HTMLElement).dataset.message === message) old.remove();
  const box = el(
    'div',
    { class: `toast ${kind}`, attributes: { role: kind === 'error' ? 'alert' : 'status' } },
    [
      icon(kind === 'info' ? ICONS.info : ICONS.alert),
      el('div', { class: 'toast-text' }, [
        ...(title ? [el('strong', { text: title })] : []),
        el('p', { text: message }),
        ...(en ? [el('small', { text: en, attributes: { lang: 'en' } })] : []),
      ]),
      button({
        label: 'Đóng',
        en: 'Close',
        icon: icon(ICONS.close),
        iconOnly: true,
        class: 'icon-button',
        press: () => box.remove(),
      }),
    ],
  );
  box.dataset.message = message;
  shelf.append(box);
  if (seconds >= 0) setTimeout(() => box.remove(), Math.max(1, seconds) * 1000);
}
