import { button, el, icon } from './dom.ts';
import { ICONS } from './icons.ts';

export interface ModalOptions {
  readonly title: string;
  readonly content: Node;
  readonly class?: string;
  /** Called once, however it was closed. */
  readonly closed?: () => void;
  /** No cross in the corner: one of the content's buttons has to be pressed, or Escape. */
  readonly withoutCross?: boolean;
}

let count = 0;

/** A dialog before everything else: focus stays in it, Escape closes it. Returns what closes it. */
export function openModal({
  title,
  content,
  class: classes,
  closed,
  withoutCross,
}: ModalOptions): () => void {
  const id = `modal-${++count}`;
  const dialog = el('dialog', { class: `modal ${classes ?? ''}`, attributes: { 'aria-labelledby': id } }, [
    el('header', { class: 'modal-header' }, [
      el('h2', { text: title, attributes: { id } }),
      ...(withoutCross
        ? []
        : [
            button({
              label: 'Đóng',
              en: 'Close',
              icon: icon(ICONS.close),
              iconOnly: true,
              class: 'icon-button',
              press: () => dialog.close(),
            }),
          ]),
    ]),
    content,
  ]);
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
  });
  // Keys pressed in a dialog are not the grid's.
  for (const type of ['keydown', 'keypress', 'keyup', 'paste', 'copy', 'cut'])
    dialog.addEventListener(type, (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.close();
}
