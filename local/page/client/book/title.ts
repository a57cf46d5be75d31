import { el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import type { TopBar } from '../top-bar.ts';
import type { Book } from './sync/fetch-book.ts';

/** The workbook's name above everything, and whether one may only read it. */
export function showTitle(bar: TopBar, back: HTMLElement, { title, mayEdit }: Book): void {
  document.title = `${title} – Văn phòng thi đua`;
  const badge = el('span', { class: 'badge', title: 'You may read this workbook' }, [
    icon(ICONS.eye),
    el('span', { text: 'Chỉ xem' }),
  ]);
  bar.left(back, el('strong', { class: 'brand', text: title, title }), ...(mayEdit ? [] : [badge]));
}

/** Parts of a tab that the page does not show, and whether something is still on its way to the server. */
export function statusOf(notShown: readonly string[], waiting: number): HTMLElement[] {
  return [
    ...(notShown.length > 0
      ? [
          el('span', {
            class: 'badge quiet',
            text: `Trang này còn phần chưa hiện: ${notShown.join(', ')}`,
            title: 'Parts of this tab that the page does not show, by their names in the Sheets API',
          }),
        ]
      : []),
    ...(waiting > 0 ? [el('span', { class: 'saving', text: 'Đang ghi…', title: 'Saving' })] : []),
  ];
}
