import type { FormRules } from '../backend/answers.ts';
import type { Desk, Memory } from '../desk.ts';

/** Rules as they are now, or as they were when the server last answered (`keptSince`, an ISO text). */
export interface RulesAtHand {
  readonly rules: FormRules;
  readonly keptSince?: string;
}

/**
 * Rules stay with the workbook for the day the server is away: those of a few periods, the newest first. The same
 * ones are written again when an hour has passed, not with every check.
 */
export function keepRules({ memory, now }: Desk, rules: FormRules): void {
  const { submission: _, ...kept } = rules; // what became of the form is another matter tomorrow
  const all = readAll(memory);
  const [newest] = all;
  const isSame = newest !== undefined && JSON.stringify(newest.rules) === JSON.stringify(kept);
  if (isSame && now().getTime() - new Date(newest.at).getTime() < HOUR_MS) return;
  const others = all.filter(({ rules: { period } }) => period !== kept.period);
  const next: readonly Kept[] = [{ at: now().toISOString(), rules: kept }, ...others];
  memory.write(NAME, JSON.stringify(next.slice(0, MOST_PERIODS)));
}

const HOUR_MS = 3_600_000;

export function keptRules(memory: Memory, unitId: string, period: string): RulesAtHand | undefined {
  const kept = readAll(memory).find(({ rules }) => rules.period === period && rules.unit.id === unitId);
  return kept && { rules: kept.rules, keptSince: kept.at };
}

interface Kept {
  /** ISO. */
  readonly at: string;
  readonly rules: FormRules;
}

const NAME = 'rules';
const MOST_PERIODS = 3;

function readAll(memory: Memory): readonly Kept[] {
  try {
    return JSON.parse(memory.read(NAME) ?? '[]') as readonly Kept[];
  } catch {
    return [];
  }
}
