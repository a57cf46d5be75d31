import type { SheetTrouble } from './either-of.ts';
import { explainInVietnamese } from './trouble.ts';
import { viCouncil } from './vi/council.ts';
import { viDecisions } from './vi/decisions.ts';
import { viSending } from './vi/sending.ts';
import { vi } from './vi/vi.ts';

export type Language = 'vi' | 'en';

/** Every sentence of the add-on, in one language; Vietnamese is the first, English (english.ts) says the same. */
export type Words = typeof vi & {
  readonly sending: typeof viSending;
  readonly council: typeof viCouncil;
  readonly decisions: typeof viDecisions;
  readonly explainTrouble: (issue: SheetTrouble) => string;
};

export const vietnamese: Words = {
  ...vi,
  sending: viSending,
  council: viCouncil,
  decisions: viDecisions,
  explainTrouble: explainInVietnamese,
};

export function parseLanguage(text: string | null | undefined): Language {
  return text === 'en' ? 'en' : 'vi';
}
