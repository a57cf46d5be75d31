import { type BallotRules, DEFAULT_BALLOT_RULES } from '../ballot/ballot.ts';
import type { DecisionRules } from '../decision/decision-rules.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../exemplar/distance.ts';
import type { Campaign } from './campaign.ts';
import type { Day } from './period.ts';
import type { CouncilSections } from './settings.ts';
import { isValidOn } from './validity.ts';

/** How the council votes, decides and reviews. It is the whole campaign's, not a track's. */
export interface CouncilRules {
  readonly ballots: { readonly nomination: BallotRules; readonly review: BallotRules };
  /** Absent: the campaign says nothing of its decisions, so none can be issued. */
  readonly decisions?: DecisionRules;
  readonly review: Thresholds;
}

/**
 * What is valid on a day: the last of the period for ballots and reviews, as for all that is about a period; the day
 * of signing for decisions. A section replaces the same section of earlier entries, whole.
 */
export function councilRulesOn({ settings }: Pick<Campaign, 'settings'>, day: Day): CouncilRules {
  const sections: { -readonly [Key in keyof CouncilSections]: CouncilSections[Key] } = {};
  for (const entry of settings) {
    if (entry.track !== undefined || !isValidOn(entry, day)) continue;
    if (entry.ballots !== undefined) sections.ballots = entry.ballots;
    if (entry.decisions !== undefined) sections.decisions = entry.decisions;
    if (entry.review !== undefined) sections.review = entry.review;
  }
  const { ballots, decisions, review } = sections;
  return {
    ballots: {
      nomination: ballots?.nomination ?? DEFAULT_BALLOT_RULES,
      review: ballots?.review ?? DEFAULT_BALLOT_RULES,
    },
    ...(decisions && { decisions }),
    review: review ?? DEFAULT_THRESHOLDS,
  };
}
