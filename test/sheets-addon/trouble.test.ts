import { describe, expect, it } from 'vitest';
import { answerCall } from '../../sheets-addon/src/answer-call.ts';
import { type Trouble, TroubleError } from '../../sheets-addon/src/backend/trouble.ts';
import type { Desk } from '../../sheets-addon/src/desk.ts';
import type { Language } from '../../sheets-addon/src/words/words.ts';
import { wordsOf } from './words-of.ts';

const refused = (code: string, status: number): Trouble => ({
  kind: 'refused',
  code,
  status,
  message: `Câu của máy chủ: ${code}.`,
  issues: [],
});

/** A desk at which the backend always answers with this. */
function deskWhere(error: Error, language: Language = 'vi'): Desk {
  const fails = (): never => {
    throw error;
  };
  return {
    language,
    words: wordsOf(language),
    backend: { get: fails, post: fails, ahead: fails, accountInToken: () => 'a@x.example', code: '7F3K-2Q' },
    book: { spreadsheetId: 's', campaign: 'C', kind: 'office', tabs: fails, select: fails },
    memory: { read: () => undefined, write: () => {} },
    now: () => new Date('2024-04-04T03:00:00Z'),
    newKey: () => 'key',
    digestOf: (text) => text,
    alone: (work) => work(),
    prefer: () => {},
  };
}

function told(error: Error, language?: Language) {
  const reported: unknown[] = [];
  const call = { do: 'log' as const };
  const screen = answerCall(deskWhere(error, language), call, (each) => reported.push(each));
  const texts = screen?.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n');
  const retry = screen?.blocks.some(({ kind }) => kind === 'buttons');
  return { title: screen?.title, texts, retry, account: screen?.account, reported: reported.length };
}

describe('what goes wrong is told on a screen:', () => {
  it.each<[string, Trouble, RegExp, boolean]>([
    ['nobody answers', { kind: 'away' }, /Chưa liên lạc được với máy chủ.*vẫn nguyên.* Mã: 7F3K-2Q$/, true],
    ['Google gives no token', { kind: 'no_identity' }, /bấm Cho phép/, false],
    ['no address was entered', { kind: 'no_backend' }, /BACKEND_URL/, false],
    ['the workbook is nobody’s', { kind: 'not_ours' }, /không phải là sổ/, false],
    ['the server says no', refused('conflict', 409), /^Câu của máy chủ: conflict\.$/, true],
    ['this is the wrong account', refused('forbidden', 403), /Bạn đang dùng tài khoản a@x\.example/, true],
  ])('%s', (_, trouble, sentence, retry) => {
    expect(told(new TroubleError(trouble))).toMatchObject({
      title: 'Chưa làm được',
      texts: expect.stringMatching(sentence),
      retry,
      reported: 0,
    });
  });

  it('and reported, where nobody thought of it; the person learns nothing that only we understand', () => {
    const answer = told(new RangeError('cell G4 held “bí mật”'));
    expect(answer).toMatchObject({ texts: expect.stringMatching(/ngoài dự kiến/), retry: true, reported: 1 });
    expect(answer.texts).not.toMatch(/RangeError|G4|bí mật/);
  });

  it('with who was turned away, verified unless it was the token that was refused', () => {
    expect(told(new TroubleError(refused('forbidden', 403))).account?.verified).toBe(true);
    expect(told(new TroubleError(refused('unauthenticated', 401))).account?.verified).toBe(false);
    expect(told(new TroubleError({ kind: 'away' })).account).toBeUndefined();
  });

  it('in English too', () => {
    const { title, texts } = told(new TroubleError({ kind: 'away' }), 'en');
    expect([title, texts]).toEqual(['This could not be done', expect.stringMatching(/cannot be reached/)]);
  });
});
