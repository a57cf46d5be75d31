import type { CouncilContent } from '../../workbooks/office/office-workbook.ts';
import type { Snapshot } from './snapshot.ts';

/** Ballots, who voted in them, and decisions, as the office's workbook shows them. */
export async function councilContent(snapshot: Snapshot): Promise<CouncilContent> {
  const [ballots, boxes, decisions] = await Promise.all([
    snapshot.ballots(),
    snapshot.ballotBoxes(),
    snapshot.decisions(),
  ]);
  return { ballots, boxes, decisions };
}
