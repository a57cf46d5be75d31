import type { Outcome } from '../../../domain/ballot/ballot.ts';
import { type DecidedSubject, type Decision, inForce } from '../../../domain/decision/decision.ts';
import type { DecisionRules } from '../../../domain/decision/decision-rules.ts';
import type { Block, DocumentPlan, Line, Run } from '../../../domain/decision/document.ts';
import { showPeriodId } from '../period-id.ts';
import { documentFoot, documentHead, longDay, TEXT_POINTS } from './document-head.ts';

export interface DecisionWords {
  readonly campaign: string;
  readonly rules: DecisionRules;
  /** The decision that a revocation takes back. */
  readonly revoked?: Decision | undefined;
}

/** A decision as a document: what it says, on what grounds, to whom, in the form of decree 30/2020. */
export function decisionDocument(decision: Decision, words: DecisionWords): DocumentPlan {
  const { rules } = words;
  const isLong = decision.subjects.length > MOST_LISTED;
  const banner = revokedBanner(decision);
  return {
    page: 'portrait',
    ...(banner !== undefined && { banner }),
    head: documentHead(decision, rules),
    body: [
      title('QUYẾT ĐỊNH', { above: 18 }),
      title(subjectLine(decision, words), { ruled: 'half' }),
      title(rules.issuer.toLocaleUpperCase('vi'), { above: 12 }),
      ...groundsOf(decision, words).map(
        (text): Block => ({ kind: 'paragraph', runs: [{ text, italic: true }] }),
      ),
      title('QUYẾT ĐỊNH:', { above: 6 }),
      ...articles(decision, words, isLong),
    ],
    foot: documentFoot(decision, rules),
    ...(isLong && { appendix: appendixOf(decision, rules) }),
  };
}

/** Beyond so many subjects the list has a page of its own. */
const MOST_LISTED = 5;

function title(text: string, more: Pick<Line, 'above' | 'ruled'> = {}): Block {
  return { kind: 'line', line: { text, points: TEXT_POINTS, bold: true, align: 'centre', ...more } };
}

function subjectLine({ kind, period }: Decision, { revoked }: DecisionWords): string {
  if (kind === 'revocation') return `Về việc thu hồi Quyết định số ${revoked?.reference ?? ''}`;
  return `Về việc ${SUBJECT_LINES[kind]} ${inSentence(showPeriodId(period))}`;
}

const SUBJECT_LINES: Readonly<Record<Outcome, string>> = {
  praise: 'biểu dương tập thể, cá nhân điển hình',
  reward: 'khen thưởng tập thể, cá nhân có thành tích trong',
  caught_up: 'công nhận kết quả bắt kịp điển hình',
  surpassed: 'công nhận kết quả vượt qua điển hình',
};

/** In the campaign's order, then what this decision alone rests on; the last ends with a full stop. */
function groundsOf(
  { kind, period, minutes, reason }: Decision,
  { rules, revoked }: DecisionWords,
): readonly string[] {
  const own =
    kind === 'revocation'
      ? [
          `Căn cứ Quyết định số ${revoked?.reference ?? ''} ${revoked ? longDay(revoked.signedOn) : ''}`.trim(),
          `Xét lý do thu hồi: ${reason ?? ''}`,
        ]
      : [
          `Căn cứ kết quả bỏ phiếu của hội đồng về ${inSentence(showPeriodId(period))}${minutes === undefined ? '' : ` (biên bản ${minutes})`}`,
        ];
  const all = [...rules.grounds, ...own].map((line) => line.replace(/[;.]\s*$/, ''));
  return all.map((line, i) => `${line}${i === all.length - 1 ? '.' : ';'}`);
}

