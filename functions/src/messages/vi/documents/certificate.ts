import type { Outcome } from '../../../domain/ballot/ballot.ts';
import type { DecidedSubject, Decision } from '../../../domain/decision/decision.ts';
import type { Block, DocumentPlan, Line } from '../../../domain/decision/document.ts';
import type { DecisionWords } from './decision-document.ts';
import { documentFoot, documentHead, longDay } from './document-head.ts';

/** A certificate for one subject of a decision, to be framed. */
export function certificate(
  decision: Decision & { readonly kind: Outcome },
  subject: DecidedSubject,
  { campaign, rules }: DecisionWords,
): DocumentPlan {
  const line = (text: string, points: number, more: Partial<Line> = {}): Block => ({
    kind: 'line',
    line: { text, points, align: 'centre', ...more },
  });
  return {
    page: 'landscape',
    head: documentHead(decision, rules),
    body: [
      line('GIẤY CHỨNG NHẬN', 32, { bold: true, above: 30 }),
      line(rules.issuer.toLocaleUpperCase('vi'), 15, { bold: true, above: 6 }),
      line('chứng nhận', 15, { italic: true, above: 10 }),
      line(subject.name, 26, { bold: true, above: 8 }),
      line(WHAT_FOR[decision.kind], 16, { above: 10 }),
      line(subject.achievement, 16, { bold: true, above: 4 }),
      line(`Phong trào “${campaign.replaceAll('"', '')}”`, 15, { above: 8 }),
      line(`Quyết định số ${decision.reference} ${longDay(decision.signedOn)}`, 13, {
        italic: true,
        above: 8,
      }),
    ],
    foot: documentFoot(decision, { recipients: [] }),
  };
}

const WHAT_FOR: Readonly<Record<Outcome, string>> = {
  praise: 'được biểu dương là điển hình',
  reward: 'được khen thưởng vì đã có thành tích',
  caught_up: 'được công nhận đã học tập, làm theo và bắt kịp điển hình',
  surpassed: 'được công nhận đã học tập, làm theo và vượt qua điển hình',
};
