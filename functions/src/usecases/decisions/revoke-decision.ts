import { AppError } from '../../domain/app-error.ts';
import { decisionId, seriesOf } from '../../domain/decision/decision.ts';
import { type PlannedRevocation, planRevocation } from '../../domain/decision/revoke.ts';
import { cleanText } from '../../domain/form/text.ts';
import type { Writer } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { dayIn } from '../day-in.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { setupOf } from '../rules-of.ts';
import { askForWorkbooks } from './decide.ts';
import { type DecisionView, decisionView } from './decision-view.ts';
import { type SigningOrder, signingOf } from './signing.ts';

export interface RevokingOrder extends SigningOrder {
  readonly decision: string;
  /** Candidates of the decision; all it still holds for if absent. */
  readonly subjects?: readonly string[] | undefined;
  readonly reason: string;
  readonly spreadsheetId?: string | undefined;
}

export interface RevokedDecision {
  /** The revocation, a decision of its own. */
  readonly revocation: DecisionView;
  /** The decision it takes back, marked. */
  readonly decision: DecisionView;
}

/**
 * Takes a decision back with a reason, by a numbered decision. Whoever was made an exemplar by it is none any more,
 * and no step of its life counts. Throws AppError reason_missing, and what planRevocation and signingOf throw.
 */
export async function revokeDecision(acting: Acting, order: RevokingOrder): Promise<RevokedDecision> {
  const { store, by, now } = acting;
  await requireWorkbook(store, 'office', order.spreadsheetId);
  const reason = cleanText(order.reason);
  if (reason === '') throw new AppError('reason_missing');
  return once(acting, async (transaction) => {
    const [{ campaign }, decision, ballots] = await Promise.all([
      setupOf(transaction),
      transaction.decision(order.decision),
      transaction.ballots(),
    ]);
    if (decision === undefined) throw new AppError('not_found', { what: 'decision' });
    const at = now();
    const days = { from: decision.signedOn, to: dayIn(campaign.timeZone, at) };
    const { rules, signer, signedOn } = signingOf(campaign, order, days);
    const series = await transaction.series(seriesOf(signedOn));
    const wish = { subjects: order.subjects, reason, signer, signedOn };
    const planned = planRevocation(decision, wish, { series, scheme: rules.scheme, at, by });
    save(transaction, planned, { at, by, reason });
    return {
      revocation: decisionView(planned.revocation, ballots),
      decision: decisionView(planned.decision, ballots),
    };
  });
}

function save(
  transaction: Writer,
  { revocation, decision, series }: PlannedRevocation,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): void {
  transaction.addDecision(revocation);
  transaction.putDecision(decision);
  transaction.putSeries(series);
  const { period, reference, subjects } = revocation;
  const details = { decision: decisionId(revocation), reference, revokes: decisionId(decision) };
  transaction.appendLog({ at, by, action: 'decision_revoked', period, reason, details });
  const exemplarsChange = subjects.some(({ exemplar, became }) => (became ?? exemplar) !== undefined);
  askForWorkbooks(transaction, revocation, { at, exemplarsChange });
}
