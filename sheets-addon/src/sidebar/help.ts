import type { HelpBlock, Section } from '../screen.ts';
import { helpInEnglish } from './help-en.ts';
import { helpInVietnamese } from './help-vi.ts';
import type { Language } from './words.ts';

/** What one does in each kind of workbook. The page has it by itself: it depends on nothing that the script knows. */
export interface Help {
  readonly intro: Readonly<Record<HelpBlock['of'], string>>;
  readonly sections: Readonly<Record<HelpBlock['of'], readonly Section[]>>;
}

export const helpIn = (language: Language, period: string): Help =>
  (language === 'en' ? helpInEnglish : helpInVietnamese)(period);
