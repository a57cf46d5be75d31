import { AppError } from '../../domain/app-error.ts';
import { parseDay } from '../../domain/campaign/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import type { Day } from '../../domain/campaign/period.ts';
import type { Signer } from '../../domain/decision/decision.ts';
import type { DecisionRules } from '../../domain/decision/decision-rules.ts';
import { present } from '../../domain/present.ts';

/** Who signs, by a code of the campaign's signers, and when. */
export interface SigningOrder {
  readonly signer: string;
  readonly signedOn: string;
}

export interface Signing {
  readonly rules: DecisionRules;
  readonly signer: Signer;
  readonly signedOn: Day;
}

/**
 * What the campaign says of decisions on the day of signing, which lies between what it rests on and today.
 * Throws AppError day_out_of_range, decisions_not_set_up, not_found.
 */
export function signingOf(
  campaign: Campaign,
  { signer: code, signedOn: text }: SigningOrder,
  { from, to }: { readonly from: Day; readonly to: Day },
): Signing {
  const signedOn = parseDay(text);
  if (signedOn === undefined || signedOn < from || signedOn > to)
    throw new AppError('day_out_of_range', { from, to });
  const rules = councilRulesOn(campaign, signedOn).decisions;
  if (rules === undefined) throw new AppError('decisions_not_set_up');
  const found = rules.signers.find((each) => each.code === code);
  if (found === undefined) throw new AppError('not_found', { what: 'signer' });
  const { name, position, onBehalf } = found;
  return { rules, signer: present<Signer>({ name, position, onBehalf }), signedOn };
}
