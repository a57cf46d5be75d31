import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../functions/src/domain/form/answer.ts';
import {
  answerCell,
  answerChoices,
  appraisalChoices,
  readAnswer,
} from '../../../functions/src/domain/form/answer-text.ts';
import {
  type AnswerContext,
  checkAnswers,
  type RawAnswerRow,
} from '../../../functions/src/domain/form/answers.ts';
import { answers } from './generated-answers.ts';
import { criterionOf, decimalOf, targets, track, unit, unitWithoutDesk } from './sample-track.ts';

const sheet: AnswerContext = { unit, track, targets, mode: 'sheet' };
const file: AnswerContext = { ...sheet, mode: 'file' };

/** A row of a file: every field's place is its name. */
const row = (fields: Omit<RawAnswerRow, 'at'>): RawAnswerRow => ({
  ...fields,
  at: Object.fromEntries(Object.keys(fields).map((field) => [field, { file: 'phieu.csv', column: field }])),
});

const issuesOf = (rows: readonly RawAnswerRow[], context: AnswerContext = sheet): readonly string[] => {
  const checked = checkAnswers(rows, context);
  return checked.ok ? [] : checked.issues.map(({ code, at }) => `${at.column} ${code}`);
};

const number = (value: string): Answer => ({ kind: 'number', value: decimalOf(value) });

describe('an answer', () => {
  const read = (code: string, value: unknown) =>
    readAnswer(criterionOf(code), value, {}, { mode: 'sheet', mayBeNotApplicable: true });

  it.each([
    'Có',
    'có',
    'CÓ',
    'co',
    'x',
    'X',
    'Đạt',
    'đúng',
    'yes',
    'Y',
    true,
    'TRUE',
    1,
    '1',
    '✓',
    'Có'.normalize('NFD'),
  ])('takes %j for yes', (value) => {
    expect(read('YES', value)).toEqual({ answer: { kind: 'yes_no', value: true } });
  });

  it.each(['Không', 'KHÔNG', 'khong', 'Không  đạt', 'chưa đạt', 'sai', 'no', 'N', false, 'false', 0, '0'])(
    'takes %j for no',
    (value) => {
      expect(read('YES', value)).toEqual({ answer: { kind: 'yes_no', value: false } });
    },
  );

  it.each(['Không áp dụng', 'không\u00a0áp dụng', 'KAD', 'kad', 'N/A', 'n/a', 'na'])(
    'takes %j for not applicable',
    (value) => {
      expect(read('YES', value)).toEqual({ answer: { kind: 'not_applicable' } });
      expect(read('OWN', value)).toEqual({ answer: { kind: 'not_applicable' } });
    },
  );

  it.each(['', null, undefined, ' ', '\u200b'])(
    'takes %j for a blank, which is neither no nor zero',
    (value) => {
      expect(read('YES', value)).toEqual({});
      expect(read('OWN', value)).toEqual({});
      expect(read('INFO-T', value)).toEqual({});
    },
  );

  it('keeps words as they were meant and without what cannot be seen', () => {
    expect(read('INFO-T', ' Mô hình\u202e nuôi tôm\u0000 '.normalize('NFD'))).toEqual({
      answer: { kind: 'text', value: 'Mô hình nuôi tôm' },
    });
    expect(read('INFO-T', 2024)).toEqual({ answer: { kind: 'text', value: '2024' } });
  });

  it('reads back from the cell it is written to', () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const { criterion: code, reported } of all) {
          const criterion = criterionOf(code);
          const context = { mode: 'sheet', mayBeNotApplicable: true } as const;
          expect(readAnswer(criterion, answerCell(reported, criterion), {}, context)).toEqual(
            reported === undefined ? {} : { answer: reported },
          );
        }
      }),
    );
  });

  it('offers choices where there are only few', () => {
    expect(answerChoices(criterionOf('YES'))).toEqual(['Có', 'Không', 'Không áp dụng']);
    expect(answerChoices(criterionOf('INFO-Y'))).toEqual(['Có', 'Không']);
    expect(answerChoices(criterionOf('COUNT'))).toBeUndefined();
    expect(appraisalChoices(criterionOf('INFO-Y'))).toEqual(['Có', 'Không', 'Không áp dụng']);
  });
});

