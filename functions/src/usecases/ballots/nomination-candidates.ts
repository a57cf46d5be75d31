import { AppError } from '../../domain/app-error.ts';
import type { Ballot, Candidate } from '../../domain/ballot/ballot.ts';
import { nomineeId, nomineesOf, standKey, subjectOf, takenIn } from '../../domain/ballot/nominees.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { nomineeWords } from '../../messages/vi/candidates.ts';
import type { StoredResult } from '../../ports/result.ts';
import type { Reader } from '../../ports/store.ts';
import { periodOf, rulesOf } from '../rules-of.ts';
import { unitNames } from './unit-names.ts';

export interface CandidatesContext {
  readonly campaign: Campaign;
  readonly period: Period;
  /** The period's newest result. */
  readonly stored: StoredResult;
  /** Of the period. */
  readonly ballots: readonly Ballot[];
}

/** Units chosen by the rules of the result's own time, and whom units propose; without those who stand already. */
export async function nominationCandidates(
  reader: Reader,
  { campaign, period, stored, ballots }: CandidatesContext,
): Promise<readonly Candidate[]> {
  const [setup, votes, registrations] = await Promise.all([
    reader.setup(stored.setupVersion),
    reader.registerRows('unit_vote'),
    reader.registerRows('registration'),
  ]);
  if (setup === undefined) throw new AppError('not_found', { what: 'campaign' });
  const { result } = stored;
  const rules = rulesOf(setup.campaign, periodOf(setup.campaign, period.id));
  const words = { rules, result, unitName: unitNames(campaign, rules) };
  const taken = takenIn(ballots);
  return nomineesOf(result, { votes, registrations })
    .filter((nominee) => !taken.has(standKey({ outcome: nominee.outcome, subject: subjectOf(nominee) })))
    .map((nominee) => ({
      id: nomineeId(nominee),
      subject: subjectOf(nominee),
      outcome: nominee.outcome,
      ...nomineeWords(nominee, words),
    }));
}
