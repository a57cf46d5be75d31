import { type Language, vietnamese, type Words } from '../words/words.ts';

/** In English.js, the other script of the project: a function, so that nothing of it is done where nobody reads it. */
declare function dienHinhEnglish_(): Words;

export function wordsOf(language: Language): Words {
  return language === 'en' ? dienHinhEnglish_() : vietnamese;
}