describe('checking answers', () => {
  it('keeps zero, blank and not applicable apart', () => {
    expect(
      checkAnswers(
        [
          row({ criterion: 'BONUS', reported: 0 }),
          row({ criterion: 'MINUS', reported: '' }),
          row({ criterion: 'OWN', reported: 'N/A' }),
        ],
        sheet,
      ),
    ).toEqual({
      ok: true,
      value: {
        answers: [
          { criterion: 'OWN', reported: { kind: 'not_applicable' } },
          { criterion: 'BONUS', reported: number('0') },
        ],
        appraised: [],
      },
    });
  });

  it('allows decimals in whatever is counted', () => {
    const rows = ['COUNT', 'BONUS', 'MINUS'].map((criterion) => row({ criterion, reported: '2,5' }));
    expect(checkAnswers(rows, sheet)).toEqual({
      ok: true,
      value: {
        answers: ['COUNT', 'BONUS', 'MINUS'].map((criterion) => ({ criterion, reported: number('2.5') })),
        appraised: [],
      },
    });
  });

  it('gives the same answers whatever the order of the rows, in the campaign’s order', () => {
    fc.assert(
      fc.property(
        answers.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const rows = shuffled.map(({ criterion, reported, target, note }) =>
            row({ criterion, reported: answerCell(reported, criterionOf(criterion)), target, note }),
          );
          expect(checkAnswers(rows, file)).toEqual({ ok: true, value: { answers: all, appraised: [] } });
        },
      ),
    );
  });

  it('finds criteria by their code without looking at case and spaces', () => {
    expect(issuesOf([row({ criterion: ' tier-Value ', reported: 98 })])).toEqual([]);
    expect(issuesOf([row({ criterion: 'XX', reported: 98 })])).toEqual(['criterion criterion_unknown']);
    expect(
      issuesOf([row({ criterion: 'COUNT', reported: 1 }), row({ criterion: 'count', reported: 1 })]),
    ).toEqual(['criterion criterion_repeated']);
  });

  it('needs a target above zero where points depend on one', () => {
    expect(issuesOf([row({ criterion: 'FREE', reported: 1, target: '' })])).toEqual([
      'target target_missing',
    ]);
    expect(issuesOf([row({ criterion: 'FREE', reported: 1, target: 0 })])).toEqual([
      'target target_not_positive',
    ]);
    expect(issuesOf([row({ criterion: 'TIER-RATIO', reported: '', target: '' })])).toEqual([]);
    expect(issuesOf([row({ criterion: 'TIER-RATIO', reported: 'KAD', target: '' })])).toEqual([]);
    expect(issuesOf([row({ criterion: 'TIER-RATIO', reported: 5, target: '' })])).toEqual([
      'target target_missing',
    ]);
    expect(issuesOf([row({ criterion: 'COUNT', reported: 1, target: 'tùy' })])).toEqual([]);
  });

  it('puts the unit’s own target first; the one for all before a sheet and after a file', () => {
    const kept = (criterion: string, context: AnswerContext) => {
      const checked = checkAnswers([row({ criterion, reported: '50', target: '80' })], context);
      return checked.ok && checked.value.answers[0]?.target;
    };
    expect(['OWN', 'STANDARD', 'FREE'].map((code) => kept(code, sheet))).toEqual([
      undefined,
      undefined,
      '80',
    ]);
    expect(['OWN', 'STANDARD', 'FREE'].map((code) => kept(code, file))).toEqual([undefined, '80', '80']);
  });

  it('asks nothing of a unit that a criterion does not apply to', () => {
    const context = { ...sheet, unit: unitWithoutDesk };
    for (const reported of ['', 'KAD'])
      expect(checkAnswers([row({ criterion: 'TIER-VALUE', reported })], context)).toEqual({
        ok: true,
        value: { answers: [], appraised: [] },
      });
    expect(issuesOf([row({ criterion: 'TIER-VALUE', reported: 98 })], context)).toEqual([
      'reported answer_not_expected',
    ]);
  });

  it('reads a whole file’s row: what was reported and what the office said of it', () => {
    expect(
      checkAnswers(
        [
          row({
            criterion: 'FREE',
            reported: '1234.5',
            target: '1000',
            note: 'n',
            appraised: '1.234',
            appraisalNote: 'a',
          }),
          row({ criterion: 'COUNT', reported: '3', appraised: '3' }),
        ],
        file,
      ),
    ).toEqual({
      ok: true,
      value: {
        answers: [
          { criterion: 'FREE', reported: number('1234.5'), target: '1000', note: 'n' },
          { criterion: 'COUNT', reported: number('3') },
        ],
        appraised: [
          { criterion: 'FREE', appraised: number('1.234'), note: 'a' },
          { criterion: 'COUNT', appraised: number('3') },
        ],
      },
    });
  });

  it('lists a file’s issues each at its own field', () => {
    expect(
      issuesOf(
        [
          row({
            criterion: 'DIRECT',
            reported: '12.25',
            note: 'x'.repeat(2001),
            appraised: '14',
            appraisalNote: '',
          }),
          row({ criterion: 'COUNT', reported: '3', appraised: '2', appraisalNote: ' ' }),
          row({ criterion: 'BONUS', reported: 'hai', appraised: '2', appraisalNote: '' }),
          row({ criterion: 'YES', reported: '', appraised: 'no', appraisalNote: '#REF!' }),
        ],
        file,
      ),
    ).toEqual([
      'reported value_above_max',
      'note text_too_long',
      'appraised value_above_max',
      'appraisalNote note_missing',
      'reported not_a_number',
      'reported answer_missing',
      'appraisalNote cell_error',
    ]);
  });
});
