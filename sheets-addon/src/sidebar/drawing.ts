import type { Call } from '../call.ts';
import type { Language, PageWords } from './words.ts';

/** What drawing needs to know: the page's words, and where a pressed button's call goes. */
export interface Drawing {
  readonly language: Language;
  readonly words: PageWords;
  press(call: Call, busy?: string): void;
  /** Sets going what changes no screen, selecting a cell, and goes on in the sheet. */
  quietly(call: Call): void;
}
