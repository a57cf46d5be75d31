import { el } from '../dom.ts';

/** Lays an open workbook out on the stage: its bar above, the grid below, a sidebar beside it. */
export function layOut(
  stage: HTMLElement,
  { status, grid }: { readonly status: HTMLElement; readonly grid: readonly HTMLElement[] },
) {
  const menus = el('div', { class: 'menus' });
  const attributes = { role: 'toolbar', 'aria-label': 'Công cụ' };
  const toolbar = el('div', { class: 'toolbar', attributes });
  const running = el('div', { class: 'running-place' });
  const side = el('aside', { class: 'side', attributes: { hidden: true } });
  stage.replaceChildren(
    el('div', { class: 'book' }, [
      el('div', { class: 'book-bar' }, [menus, toolbar, status, running]),
      el('div', { class: 'desk' }, [el('div', { class: 'grid-place' }, grid), side]),
    ]),
  );
  return { menus, toolbar, status: running, side };
}
