import fc from 'fast-check';
import type { Criterion } from '../../../functions/src/domain/campaign/criterion.ts';
import type { Answer, ReportedAnswer } from '../../../functions/src/domain/form/answer.ts';
import { type Decimal, fromScaled } from '../../../functions/src/domain/numbers/decimal.ts';
import { criteria } from './sample-track.ts';

/** Asked of the unit itself: no target in the configuration. */
export const ASKED_FOR_TARGET: readonly string[] = ['FREE', 'PEER', 'TIER-RATIO'];

const HALF = 500_000_000_000n;

const words = fc.constantFrom(
  'Theo biên bản ngày 05/03/2024',
  '=IMPORTXML("http://example.com";"//a")',
  'https://example.com/minh-chung?id=1',
  'dòng một\ndòng hai',
  '0',
  '2024',
);

/** What the unit of the sample track may answer, all of it valid, in the campaign's order, blanks left out. */
export const answers: fc.Arbitrary<readonly ReportedAnswer[]> = fc
  .tuple(...criteria.map(answerOf))
  .map((all) => all.filter((answer) => Object.keys(answer).length > 1));

function answerOf(criterion: Criterion): fc.Arbitrary<ReportedAnswer> {
  const reported = reportedOf(criterion);
  return fc
    .record({
      reported: criterion.required ? reported : fc.option(reported, { nil: undefined }),
      target: targetOf(criterion),
      note: fc.option(words, { nil: undefined }),
    })
    .map(({ reported, target, note }) => ({
      criterion: criterion.code,
      ...(reported === undefined ? {} : { reported }),
      ...(target === undefined ? {} : { target }),
      ...(note === undefined ? {} : { note }),
    }));
}

function targetOf({ code }: Criterion): fc.Arbitrary<Decimal | undefined> {
  return ASKED_FOR_TARGET.includes(code) ? decimalBetween(1n, 10_000_000n) : fc.constant(undefined);
}

function reportedOf(criterion: Criterion): fc.Arbitrary<Answer> {
  const answer = figureOf(criterion);
  return criterion.mayBeNotApplicable
    ? fc.oneof({ weight: 4, arbitrary: answer }, fc.constant<Answer>({ kind: 'not_applicable' }))
    : answer;
}

function figureOf({ code, scoring }: Criterion): fc.Arbitrary<Answer> {
  const number = (value: fc.Arbitrary<Decimal>): fc.Arbitrary<Answer> =>
    value.map((decimal) => ({ kind: 'number', value: decimal }));
  if (code === 'DIRECT') return number(fc.bigInt(0n, 24n).map((halves) => fromScaled(halves * HALF)));
  if (code === 'BALANCE') return number(decimalBetween(-10_000n, 10_000n));
  if (code === 'YES' || code === 'INFO-Y') return fc.boolean().map((value) => ({ kind: 'yes_no', value }));
  if (scoring.kind === 'information' && scoring.answer === 'text')
    return words.map((value) => ({ kind: 'text', value }));
  return number(fc.oneof(decimalBetween(0n, 3000n), decimalBetween(0n, 10_000_000n)));
}

/** Thousandths, so that many look like a number with a separator of thousands. */
function decimalBetween(least: bigint, most: bigint): fc.Arbitrary<Decimal> {
  return fc.bigInt(least, most).map((thousandths) => fromScaled(thousandths * 1_000_000_000n));
}
