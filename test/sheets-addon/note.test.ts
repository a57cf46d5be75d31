import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMark, withMark, withoutMark } from '../../sheets-addon/src/marks/note.ts';

const someText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\n', '\n\n', 'a\n\n', ' '),
);

describe('our part of a note', () => {
  it('goes without a trace of it in what people wrote', () => {
    fc.assert(
      fc.property(someText, fc.array(someText, { minLength: 1, maxLength: 3 }), (own, texts) => {
        const marked = withMark(own, texts);
        expect(hasMark(marked)).toBe(true);
        expect(withoutMark(marked)).toBe(own);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves what was typed after it, and before it', () => {
    fc.assert(
      fc.property(someText, someText, (own, later) => {
        expect(withoutMark(`${withMark(own, ['Sai.'])}${later}`)).toBe(`${own}${later}`);
      }),
    );
  });

  it('cannot be ended early by what stood in the cell', () => {
    const own = 'của tôi';
    const quoted = '“▲ Thi đua” không phải là số. ▼ Thi đua: cần sửa';
    expect(withoutMark(withMark(own, [quoted]))).toBe(own);
  });

  it('says in plain words what is wrong', () => {
    expect(withMark('', ['Chưa có kết quả.', 'Thiếu lý do.'])).toBe(
      '▼ Thi đua: cần sửa\nChưa có kết quả.\nThiếu lý do.\n▲ Thi đua',
    );
    expect(withMark('Hỏi chị Lan', ['Sai.'])).toBe('Hỏi chị Lan\n\n▼ Thi đua: cần sửa\nSai.\n▲ Thi đua');
  });

  it('is not seen in a note of people’s own', () => {
    for (const note of ['', 'Hỏi chị Lan', '▼ Thi đua: cần sửa', '▲ Thi đua ▼ Thi đua: cần sửa'])
      expect([note, hasMark(note), withoutMark(note)]).toEqual([note, false, note]);
  });
});
