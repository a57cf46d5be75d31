import type { BallotPurpose, Outcome } from '../../domain/ballot/ballot.ts';
import type { DecisionKind } from '../../domain/decision/decision.ts';
import { showPeriodId } from './period-id.ts';

/** What ballots and decisions are about, in words. */
export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  praise: 'Biểu dương',
  reward: 'Khen thưởng',
  caught_up: 'Công nhận bắt kịp điển hình',
  surpassed: 'Công nhận vượt qua điển hình',
};

export const DECISION_NAMES: Readonly<Record<DecisionKind, string>> = {
  ...OUTCOME_NAMES,
  revocation: 'Thu hồi quyết định',
};

export function ballotTitle(purpose: BallotPurpose, period: string, nth: number): string {
  const name = showPeriodId(period);
  const what = purpose === 'nomination' ? 'Bình chọn điển hình' : 'Bình xét bắt kịp, vượt qua điển hình';
  const which = nth === 1 ? '' : ` (lần ${nth})`;
  return `${what} ${name.charAt(0).toLowerCase()}${name.slice(1)}${which}`;
}
