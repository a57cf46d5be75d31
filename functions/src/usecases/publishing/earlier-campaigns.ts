import type { EarlierCampaign } from '../../workbooks/exemplars/exemplar-view.ts';
import { publishedResults } from './published-results.ts';
import type { Snapshot } from './snapshot.ts';

/** Further back nobody looks, and each is a year of results to read. */
const MOST_CAMPAIGNS = 5;

/**
 * The campaigns before this one, the newest first: what was published and decided there, and who was registered. One
 * that follows a campaign which follows it is seen once.
 */
export async function earlierCampaigns(snapshot: Snapshot): Promise<readonly EarlierCampaign[]> {
  const { campaign } = await snapshot.setup();
  const seen = new Set([campaign.code]);
  const earlier: EarlierCampaign[] = [];
  let { follows } = campaign;
  while (follows !== undefined && !seen.has(follows) && earlier.length < MOST_CAMPAIGNS) {
    seen.add(follows);
    const before = await readEarlier(snapshot.other(follows));
    earlier.push(before);
    follows = before.campaign.follows;
  }
  return earlier;
}

async function readEarlier(snapshot: Snapshot): Promise<EarlierCampaign> {
  const [{ campaign }, periods, decisions, registrations] = await Promise.all([
    snapshot.setup(),
    publishedResults(snapshot),
    snapshot.decisions(),
    snapshot.registerRows('registration'),
  ]);
  return { campaign, periods, decisions, registrations };
}
