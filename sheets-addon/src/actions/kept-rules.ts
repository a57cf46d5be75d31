import type { FormRules } from '../backend/answers.ts';
import type { Desk, Memory } from '../desk.ts';
import type { RulesAtHand } from './forms/form-on-desk.ts';

/** Rules stay with the workbook for the day the server is away: those of a few periods, the newest first. */
export function keepRules({ memory, now }: Desk, rules: FormRules): void {
  const { submission: _, ...kept } = rules; // what became of the form is another matter tomorrow
  const others = readAll(memory).filter(({ rules: { period } }) => period !== kept.period);
  const all: readonly Kept[] = [{ at: now().toISOString(), rules: kept }, ...others];
  memory.write(NAME, JSON.stringify(all.slice(0, MOST_PERIODS)));
}

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
