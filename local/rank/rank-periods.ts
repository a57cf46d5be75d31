import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Period } from '../../functions/src/domain/campaign/period.ts';
import { digestOf } from '../../functions/src/domain/digest.ts';
import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor } from '../../functions/src/domain/evaluation/history.ts';
import type { Rules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import { quarterToDate, yearToDate } from '../../functions/src/domain/evaluation/standings.ts';
import type { RankedPeriod } from './ranked.ts';
import type { SubmittedPeriod } from './submissions-file.ts';

/**
 * Evaluates the asked period after those before it, in the order of time: cumulative criteria, last period's
 * place and "what changed" look at their results. What the file says of later periods is left alone.
 */
export function rankPeriods(
  campaign: Campaign,
  submitted: readonly SubmittedPeriod[],
  asked: Period,
): RankedPeriod {
  const results: PeriodResult[] = [];
  for (const { rules, submissions } of submitted) {
    const { period } = rules;
    const history = historyFor(period, campaign.calendar, results);
    const result = evaluatePeriod({ rules, submissions, history });
    results.push(result);
    if (period.id !== asked.id) continue;
    return {
      campaign,
      rules,
      result,
      digest: digestOf(result),
      standings: standingsOf(period, campaign, results, rules),
    };
  }
  throw new RangeError('the asked period is always among the submitted ones');
}

/** What one period alone would say again is left out, and a quarter that is all of the year so far. */
function standingsOf(
  period: Period,
  { calendar }: Campaign,
  results: readonly PeriodResult[],
  rules: Rules,
): RankedPeriod['standings'] {
  if (results.length === 1) return {};
  const year = yearToDate(period, calendar, results, rules);
  const quarter = quarterToDate(period, calendar, results, rules);
  const isPart = quarter !== undefined && quarter.periods.length < year.periods.length;
  return {
    ...(year.periods.length > 1 && { year }),
    ...(isPart && quarter.periods.length > 1 && { quarter }),
  };
}
