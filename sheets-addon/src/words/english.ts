import { explainFormTrouble } from '../../../functions/src/messages/en/issues/form-issues.ts';
import { explainRegisterTrouble } from '../../../functions/src/messages/en/issues/register-issues.ts';
import { eitherOf } from './either-of.ts';
import { enCouncil } from './en/council.ts';
import { enDecisions } from './en/decisions.ts';
import { en } from './en/en.ts';
import { enSending } from './en/sending.ts';
import type { Words } from './words.ts';

/** The same in English: a script of its own (build.ts), put together only for those who read it. */
export const english: Words = {
  ...en,
  sending: enSending,
  council: enCouncil,
  decisions: enDecisions,
  explainTrouble: (issue) => eitherOf(issue, explainFormTrouble, explainRegisterTrouble),
};
