import { describe, expect, it } from 'vitest';
import { issueBody } from '../../functions/src/http/errors.ts';
import * as en from '../../functions/src/messages/en/issues/issues.ts';
import { strangeSignIn } from '../../functions/src/messages/strange-sign.ts';
import * as vi from '../../functions/src/messages/vi/issues/issues.ts';

it('an issue is legible whatever stands in a file: what cannot be seen is named, what is endless is cut', () => {
  const at = { file: 'criteria.csv', row: 1, column: 'ạ'.repeat(5000) };
  const { message, column } = issueBody({ code: 'field_unknown', field: 'x\u0085\u200b\u202e', at }, 'vi');
  expect(message).toContain('x[U+0085][U+200B][U+202E]');
  expect(column).toBe(`${'ạ'.repeat(200)}…`);
  expect(message.length).toBeLessThan(500);
});

describe('a code with a sign that is another one than it seems', () => {
  it.each([
    ['X29\u0410', { sign: 'А', name: 'U+0410', looksLike: 'A' }],
    ['X\u0415-1', { sign: 'Е', name: 'U+0415', looksLike: 'E' }],
    ['Ａ1', { sign: 'Ａ', name: 'U+FF21', looksLike: 'A' }],
    ['A\u20111', { sign: '‑', name: 'U+2011', looksLike: '-' }],
    ['A\u200b', { sign: '\u200b', name: 'U+200B' }],
    ['Xã An Bình', undefined],
    ['XA-M1-01', undefined],
    ['Ôc'.normalize('NFD'), undefined],
  ])('of %j is found', (code, found) => {
    expect(strangeSignIn(code)).toEqual(found);
  });

  it('is named in the sentence about the code, in both languages', () => {
    const at = { file: 'units.csv', row: 2 };
    const malformed = { code: 'code_malformed', what: 'unit', value: 'X\u0410', at } as const;
    expect(vi.explainIssue(malformed)).toMatch(
      /“А” \(U\+0410\) trông giống “A” mà là ký tự khác; hãy gõ lại mã\.$/,
    );
    expect(en.explainIssue(malformed)).toMatch(
      /“А” \(U\+0410\) looks like “A” and is another sign; type it again\.$/,
    );
    const unknown = { code: 'criterion_unknown', criterion: 'С1', at: { cell: 'A4' } } as const;
    expect(vi.explainIssue(unknown)).toContain('“С” (U+0421) trông giống “C”');
    expect(vi.explainIssue({ ...unknown, criterion: 'C9' })).not.toContain('U+');
  });
});
