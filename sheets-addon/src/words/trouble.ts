import { explainFormTrouble } from '../../../functions/src/messages/vi/issues/form-issues.ts';
import { explainRegisterTrouble } from '../../../functions/src/messages/vi/issues/register-issues.ts';
import { eitherOf, type SheetTrouble } from './either-of.ts';

/** The trouble and its remedy, as the functions say them. */
export const explainInVietnamese = (issue: SheetTrouble): string =>
  eitherOf(issue, explainFormTrouble, explainRegisterTrouble);
