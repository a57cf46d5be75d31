import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import type { DecisionRules } from '../../domain/decision/decision-rules.ts';
import type { Acting } from '../acting.ts';
import { dayIn } from '../day-in.ts';
import { setupOf } from '../rules-of.ts';
import { type DecisionView, decisionView } from './decision-view.ts';

export interface DecisionsList {
  /** Newest first. */
  readonly decisions: readonly DecisionView[];
  /** Who may sign one today. */
  readonly signers: DecisionRules['signers'];
}

export async function readDecisions({ store, now }: Pick<Acting, 'store' | 'now'>): Promise<DecisionsList> {
  const [{ campaign }, decisions, ballots] = await Promise.all([
    setupOf(store),
    store.decisions(),
    store.ballots(),
  ]);
  const rules = councilRulesOn(campaign, dayIn(campaign.timeZone, now())).decisions;
  return {
    decisions: [...decisions].reverse().map((decision) => decisionView(decision, ballots)),
    signers: rules?.signers ?? [],
  };
}
