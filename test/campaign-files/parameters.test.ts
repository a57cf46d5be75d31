import { describe, expect, it } from 'vitest';
import { kindOf, METHODS, readRule } from '../../functions/src/campaign-files/parse/scoring.ts';
import type { ScoringKind } from '../../functions/src/domain/campaign/criterion.ts';
import type { Issue } from '../../functions/src/domain/issue.ts';
import { type Decimal, parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import { type Micropoints, micropointsOf } from '../../functions/src/domain/numbers/micropoints.ts';

const points = (text: string): Micropoints => micropointsOf(parseDecimal(text)!);
const decimal = (text: string): Decimal => parseDecimal(text)!;

function read(kind: ScoringKind, text: string, max = '10') {
  const issues: Issue[] = [];
  const rule = readRule(kind, text, points(max), {}, (issue) => issues.push(issue));
  return issues.length > 0 ? issues : rule;
}

describe('the parameters of a criterion', () => {
  it.each<[ScoringKind, readonly string[], string, object]>([
    ['direct', ['', '0..10', 'cap=10'], '10', { kind: 'direct' }],
    ['direct', ['step=0.5', '0..10 step 0.5', 'STEP = 0.50'], '10', { kind: 'direct', step: '0.5' }],
    [
      'percent',
      ['target=100', 'max*min(actual/target,1); target 100%', 'basis=period, target=100%'],
      '10',
      { kind: 'percent', basis: 'period', target: '100' },
    ],
    [
      'percent',
      ['min=50%; basis=cumulative; year_target=yes', 'min=0.5\ncumulative since January\nyear_target=có'],
      '10',
      { kind: 'percent', minimumRatio: '0.5', basis: 'cumulative', yearTarget: true },
    ],
    [
      'tiered',
      ['>=98: 5; >=95.5: 4; else 0', '≥98%:5; ≥95.5%:4', '>= 98 : 5 ; >=95.5:4 ; else=0'],
      '5',
      {
        kind: 'tiered',
        of: 'value',
        direction: 'at_least',
        tiers: [
          { limit: decimal('98'), micropoints: points('5') },
          { limit: decimal('95.5'), micropoints: points('4') },
        ],
        otherwise: 0,
        basis: 'period',
      },
    ],
    [
      'tiered',
      ['<=1: 5; <=3: 2.5; else 1; of=ratio; target=4'],
      '5',
      {
        kind: 'tiered',
        of: 'ratio',
        direction: 'at_most',
        tiers: [
          { limit: decimal('1'), micropoints: points('5') },
          { limit: decimal('3'), micropoints: points('2.5') },
        ],
        otherwise: points('1'),
        basis: 'period',
        target: decimal('4'),
      },
    ],
    ['yes_no', ['', 'yes:10; no:0', 'yes=10'], '10', { kind: 'yes_no' }],
    [
      'count',
      ['each=0.5', '0.5 point each, cap 10', '+0.5 each'],
      '10',
      { kind: 'count', micropointsEach: 500_000 },
    ],
    [
      'peer_relative',
      ['', 'by cluster', 'A<T: .5*max*A/T; A=T: .5*max; scope=cluster'],
      '10',
      { kind: 'peer_relative', scope: 'cluster', basis: 'period' },
    ],
    [
      'peer_relative',
      ['scope=track; cumulative', 'by track; basis=cumulative'],
      '10',
      { kind: 'peer_relative', scope: 'track', basis: 'cumulative' },
    ],
    ['bonus', ['each=2', '+2 each, cap 10'], '10', { kind: 'bonus', micropointsEach: 2_000_000 }],
    [
      'deduction',
      ['each=-1; late=auto', '-1 each, floor -5, late=auto'],
      '-5',
      { kind: 'deduction', micropointsEach: -1_000_000, automatic: 'late' },
    ],
    ['information', [''], '0', { kind: 'information', answer: 'number' }],
    ['information', ['answer=text'], '0', { kind: 'information', answer: 'text' }],
  ])('are read for %s written as %j', (kind, texts, max, scoring) => {
    for (const text of texts)
      expect({ text, rule: read(kind, text, max) }).toEqual({ text, rule: { scoring } });
  });

  it('may raise a gate, leave units out and allow values below zero', () => {
    expect(read('direct', 'gate=G1; na_when=loại:nhỏ|rất nhỏ; negative=allowed')).toEqual({
      scoring: { kind: 'direct' },
      gate: 'G1',
      notApplicableWhen: { attribute: 'loại', values: ['nhỏ', 'rất nhỏ'] },
      mayBeNegative: true,
    });
    expect(read('yes_no', 'yes:10; no:0; no also raises gate G1')).toEqual({
      scoring: { kind: 'yes_no' },
      gate: 'G1',
    });
  });

  it.each<[ScoringKind, string, string, readonly object[]]>([
    ['direct', 'step=0', '10', [{ code: 'parameter_invalid', parameter: 'step', found: '0' }]],
    ['direct', '0..12', '10', [{ code: 'parameter_invalid', parameter: 'cap', found: '12' }]],
    ['direct', 'step=0.5; step=1', '10', [{ code: 'parameter_invalid', parameter: 'step', found: 'step=1' }]],
    [
      'direct',
      '>=1: 2; else 0',
      '10',
      [
        { code: 'parameter_unknown', parameter: '>=1: 2', kind: 'direct' },
        { code: 'parameter_unknown', parameter: 'else', kind: 'direct' },
      ],
    ],
    ['tiered', '', '10', [{ code: 'parameter_missing', parameter: '>=', kind: 'tiered' }]],
    [
      'tiered',
      '>=0,5: 2',
      '10',
      [
        { code: 'parameter_invalid', parameter: 'parameters', found: '>=0,5: 2' },
        { code: 'parameter_missing', parameter: '>=', kind: 'tiered' },
      ],
    ],
    [
      'tiered',
      '>=5: 2; <=1: 1',
      '10',
      [{ code: 'parameter_invalid', parameter: 'parameters', found: '<=1: 1' }],
    ],
    [
      'tiered',
      '>=5: 2; >=5: 1',
      '10',
      [{ code: 'threshold_out_of_order', before: '>=5: 2', after: '>=5: 1' }],
    ],
    [
      'tiered',
      '>=5: 2; >=1: -1',
      '10',
      [
        { code: 'threshold_out_of_order', before: '>=1: -1', after: 'else 0' },
        { code: 'parameter_invalid', parameter: 'parameters', found: '-1' },
      ],
    ],
    [
      'tiered',
      '>=5: 2; target=3',
      '10',
      [{ code: 'parameter_unknown', parameter: 'target', kind: 'tiered' }],
    ],
    ['yes_no', 'yes:8', '10', [{ code: 'parameter_invalid', parameter: 'yes', found: '8' }]],
    ['count', 'each=-1', '10', [{ code: 'parameter_invalid', parameter: 'each', found: '-1' }]],
    [
      'count',
      'each=1; negative=allowed',
      '10',
      [{ code: 'parameter_unknown', parameter: 'negative', kind: 'count' }],
    ],
    ['deduction', 'each=1', '-5', [{ code: 'parameter_invalid', parameter: 'each', found: '1' }]],
    [
      'bonus',
      'late=auto',
      '5',
      [
        { code: 'parameter_missing', parameter: 'each', kind: 'bonus' },
        { code: 'parameter_unknown', parameter: 'late', kind: 'bonus' },
      ],
    ],
    ['percent', 'na_when=loại', '10', [{ code: 'parameter_invalid', parameter: 'na_when', found: 'loại' }]],
    ['percent', 'gate=../G', '10', [{ code: 'parameter_invalid', parameter: 'gate', found: '../G' }]],
  ])('are refused for %s where they say “%s”', (kind, text, max, issues) => {
    expect(read(kind, text, max)).toEqual(issues.map((issue) => ({ ...issue, at: {} })));
  });
});

describe('a method', () => {
  it('goes by the regulations’ name or by ours, in any case', () => {
    for (const [name, kind] of Object.entries(METHODS)) {
      expect(kindOf(name)).toBe(kind);
      expect(kindOf(name.toLowerCase())).toBe(kind);
      expect(kindOf(kind)).toBe(kind);
    }
    expect(['Peer relative', 'yes-no', 'constructor', ''].map(kindOf)).toEqual([
      'peer_relative',
      'yes_no',
      undefined,
      undefined,
    ]);
  });
});