function articles(decision: Decision, words: DecisionWords, isLong: boolean): readonly Block[] {
  const listed = isLong ? [] : decision.subjects.map((subject, i) => listedSubject(subject, i));
  const first = articleOne(decision, words);
  return [
    article(1, isLong ? `${first} (có danh sách kèm theo).` : `${first}:`),
    ...listed,
    article(2, articleTwo(decision, words)),
    article(
      3,
      'Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có liên quan và tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ),
  ];
}

function article(number: number, text: string): Block {
  return { kind: 'paragraph', runs: [{ text: `Điều ${number}. `, bold: true }, { text }] };
}

function listedSubject(subject: DecidedSubject, i: number): Block {
  const runs: Run[] = [{ text: `${i + 1}. ${subject.name}: ${subject.achievement}${revokedMark(subject)}.` }];
  return { kind: 'paragraph', runs };
}

function articleOne({ kind, period, subjects }: Decision, { revoked }: DecisionWords): string {
  const count = String(subjects.length).padStart(2, '0');
  const when = inSentence(showPeriodId(period));
  switch (kind) {
    case 'praise':
      return `Biểu dương ${count} tập thể, cá nhân điển hình ${when}`;
    case 'reward':
      return `Khen thưởng ${count} tập thể, cá nhân có thành tích trong ${when}`;
    case 'caught_up':
      return `Công nhận ${count} tập thể, cá nhân đã học tập, làm theo và bắt kịp điển hình, xét đến ${when}`;
    case 'surpassed':
      return `Công nhận ${count} tập thể, cá nhân đã học tập, làm theo và vượt qua điển hình, xét đến ${when}`;
    case 'revocation':
      return `Thu hồi Quyết định số ${revoked?.reference ?? ''}${revoked ? ` ${longDay(revoked.signedOn)}` : ''} đối với ${count} tập thể, cá nhân`;
  }
}

function articleTwo({ kind, subjects, reason }: Decision, { campaign }: DecisionWords): string {
  const movement = `phong trào “${campaign.replaceAll('"', '')}”`;
  switch (kind) {
    case 'praise':
      return `Tập thể, cá nhân có tên tại Điều 1 là điển hình của ${movement}, được tuyên truyền, nhân rộng để các đơn vị học tập, bắt kịp và vượt qua.`;
    case 'reward':
      return 'Tập thể, cá nhân có tên tại Điều 1 được hưởng mức khen thưởng theo quy định hiện hành.';
    case 'caught_up':
      return `Kết quả này được ghi nhận trong ${movement}.`;
    case 'surpassed': {
      const became = subjects.some((subject) => subject.became !== undefined);
      return became
        ? `Tập thể, cá nhân được công nhận là điển hình mới của ${movement}, được tuyên truyền, nhân rộng để các đơn vị tiếp tục học tập: ${namesOf(subjects.filter((subject) => subject.became !== undefined))}.`
        : `Kết quả này được ghi nhận trong ${movement}.`;
    }
    case 'revocation':
      return `Lý do: ${reason ?? ''}. Hình thức ghi nhận và tư cách điển hình theo Quyết định bị thu hồi không còn giá trị đối với tập thể, cá nhân có tên tại Điều 1.`;
  }
}

const namesOf = (subjects: readonly DecidedSubject[]): string => subjects.map(({ name }) => name).join(', ');

function appendixOf(
  { subjects, reference, signedOn }: Decision,
  { issuer }: DecisionRules,
): readonly Block[] {
  return [
    title('DANH SÁCH'),
    {
      kind: 'line',
      line: {
        text: `(Kèm theo Quyết định số ${reference} ${longDay(signedOn)} của ${issuer})`,
        points: TEXT_POINTS,
        italic: true,
        align: 'centre',
      },
    },
    {
      kind: 'table',
      columns: [
        { header: 'STT', share: 8 },
        { header: 'Tập thể, cá nhân', share: 37 },
        { header: 'Thành tích', share: 55 },
      ],
      rows: subjects.map((subject, i) => [
        String(i + 1),
        subject.name,
        `${subject.achievement}${revokedMark(subject)}`,
      ]),
    },
  ];
}

/** Shown wherever the decision is. */
function revokedMark({ revoked }: DecidedSubject): string {
  return revoked === undefined
    ? ''
    : ` (đã bị thu hồi tại Quyết định số ${revoked.reference} ${longDay(revoked.on)})`;
}

function revokedBanner(decision: Decision): string | undefined {
  if (decision.kind === 'revocation' || inForce(decision).length === decision.subjects.length)
    return undefined;
  const marks = decision.subjects.flatMap(({ revoked }) => (revoked === undefined ? [] : [revoked]));
  const by = [...new Set(marks.map(({ reference, on }) => `số ${reference} ${longDay(on)}`))].join('; ');
  const what = inForce(decision).length === 0 ? 'ĐÃ BỊ THU HỒI' : 'ĐÃ BỊ THU HỒI MỘT PHẦN';
  return `${what} theo Quyết định ${by}`;
}

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
