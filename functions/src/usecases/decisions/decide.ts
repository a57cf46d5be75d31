import { AppError } from '../../domain/app-error.ts';
import type { Ballot, Outcome } from '../../domain/ballot/ballot.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type PlannedDecision, planDecision, type WishedSubject } from '../../domain/decision/decide.ts';
import { decisionId, seriesOf } from '../../domain/decision/decision.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import type { Reader, Writer } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { dayIn } from '../day-in.ts';
import { readExemplars } from '../exemplar-facts.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { setupOf } from '../rules-of.ts';
import { type DecisionView, decisionView } from './decision-view.ts';
import { type SigningOrder, signingOf } from './signing.ts';

export interface DecidingOrder extends SigningOrder {
  readonly kind: Outcome;
  readonly ballot: string;
  readonly subjects: readonly WishedSubject[];
  readonly spreadsheetId?: string | undefined;
}

export interface IssuedDecision {
  readonly decision: DecisionView;
  /** Ids of the exemplars it made. */
  readonly exemplars: readonly string[];
}

/**
 * Issues a decision: its number, its exemplars, its log entry and what it changes in the workbooks in one transaction,
 * so that numbers have neither gaps nor repeats however many are issued at once. Throws what planDecision and
 * signingOf throw; not_found, workbook_unknown.
 */
export async function decide(acting: Acting, order: DecidingOrder): Promise<IssuedDecision> {
  const { store, by, now } = acting;
  await requireWorkbook(store, 'office', order.spreadsheetId);
  return once(acting, async (transaction) => {
    const [{ campaign }, ballot] = await Promise.all([
      setupOf(transaction),
      transaction.ballot(order.ballot),
    ]);
    if (ballot === undefined) throw new AppError('not_found', { what: 'ballot' });
    requireFields(campaign, order.subjects);
    const at = now();
    const closedOn = dayIn(campaign.timeZone, ballot.closing?.at ?? at);
    const { rules, signer, signedOn } = signingOf(campaign, order, {
      from: closedOn,
      to: dayIn(campaign.timeZone, at),
    });
    const [series, exemplars, stored, unitVotes] = await Promise.all([
      transaction.series(seriesOf(signedOn)),
      readExemplars(transaction, campaign),
      transaction.result(ballot.period, ballot.resultVersion),
      unitVotesOn(transaction, order, ballot),
    ]);
    if (stored === undefined) throw new AppError('not_found', { what: 'result' });
    const planned = planDecision(
      { kind: order.kind, subjects: order.subjects, signer, signedOn },
      {
        ballot,
        series,
        scheme: rules.scheme,
        decisions: exemplars.facts.decisions,
        unitVotes: unitVotes.flatMap(({ rows }) => rows),
        exemplars: exemplars.all,
        stepsDone: exemplars.stepsDone,
        result: stored.result,
        at,
        by,
      },
    );
    save(transaction, planned, { at, by });
    for (const { unitId, revision } of unitVotes)
      transaction.putRegisterRevision('unit_vote', unitId, revision + 1);
    return {
      decision: decisionView(planned.decision, [ballot]),
      exemplars: planned.exemplars.map(({ id }) => id),
    };
  });
}

interface UnitVotes {
  readonly unitId: string;
  readonly rows: readonly RegisterRow[];
  /** Goes up with the decision: whoever is about to keep rows there looks again at what was decided. */
  readonly revision: number;
}

/** Of the units whose collectives and people are to be rewarded; nobody else's are looked at. */
function unitVotesOn(
  reader: Reader,
  { kind, subjects }: DecidingOrder,
  { candidates }: Ballot,
): Promise<readonly UnitVotes[]> {
  if (kind !== 'reward') return Promise.resolve([]);
  const named = new Set(subjects.map(({ candidate }) => candidate));
  const units = candidates
    .filter(({ id, subject }) => named.has(id) && subject.kind === 'registrant')
    .map(({ subject }) => subject.unitId);
  const read = [...new Set(units)].map(async (unitId): Promise<UnitVotes> => {
    const rows = await reader.registerRows('unit_vote', unitId);
    return { unitId, rows, revision: await reader.registerRevision('unit_vote', unitId) };
  });
  return Promise.all(read);
}

function requireFields({ fields = [] }: Campaign, subjects: readonly WishedSubject[]): void {
  for (const { field } of subjects)
    if (field !== undefined && !fields.some(({ code }) => code === field))
      throw new AppError('not_found', { what: 'field' });
}

function save(
  transaction: Writer,
  { decision, exemplars, series }: PlannedDecision,
  { at, by }: { readonly at: Date; readonly by: string },
): void {
  transaction.addDecision(decision);
  transaction.putSeries(series);
  for (const exemplar of exemplars) transaction.addExemplar(exemplar);
  const { period, reference, subjects } = decision;
  const details = { decision: decisionId(decision), reference, subjects: subjects.length };
  transaction.appendLog({ at, by, action: 'decision_issued', period, details });
  askForWorkbooks(transaction, decision, { at, exemplarsChange: exemplars.length > 0 });
}

/** The office's, the leaders', and those of the units it concerns; every unit's where there is a new one to choose. */
export function askForWorkbooks(
  transaction: Writer,
  { subjects }: Pick<PlannedDecision['decision'], 'subjects'>,
  { at, exemplarsChange }: { readonly at: Date; readonly exemplarsChange: boolean },
): void {
  transaction.enqueue('office', at);
  transaction.enqueue('summary', at);
  if (exemplarsChange) transaction.enqueue('units', at);
  else
    for (const unitId of new Set(subjects.map(({ subject }) => subject.unitId)))
      transaction.enqueue(`unit:${unitId}`, at);
}
