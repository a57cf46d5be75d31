import type { Ballot } from '../../domain/ballot/ballot.ts';
import { counts, outcomeOf } from '../../domain/ballot/ballot-state.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterId, RegisterRow } from '../../domain/register/register.ts';
import { REGISTERS } from '../../domain/register/registers.ts';
import { exemplarTabs } from '../../workbooks/exemplars/exemplar-tabs.ts';
import {
  type Judgement,
  type StoredExemplars,
  viewOfExemplars,
} from '../../workbooks/exemplars/exemplar-view.ts';
import type { PublishedResult } from '../../workbooks/published.ts';
import { dayIn } from '../day-in.ts';
import { exemplarsIn } from '../registers/exemplars-in.ts';
import type { Snapshot } from './snapshot.ts';

/** The summary's tabs about exemplars, decisions and what became of everybody. */
export async function summaryExemplarTabs(
  snapshot: Snapshot,
  periods: readonly PublishedResult[],
): Promise<readonly TableTab[]> {
  const [{ campaign }, stored] = await Promise.all([snapshot.setup(), storedExemplars(snapshot)]);
  return exemplarTabs(viewOfExemplars(stored, campaign, periods));
}

/** Of ballots no more than what reviews came to. */
async function storedExemplars(snapshot: Snapshot): Promise<StoredExemplars> {
  const [{ campaign }, exemplars, decisions, ballots, rows] = await Promise.all([
    snapshot.setup(),
    exemplarsIn(snapshot),
    snapshot.decisions(),
    snapshot.ballots(),
    readRows(snapshot, SHOWN),
  ]);
  return {
    exemplars: exemplars.all,
    decisions,
    lifeOf: exemplars.lifeOf,
    judgements: judgementsIn(ballots, campaign),
    voidBallots: new Set(ballots.filter(({ voided }) => voided !== undefined).map(({ id }) => id)),
    rows,
  };
}

/** Every register but the watch list. */
const SHOWN = Object.keys(REGISTERS).filter((register) => register !== 'factor');

async function readRows(
  snapshot: Snapshot,
  registers: readonly RegisterId[],
): Promise<(register: RegisterId) => readonly RegisterRow[]> {
  const read = registers.map(async (id) => [id, await snapshot.registerRows(id)] as const);
  const rows = new Map(await Promise.all(read));
  return (register) => rows.get(register) ?? [];
}

/** What closed and valid reviews came to, in the order of their closing. */
function judgementsIn(ballots: readonly Ballot[], { timeZone }: Campaign): readonly Judgement[] {
  return ballots
    .filter((ballot) => ballot.purpose === 'review' && counts(ballot))
    .sort((a, b) => a.closing!.at.getTime() - b.closing!.at.getTime())
    .flatMap((ballot) => {
      const passed = new Set(
        outcomeOf(ballot)
          .candidates.filter((each) => each.passed)
          .map(({ id }) => id),
      );
      const on = dayIn(timeZone, ballot.closing!.at);
      return ballot.candidates.flatMap(({ id, learned, outcome }): Judgement[] => {
        if (learned === undefined || (outcome !== 'caught_up' && outcome !== 'surpassed')) return [];
        return [{ row: learned.row, outcome: passed.has(id) ? outcome : 'following', on }];
      });
    });
}
