import type { ShownEffect } from '../../../windows.ts';
import { button, el, icon } from '../../dom.ts';
import { ICONS } from '../../icons.ts';
import { openModal } from '../../modal.ts';
import { scriptFrame } from './script-frame.ts';

/** A page of the add-on: its frame, and what it reaches. */
interface ScriptPage {
  readonly title: string;
  readonly frame: string;
  /** google.script.run. */
  readonly call: (functionName: string, args: readonly unknown[]) => Promise<object>;
  readonly focusGrid: () => void;
  readonly closed: () => void;
}

/** Shows a page beside the grid. Returns how to close it. */
export function openSidebar(
  side: HTMLElement,
  { title, frame, call, focusGrid, closed }: ScriptPage,
): () => void {
  const page = scriptFrame({
    frame,
    title,
    call,
    host: (action) => {
      if (action === 'close') close();
      else if (action === 'focusEditor') focusGrid();
    },
  });
  const close = (): void => {
    page.close();
    side.hidden = true;
    side.replaceChildren();
    closed();
    focusGrid();
  };
  side.replaceChildren(
    el('header', {}, [
      el('h2', { text: title }),
      button({
        label: 'Đóng ngăn bên',
        en: 'Close the sidebar',
        icon: icon(ICONS.close),
        iconOnly: true,
        class: 'icon-button',
        press: close,
      }),
    ]),
    page.element,
  );
  side.setAttribute('aria-label', title);
  side.hidden = false;
  return close;
}

/** Shows a page over everything, as large as it says, in pixels. Returns how to close it. */
export function openDialog({
  title,
  frame,
  width = 600,
  height = 400,
  call,
  focusGrid,
  closed,
}: ScriptPage & Extract<ShownEffect, { kind: 'dialog' }>): () => void {
  const page = scriptFrame({
    frame,
    title,
    call,
    host: (action, value) => {
      if (action === 'close') close();
      else if (action === 'setWidth' && value) page.element.style.width = `${value}px`;
      else if (action === 'setHeight' && value) page.element.style.height = `${value}px`;
      else if (action === 'focusEditor') focusGrid();
    },
  });
  Object.assign(page.element.style, { width: `${width}px`, height: `${height}px` });
  const close = openModal({
    title,
    content: page.element,
    class: 'script-dialog',
    closed: () => {
      page.close();
      closed();
    },
  });
  return close;
}
