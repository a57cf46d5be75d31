import { withClientShim } from '../apps-script/client-shim.ts';

/** The add-on's HTML as its frame gets it: with `google.script`, which talks to the page around it. */
export const frameDocument = (html: string): string => withClientShim(html);
