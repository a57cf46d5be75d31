import type { Decision } from '../domain/decision/decision.ts';
import type { Distance, Standing } from '../domain/exemplar/distance.ts';
import type { RegisterRow } from '../domain/register/register.ts';
import { STILL_RUNNING, UNIT_PLAN } from '../domain/register/registers/registration.ts';
import { DECISION_NAMES } from '../messages/vi/council-words.ts';
import { formatDay, formatRatio } from '../messages/vi/format.ts';

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

/** Who is registered in the rapporteur's field: the collectives and people to speak to (DOMAIN R11). */
export function learnersText(
  { values: { field } }: RegisterRow,
  registrations: readonly RegisterRow[],
  unitName: (unitId: string) => string,
): string | null {
  const learners = registrations.filter(
    ({ values }) => values.field === field && values.kind !== UNIT_PLAN && values.state === STILL_RUNNING,
  );
  if (learners.length === 0) return null;
  const names = learners
    .slice(0, MOST_LEARNERS)
    .map(({ values, unitId = '' }) => `${values.name} (${unitName(unitId)})`);
  const more = learners.length - names.length;
  return `${learners.length}: ${names.join('; ')}${more > 0 ? `; và ${more} nữa` : ''}`;
}
