import type { Day, PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { DecidedSubject, Decision, Revoked } from '../../functions/src/domain/decision/decision.ts';
import type { DecisionWords } from '../../functions/src/messages/vi/documents/decision-document.ts';

/** One decision of praise, and what surrounds it. */
export const SUBJECT: DecidedSubject = {
  candidate: 'praise-X29164',
  subject: { kind: 'unit', unitId: 'X29164' },
  name: 'Xã Bảo Thuận',
  achievement: 'Biểu dương đơn vị dẫn đầu cụm (Cụm 1)',
  exemplar: 'DH-2024-001',
};

export const DECISION: Decision = {
  number: 5,
  series: '2024',
  reference: '05/QĐ-BCĐ',
  kind: 'praise',
  signedOn: '2024-02-12' as Day,
  signer: { name: 'Nguyễn Văn A', position: 'Trưởng ban', onBehalf: 'TM. Ban Chỉ đạo' },
  subjects: [SUBJECT],
  period: '2024-01' as PeriodId,
  ballot: 'BC-2024-01-1',
  minutes: 'số 3, ngày 11/02/2024',
  decidedAt: new Date('2024-02-12T02:00:00Z'),
  decidedBy: 'can-bo@x.vn',
};

export const REVOKED: Revoked = {
  by: '2024-9',
  reference: '09/QĐ-BCĐ',
  reason: 'Kê khai sai thành tích',
  on: '2024-05-20' as Day,
};

export const WORDS: DecisionWords = {
  campaign: 'Cao điểm thi đua "Đồng khởi mới"',
  rules: {
    scheme: '{nn}/QĐ-BCĐ',
    parent: 'Huyện ủy Ba Tri',
    issuer: 'Ban Chỉ đạo cao điểm thi đua',
    place: 'Ba Tri',
    grounds: ['Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;'],
    recipients: ['Như Điều 3', 'Lưu: VT'],
    signers: [{ code: 'TB', name: 'Nguyễn Văn A', position: 'Trưởng ban' }],
  },
};
