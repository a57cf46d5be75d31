import { openSeal } from '../adapters/ballot-seal.ts';
import type { Config } from '../config.ts';
import type { Seal } from '../domain/ballot/ballot-box.ts';

/** What the campaign's secret tallies are sealed with; none without a key. */
export function sealOf({ ballotKeys }: Config, campaign: string): Seal | undefined {
  return ballotKeys.length === 0 ? undefined : openSeal(ballotKeys, campaign);
}
