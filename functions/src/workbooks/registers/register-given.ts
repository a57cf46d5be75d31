import type { Decision } from '../../domain/decision/decision.ts';
import type { CatchingUp } from '../../domain/exemplar/catching-up.ts';
import type { Distance, Standing } from '../../domain/exemplar/distance.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { DECISION_NAMES } from '../../messages/vi/council-words.ts';
import { recognisedWords } from '../../messages/vi/exemplar-words.ts';
import { formatDay, formatPeriod, formatRatio } from '../../messages/vi/format.ts';
import { decisionOn, type ExemplarView } from '../exemplars/exemplar-view.ts';
import type { PublishedResult } from '../published.ts';

/** "Biểu dương: 12/QĐ-BCĐ ngày 20/04/2024"; a decision that was taken back stays in sight, and says so. */
export function recognisedText({ code }: RegisterRow, decisions: readonly Decision[]): string | null {
  const lines = decisions.flatMap(({ kind, reference, signedOn, subjects }) =>
    subjects
      .filter(({ subject }) => subject.kind === 'registrant' && subject.registration === code)
      .map(({ revoked }) => {
        const line = `${DECISION_NAMES[kind]}: ${reference} ngày ${formatDay(signedOn)}`;
        return revoked === undefined ? line : `${line} (đã thu hồi theo ${revoked.reference})`;
      }),
  );
  return lines.length === 0 ? null : lines.join('; ');
}

/**
 * What a learner is told beside its row: how far it has come in the newest published period, and what was decided. Who
 * has no numbers is told why.
 */
export function learningText(
  { row: { code } }: { readonly row: Pick<RegisterRow, 'code'> },
  view: Pick<ExemplarView, 'learners' | 'periods' | 'recognised'>,
): string | null {
  const learner = view.learners.find(({ row }) => row.code === code);
  if (learner === undefined || learner.givenUp) return null;
  const decided = decisionOn(learner, view);
  const lines = [
    ...standingLines(learner, view.periods.at(-1)),
    ...(decided === undefined ? [] : [recognisedWords(decided)]),
  ];
  return lines.length === 0 ? null : lines.join('\n');
}

function standingLines(
  { exemplar, subject, missing, months }: CatchingUp,
  last: PublishedResult | undefined,
): readonly string[] {
  if (missing === 'built') return [`Điển hình ${exemplar.id} không còn quyết định ghi nhận có hiệu lực.`];
  if (subject.kind === 'registrant' || exemplar.baseline.total === undefined)
    return ['Không so bằng điểm: hội đồng xét theo minh chứng.'];
  const month = months.find(({ period }) => period === last?.period.id);
  return month === undefined || last === undefined
    ? []
    : [distanceText(formatPeriod(last.period), month.distance, month.standing)];
}

/** How far a learner has come in the newest published period. */
export function distanceText(periodName: string, distance: Distance, standing: Standing): string {
  const share = formatRatio(BigInt(distance.mine), BigInt(distance.theirs));
  return `${periodName}: bằng ${share} mức của điển hình, ${STANDING_WORDS[standing]}`;
}

/** What the numbers say; whether it is so the council votes on. */
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  following: 'đang học tập',
  caught_up: 'đạt mức bắt kịp',
  surpassed: 'đạt mức vượt qua',
};

const MOST_LEARNERS = 10;

/** The collectives and people that a rapporteur may speak to (DOMAIN R11). */
export function learnersText(
  learners: readonly RegisterRow[],
  unitName: (unitId: string) => string,
): string | null {
  if (learners.length === 0) return null;
  const names = learners
    .slice(0, MOST_LEARNERS)
    .map(({ values, unitId = '' }) => `${values.name} (${unitName(unitId)})`);
  const more = learners.length - names.length;
  return `${learners.length}: ${names.join('; ')}${more > 0 ? `; và ${more} nữa` : ''}`;
}
