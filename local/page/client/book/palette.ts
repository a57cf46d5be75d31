import { button, el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';

const COLOURS: readonly { readonly name: string; readonly rgb: string | undefined }[] = [
  { name: 'Không nền', rgb: undefined },
  { name: 'Vàng', rgb: '#fff2cc' },
  { name: 'Cam', rgb: '#fce5cd' },
  { name: 'Đỏ', rgb: '#f4cccc' },
  { name: 'Xanh lá', rgb: '#d9ead3' },
  { name: 'Xanh dương', rgb: '#d0e4f5' },
  { name: 'Tím', rgb: '#e4dcf1' },
  { name: 'Xám', rgb: '#e8eaed' },
];

/** A button that opens a few pale fills, by mouse or keyboard. `undefined` is no fill. */
export function palette(choose: (rgb: string | undefined) => void): HTMLElement {
  const box = el('div', {
    class: 'palette',
    attributes: { hidden: true, role: 'menu', 'aria-label': 'Màu nền' },
  });
  const open = button({
    label: 'Màu nền',
    en: 'Fill colour',
    icon: icon(ICONS.fill),
    iconOnly: true,
    class: 'tool',
    attributes: { tabindex: -1, 'aria-haspopup': 'menu' },
    press: () => {
      box.hidden = !box.hidden;
      if (!box.hidden) box.querySelector('button')?.focus();
    },
  });
  box.append(
    ...COLOURS.map(({ name, rgb }) => {
      const swatch = el('button', {
        class: rgb ? 'swatch' : 'swatch none',
        title: name,
        attributes: { type: 'button', role: 'menuitem', 'aria-label': name },
        on: {
          click: () => {
            box.hidden = true;
            choose(rgb);
          },
        },
      });
      if (rgb) swatch.style.background = rgb;
      return swatch;
    }),
  );
  const place = el('span', { class: 'with-palette' }, [open, box]);
  place.addEventListener('focusout', (event) => {
    if (!place.contains(event.relatedTarget as Node)) box.hidden = true;
  });
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || box.hidden) return;
    box.hidden = true;
    open.focus();
    event.stopPropagation();
  });
  return place;
}
