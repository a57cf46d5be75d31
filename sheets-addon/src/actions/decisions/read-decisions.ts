import type { Day } from '../../../../functions/src/domain/campaign/period.ts';
import { readDay } from '../../../../functions/src/domain/form/day-text.ts';
import type { Context } from '../../backend/answers.ts';
import type { Question } from '../../backend/backend.ts';
import type { DecisionAnswer, DecisionsAnswer } from '../../backend/council-answers.ts';
import { TroubleError } from '../../backend/trouble.ts';
import type { CallArguments } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Field } from '../../screen.ts';
import { momentParts } from '../../words/moments.ts';
import { campaignOf } from '../visit.ts';

export function readDecisions(desk: Desk): DecisionsAnswer {
  return desk.backend.get(...decisionsQuestion(desk));
}

export const decisionsQuestion = (desk: Desk): Question => ['/decisions', { campaign: campaignOf(desk) }];

/** "12/04/2024". */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** A line of a list: "12/QĐ-BCĐ · 12/04/2024 · Biểu dương · 2 đối tượng". */
export function decisionOption({ words }: Desk, decision: DecisionAnswer): { value: string; label: string } {
  const { id, reference, signedOn, kindName, subjects, revoked } = decision;
  const label = words.decisions.option(reference, shownDay(signedOn), kindName, subjects.length);
  return { value: id, label: revoked === 'no' ? label : `${label} · ${words.decisions.revoked[revoked]}` };
}

/** Who signs, and on which day: today, unless it is changed. */
export function signingFields(
  { words, now }: Desk,
  { campaign }: Context,
  { signers }: DecisionsAnswer,
): readonly Field[] {
  const { day, month, year } = momentParts(now().toISOString(), campaign.timeZone);
  return [
    {
      kind: 'choice',
      name: 'signer',
      label: words.decisions.signer,
      options: signers.map(({ code, name, position }) => ({ value: code, label: `${name}, ${position}` })),
    },
    {
      kind: 'line',
      name: 'signedOn',
      label: words.decisions.signedOn,
      help: words.decisions.signedOnHelp,
      required: true,
      most: 10,
      value: `${day}/${month}/${year}`,
    },
  ];
}

/** What was filled in there, as the functions take it. Throws TroubleError for what is no day. */
export function signingOf(
  { words }: Desk,
  { signer = '', signedOn = '' }: CallArguments,
): {
  readonly signer: string;
  readonly signedOn: Day;
} {
  const read = readDay(signedOn);
  if ('value' in read) return { signer, signedOn: read.value };
  const sentence = words.explainTrouble({ ...read.issue, at: {} });
  throw new TroubleError({ kind: 'unfilled', sentence });
}
