import type { Ballot } from '../../domain/ballot/ballot.ts';
import { counts, outcomeOf } from '../../domain/ballot/ballot-state.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Recognised } from '../../domain/decision/recognised.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { REGISTERS } from '../../domain/register/registers.ts';
import { catchingUpTab } from '../../workbooks/exemplars/catching-up-tab.ts';
import { exemplarTabs } from '../../workbooks/exemplars/exemplar-tabs.ts';
import {
  type ExemplarView,
  type Judgement,
  type StoredExemplars,
  viewOfExemplars,
} from '../../workbooks/exemplars/exemplar-view.ts';
import type { PublishedResult } from '../../workbooks/published.ts';
import { dayIn } from '../day-in.ts';
import { exemplarsIn } from '../registers/exemplars-in.ts';
import { earlierCampaigns } from './earlier-campaigns.ts';
import { publishedAround } from './published-results.ts';
import type { Snapshot } from './snapshot.ts';

/** The summary's tabs about exemplars, decisions and what became of everybody. */
export async function summaryExemplarTabs(
  snapshot: Snapshot,
  periods: readonly PublishedResult[],
): Promise<readonly TableTab[]> {
  const [{ campaign }, stored] = await Promise.all([snapshot.setup(), storedExemplars(snapshot)]);
  return exemplarTabs(viewOfExemplars(stored, campaign, periods));
}

/**
 * What a unit sees of those of its own who learn, and of the decisions on them. Undefined where nobody learns: then
 * nobody asks for the results of all months either.
 */
export async function unitExemplarView(
  unitId: string,
  snapshot: Snapshot,
): Promise<ExemplarView | undefined> {
  const learning = await snapshot.registerRows('learning', unitId);
  if (learning.length === 0) return undefined;
  const [{ campaign }, exemplars, decisions, registrations, periods] = await Promise.all([
    snapshot.setup(),
    exemplarsIn(snapshot),
    snapshot.decisions(),
    snapshot.registerRows('registration', unitId),
    publishedAround(unitId, snapshot),
  ]);
  const own: Readonly<Record<RegisterId, readonly RegisterRow[]>> = { learning, registration: registrations };
  const stored: StoredExemplars = {
    exemplars: exemplars.all,
    decisions,
    lifeOf: exemplars.lifeOf,
    judgements: [],
    voidBallots: new Set(),
    rows: (register) => own[register] ?? [],
  };
  return viewOfExemplars(stored, campaign, periods);
}

/** The decisions that name a unit as such, revoked ones included. */
export async function decisionsOnUnit(unitId: string, snapshot: Snapshot): Promise<readonly Recognised[]> {
  const decisions = await snapshot.decisions();
  return decisions.flatMap((decision) =>
    decision.kind === 'revocation'
      ? []
      : decision.subjects
          .filter(({ subject }) => subject.kind === 'unit' && subject.unitId === unitId)
          .map((decided) => ({ decision, decided })),
  );
}

/** A unit's own lines beside the exemplars' it learns from. */
export async function unitExemplarTabs(unitId: string, snapshot: Snapshot): Promise<readonly TableTab[]> {
  const view = await unitExemplarView(unitId, snapshot);
  return view === undefined || view.periods.length === 0 ? [] : [catchingUpTab(view)];
}

/** Of ballots no more than what reviews came to. */
async function storedExemplars(snapshot: Snapshot): Promise<StoredExemplars> {
  const [{ campaign }, exemplars, decisions, ballots, rows, earlier] = await Promise.all([
    snapshot.setup(),
    exemplarsIn(snapshot),
    snapshot.decisions(),
    snapshot.ballots(),
    readRows(snapshot, SHOWN),
    earlierCampaigns(snapshot),
  ]);
  return {
    exemplars: exemplars.all,
    decisions,
    lifeOf: exemplars.lifeOf,
    judgements: judgementsIn(ballots, campaign),
    voidBallots: new Set(ballots.filter(({ voided }) => voided !== undefined).map(({ id }) => id)),
    rows,
    earlier,
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
