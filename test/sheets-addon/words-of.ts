import { english } from '../../sheets-addon/src/words/english.ts';
import { type Language, vietnamese, type Words } from '../../sheets-addon/src/words/words.ts';

/** As src/google/words.ts gives them, without Apps Script. */
export const wordsOf = (language: Language): Words => (language === 'en' ? english : vietnamese);
