/** A part of the window that one works in. */
export interface Region {
  readonly place: HTMLElement;
  readonly enter: () => void;
}

/**
 * F6 goes round the menu, the sheet and the sidebar, Shift+F6 the other way, as in other programs: the sheet keeps Tab
 * for its cells, so there would be no way out of it by keyboard.
 */
export function walkRegions(regions: readonly Region[]): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (key !== 'F6' || ctrlKey || altKey || metaKey || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    const open = regions.filter(({ place }) => place.checkVisibility());
    const at = open.findIndex(({ place }) => place.contains(document.activeElement));
    open.at((at + (shiftKey ? open.length - 1 : 1)) % open.length)?.enter();
  };
  document.addEventListener('keydown', onKey, true);
  return () => document.removeEventListener('keydown', onKey, true);
}
