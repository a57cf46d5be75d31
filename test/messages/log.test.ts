import { describe, expect, it } from 'vitest';
import { sentences } from '../../functions/src/http/sentences.ts';
import type { LogAction } from '../../functions/src/ports/log.ts';

const ACTIONS = Object.keys(sentences.vi.actions) as LogAction[];
const details = { revision: 2, version: 3, issues: 4, digest: 'abc' };
const row = { register: 'unit_vote', code: 'BC-7K3Q9F', revision: 2 };

describe('the sentence of every action of the log', () => {
  it.each(ACTIONS)('%s is whole in both languages, whatever is known of it', (action) => {
    for (const { actions, explainEntry } of [sentences.vi, sentences.en])
      for (const facts of [{}, { unit: 'Xã An Bình' }, { period: '2024-03', details }]) {
        const sentence = explainEntry(actions[action], facts);
        expect(sentence).toMatch(/^\p{Lu}.*[^:.,]\.$/u);
        expect(sentence).not.toContain(action);
        expect(sentence).not.toMatch(/undefined|abc|: *\.| {2}/);
      }
    const said = (language: 'vi' | 'en') => sentences[language].actions[action];
    expect(said('vi')).not.toBe(said('en'));
  });

  it('says the unit, the period and the numbers people know', () => {
    const facts = { unit: 'Xã An Bình', period: '2024-W09', details };
    expect(sentences.vi.explainEntry('Nộp phiếu', facts)).toBe(
      'Nộp phiếu: Xã An Bình, Tuần 09/2024, phiên bản 3, lần 2, 4 chỗ cần sửa.',
    );
    expect(sentences.en.explainEntry('Form submitted', facts)).toBe(
      'Form submitted: Xã An Bình, period 2024-W09, version 3, revision 2, 4 issues.',
    );
    expect(sentences.vi.explainEntry('Sửa dòng', { unit: 'Xã An Bình', details: row })).toBe(
      'Sửa dòng: Xã An Bình, Bình chọn tại đơn vị BC-7K3Q9F, lần 2.',
    );
  });
});
