import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor } from '../../../functions/src/domain/evaluation/history.ts';
import type { PeriodInputs, UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import { answerOf, inputOf, inputsOf } from './campaign.ts';
import { EXAMPLE } from './example.ts';

/**
 * The example's March, with its February behind it: X1 leads, X2 is late, bears a deduction and is appraised
 * differently, X3 raises a gate. Further units come from the test that looks at them.
 */
export function marchInputs(march: readonly UnitInput[], february: readonly UnitInput[] = []): PeriodInputs {
  const past = evaluatePeriod(
    inputsOf(
      EXAMPLE,
      [
        inputOf('X2', {
          K1: [10, 10],
          K2: true,
          K3: 99,
          K4: [110, 100],
          K5: 4,
          K6: 9,
          TH: 0,
          TR: 0,
          TT: 120,
        }),
        ...february,
      ],
      { period: '2024-02' },
    ),
  );
  return inputsOf(
    EXAMPLE,
    [
      inputOf('X1', {
        K1: [10, 10],
        K2: true,
        K3: 99,
        K4: [120, 100],
        K5: 6,
        K6: 9.5,
        TH: 5,
        TR: 0,
        TT: 120,
      }),
      inputOf(
        'X2',
        { K1: [20, 30], K2: true, K3: 99, K4: [110, 100], K5: 6, K6: 9.5, TH: 5, TR: 6, TT: 120 },
        { late: true, appraised: [{ criterion: 'K3', appraised: answerOf(97), note: 'Trích xuất lại' }] },
      ),
      inputOf('X3', { K1: [15, 20], K2: false, K3: 0, K4: [20, 100], K5: 0, K6: 8 }),
      ...march,
    ],
    { history: historyFor(parsePeriod('2024-03', EXAMPLE.calendar)!, EXAMPLE.calendar, [past]) },
  );
}
