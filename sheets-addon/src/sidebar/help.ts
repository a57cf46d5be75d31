import { helpInEnglish } from './help-en.ts';
import type { Help } from './help-text.ts';
import { helpInVietnamese } from './help-vi.ts';
import type { Language } from './words.ts';

export const helpIn = (language: Language, period: string): Help =>
  (language === 'en' ? helpInEnglish : helpInVietnamese)(period);
