import type { AnswerIssue, FormIssue } from '../../../functions/src/domain/issue.ts';
import { explainFormTrouble as explainInEnglish } from '../../../functions/src/messages/en/form-issues.ts';
import { explainFormTrouble as explainInVietnamese } from '../../../functions/src/messages/vi/form-issues.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Language = 'vi' | 'en';

/** Every sentence of the add-on, in one language; Vietnamese is the first, English says the same. */
export type Words = typeof vi & { readonly explainTrouble: (issue: AnswerIssue | FormIssue) => string };

export function wordsOf(language: Language): Words {
  return language === 'en'
    ? { ...en, explainTrouble: explainInEnglish }
    : { ...vi, explainTrouble: explainInVietnamese };
}

export function parseLanguage(text: string | null | undefined): Language {
  return text === 'en' ? 'en' : 'vi';
}
