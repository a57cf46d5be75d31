import type { HelpBlock, Section } from '../screen.ts';

/** What one does in each kind of workbook. The page has it by itself: it depends on nothing that the script knows. */
export interface Help {
  readonly intro: Readonly<Record<HelpBlock['of'], string>>;
  readonly sections: Readonly<Record<HelpBlock['of'], readonly Section[]>>;
}
