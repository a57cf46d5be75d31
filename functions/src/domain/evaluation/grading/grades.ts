import type { Gate, Grade, Totals } from '../../campaign/settings.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import type { RaisedGate } from '../period-result.ts';

/** A grade as its index among the grades, best (0) first; −1 in a campaign without grades. */
export type GradeIndex = number;

/** What the grade looks at: a total above the limit is no better than the limit. */
export function gradedPoints(total: Micropoints, { gradedUpTo }: Totals): Micropoints {
  return Math.min(total, gradedUpTo ?? total) as Micropoints;
}

/** The best grade whose least points are reached; the last has none and takes the rest. */
export function gradeByPoints(graded: Micropoints, grades: readonly Grade[]): GradeIndex {
  const index = grades.findIndex(({ min }) => min === undefined || graded >= min);
  return index === -1 ? grades.length - 1 : index;
}

export interface CappedGrade {
  readonly grade: GradeIndex;
  /** Gates whose best grade is below the one by points, in order. */
  readonly cappedBy: readonly string[];
}

export function capGrade(
  byPoints: GradeIndex,
  raised: readonly RaisedGate[],
  gates: readonly Gate[],
  grades: readonly Grade[],
): CappedGrade {
  if (raised.length === 0) return { grade: byPoints, cappedBy: NONE };
  const caps = raised.flatMap(({ code }) => {
    const best = gates.find((gate) => gate.code === code)?.capGrade;
    const index = best === undefined ? -1 : indexOfGrade(best, grades);
    return index > byPoints ? [{ code, index }] : [];
  });
  return {
    grade: Math.max(byPoints, ...caps.map(({ index }) => index)),
    cappedBy: caps.map(({ code }) => code),
  };
}

const NONE: readonly string[] = [];

export function indexOfGrade(code: string, grades: readonly Grade[]): GradeIndex {
  return grades.findIndex((grade) => grade.code === code);
}

/** The code of a grade; empty in a campaign without grades. */
export function gradeCode(index: GradeIndex, grades: readonly Grade[]): string {
  return grades[index]?.code ?? '';
}
