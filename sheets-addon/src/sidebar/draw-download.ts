import type { Download } from '../screen.ts';
import { element } from './dom.ts';

/** A link that keeps a file. The page has it already, so nothing is fetched, and the browser asks where to. */
export function drawDownload({ label, fileName, mediaType, base64 }: Download): HTMLElement {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = element('a', { className: 'button main', href: address, download: fileName }, label);
  return element('div', { className: 'buttons' }, link);
}
