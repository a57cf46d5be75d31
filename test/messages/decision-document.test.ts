import { describe, expect, it } from 'vitest';
import type { Day, PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { DecidedSubject, Decision } from '../../functions/src/domain/decision/decision.ts';
import { textOf } from '../../functions/src/domain/decision/document.ts';
import { certificate } from '../../functions/src/messages/vi/documents/certificate.ts';
import { decisionDocument } from '../../functions/src/messages/vi/documents/decision-document.ts';
import { longDay } from '../../functions/src/messages/vi/documents/document-head.ts';
import { DECISION, REVOKED, SUBJECT, WORDS } from './decisions.ts';

const subjects = (count: number): readonly DecidedSubject[] =>
  Array.from({ length: count }, (_, i) => ({
    ...SUBJECT,
    candidate: `praise-${i}`,
    name: `Xã thứ ${i + 1}`,
  }));
const text = (decision: Decision, words = WORDS) => textOf(decisionDocument(decision, words));

describe('a decision as a document', () => {
  it('says who decides what on what grounds, in the order of decree 30', () => {
    expect(text(DECISION)).toEqual([
      'HUYỆN ỦY BA TRI',
      'BAN CHỈ ĐẠO CAO ĐIỂM THI ĐUA',
      'Số: 05/QĐ-BCĐ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Ba Tri, ngày 12 tháng 02 năm 2024',
      'QUYẾT ĐỊNH',
      'Về việc biểu dương tập thể, cá nhân điển hình tháng 01/2024',
      'BAN CHỈ ĐẠO CAO ĐIỂM THI ĐUA',
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;',
      'Căn cứ kết quả bỏ phiếu của hội đồng về tháng 01/2024 (biên bản số 3, ngày 11/02/2024).',
      'QUYẾT ĐỊNH:',
      'Điều 1. Biểu dương 01 tập thể, cá nhân điển hình tháng 01/2024:',
      '1. Xã Bảo Thuận: Biểu dương đơn vị dẫn đầu cụm (Cụm 1).',
      'Điều 2. Tập thể, cá nhân có tên tại Điều 1 là điển hình của phong trào “Cao điểm thi đua Đồng khởi mới”, được tuyên truyền, nhân rộng để các đơn vị học tập, bắt kịp và vượt qua.',
      'Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có liên quan và tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
      'Nơi nhận:',
      '- Như Điều 3;',
      '- Lưu: VT.',
      'TM. BAN CHỈ ĐẠO',
      'TRƯỞNG BAN',
      'Nguyễn Văn A',
    ]);
  });

  it.each([
    ['reward', 'Khen thưởng 01 tập thể, cá nhân có thành tích trong tháng 01/2024'],
    [
      'caught_up',
      'Công nhận 01 tập thể, cá nhân đã học tập, làm theo và bắt kịp điển hình, xét đến tháng 01/2024',
    ],
    [
      'surpassed',
      'Công nhận 01 tập thể, cá nhân đã học tập, làm theo và vượt qua điển hình, xét đến tháng 01/2024',
    ],
  ] as const)('says of %s what is decided', (kind, first) => {
    expect(text({ ...DECISION, kind })).toContain(`Điều 1. ${first}:`);
  });

  it('names the new exemplar that surpassed the old one', () => {
    const surpassed = {
      ...DECISION,
      kind: 'surpassed',
      subjects: [{ ...SUBJECT, became: 'DH-2024-002' }],
    } as const;
    expect(text(surpassed).join('\n')).toContain('là điển hình mới của phong trào');
    expect(text({ ...surpassed, subjects: [SUBJECT] }).join('\n')).not.toContain('điển hình mới');
  });

  it('lists more than five on a page of their own', () => {
    const plan = decisionDocument({ ...DECISION, subjects: subjects(6) }, WORDS);
    expect(textOf({ ...plan, appendix: [] }).join('\n')).not.toContain('Xã thứ 6');
    expect(text({ ...DECISION, subjects: subjects(6) }).slice(-12)).toEqual(
      [
        '4',
        'Xã thứ 4',
        SUBJECT.achievement,
        '5',
        'Xã thứ 5',
        SUBJECT.achievement,
        '6',
        'Xã thứ 6',
        SUBJECT.achievement,
      ].toSpliced(0, 0, '3', 'Xã thứ 3', SUBJECT.achievement),
    );
    expect(decisionDocument({ ...DECISION, subjects: subjects(5) }, WORDS)).not.toHaveProperty('appendix');
  });

  it('shows on a revoked one by what it was revoked, in whole or in part', () => {
    const whole = text({ ...DECISION, subjects: [{ ...SUBJECT, revoked: REVOKED }] });
    expect(whole[0]).toBe('ĐÃ BỊ THU HỒI theo Quyết định số 09/QĐ-BCĐ ngày 20 tháng 5 năm 2024');
    const [a, b] = subjects(2);
    const inPart = text({ ...DECISION, subjects: [a!, { ...b!, revoked: REVOKED }] });
    expect(inPart[0]).toMatch(/^ĐÃ BỊ THU HỒI MỘT PHẦN theo/);
    expect(inPart).toContain(
      '2. Xã thứ 2: Biểu dương đơn vị dẫn đầu cụm (Cụm 1) (đã bị thu hồi tại Quyết định số 09/QĐ-BCĐ ngày 20 tháng 5 năm 2024).',
    );
    expect(inPart).toContain('1. Xã thứ 1: Biểu dương đơn vị dẫn đầu cụm (Cụm 1).');
  });

  it('revokes with the reason and the decision it takes back', () => {
    const revocation: Decision = {
      ...DECISION,
      number: 9,
      reference: '09/QĐ-BCĐ',
      kind: 'revocation',
      reason: 'Kê khai sai thành tích',
      revokes: '2024-5',
    };
    const said = text(revocation, { ...WORDS, revoked: DECISION });
    expect(said).toContain('Về việc thu hồi Quyết định số 05/QĐ-BCĐ');
    expect(said).toContain('Căn cứ Quyết định số 05/QĐ-BCĐ ngày 12 tháng 02 năm 2024;');
    expect(said).toContain('Xét lý do thu hồi: Kê khai sai thành tích.');
    expect(said).toContain(
      'Điều 1. Thu hồi Quyết định số 05/QĐ-BCĐ ngày 12 tháng 02 năm 2024 đối với 01 tập thể, cá nhân:',
    );
  });

  it('writes days as offices do, so that nobody adds a digit', () => {
    expect(
      ['2024-02-05', '2024-03-05', '2024-12-31', '2024-01-10'].map((day) => longDay(day as Day)),
    ).toEqual([
      'ngày 05 tháng 02 năm 2024',
      'ngày 05 tháng 3 năm 2024',
      'ngày 31 tháng 12 năm 2024',
      'ngày 10 tháng 01 năm 2024',
    ]);
  });

  it('speaks of periods of every kind', () => {
    const said = ['2024-Q2', '2024-W09', '2024'].map(
      (period) => text({ ...DECISION, period: period as PeriodId })[7],
    );
    expect(said).toEqual([
      'Về việc biểu dương tập thể, cá nhân điển hình quý 2/2024',
      'Về việc biểu dương tập thể, cá nhân điển hình tuần 09/2024',
      'Về việc biểu dương tập thể, cá nhân điển hình năm 2024',
    ]);
  });
});

describe('a certificate', () => {
  it('says who, what for, and by which decision', () => {
    expect(textOf(certificate({ ...DECISION, kind: 'praise' }, SUBJECT, WORDS)).slice(6)).toEqual([
      'GIẤY CHỨNG NHẬN',
      'BAN CHỈ ĐẠO CAO ĐIỂM THI ĐUA',
      'chứng nhận',
      'Xã Bảo Thuận',
      'được biểu dương là điển hình',
      'Biểu dương đơn vị dẫn đầu cụm (Cụm 1)',
      'Phong trào “Cao điểm thi đua Đồng khởi mới”',
      'Quyết định số 05/QĐ-BCĐ ngày 12 tháng 02 năm 2024',
      'TM. BAN CHỈ ĐẠO',
      'TRƯỞNG BAN',
      'Nguyễn Văn A',
    ]);
  });
});
