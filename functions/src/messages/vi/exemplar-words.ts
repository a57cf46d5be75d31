import type { Decision, Revoked } from '../../domain/decision/decision.ts';
import type { Recognised } from '../../domain/decision/recognised.ts';
import type { Standing } from '../../domain/exemplar/distance.ts';
import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import { DECISION_NAMES } from './council-words.ts';
import { formatDay } from './format.ts';

/** The five steps as a table's headers name them. */
export const STEP_NAMES: Readonly<Record<ExemplarStep, string>> = {
  built: 'Bước 1: Biểu dương',
  propagated: 'Bước 2: Tuyên truyền',
  learned: 'Bước 3: Học tập',
  reviewed: 'Bước 4: Bình xét',
  decided: 'Bước 5: Công nhận',
};

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  following: 'đang học tập',
  caught_up: 'bắt kịp',
  surpassed: 'vượt qua',
};

/** "12/QĐ-BCĐ ngày 20/04/2024". */
export function citation({ reference, signedOn }: Pick<Decision, 'reference' | 'signedOn'>): string {
  return `${reference} ngày ${formatDay(signedOn)}`;
}

/** "thu hồi theo 15/QĐ-BCĐ ngày 05/05/2024, lý do: kê khai sai". */
export function revocationWords({ reference, on, reason }: Revoked): string {
  return `thu hồi theo ${citation({ reference, signedOn: on })}, lý do: ${reason}`;
}

/** "Biểu dương theo 12/QĐ-BCĐ ngày 20/04/2024", and where it was revoked that it was. */
export function recognisedWords({ decision, decided }: Recognised): string {
  const said = `${DECISION_NAMES[decision.kind]} theo ${citation(decision)}`;
  return decided.revoked === undefined ? said : `${said}, đã ${revocationWords(decided.revoked)}`;
}
