import type { PeriodKind } from '../../../functions/src/domain/campaign/period.ts';
import { inPeriods } from '../words/in-periods.ts';
import { type Language, vietnamese, type Words } from '../words/words.ts';

/** In English.js, the other script of the project: a function, so that nothing of it is done where nobody reads it. */
declare function dienHinhEnglish_(): Words;

export function wordsOf(language: Language, periods: PeriodKind | undefined): Words {
  return inPeriods(language === 'en' ? dienHinhEnglish_() : vietnamese, periods ?? 'month');
}
