import type { Unit } from '../../domain/campaign/unit.ts';
import type { KeptRow } from '../../domain/register/register.ts';
import { STILL_RUNNING, UNIT_PLAN } from '../../domain/register/registers/registration.ts';

/** The rows of all units that the consolidation looks at. */
export interface UnitRows {
  readonly registrations: readonly KeptRow[];
  readonly factors: readonly KeptRow[];
  readonly votes: readonly KeptRow[];
  readonly learning: readonly KeptRow[];
}

/** What one unit has registered, spotted, voted on and learned (DOMAIN R7, R8, R13). */
export interface UnitTally {
  readonly unit: Unit;
  readonly hasPlan: boolean;
  /** Registered and not withdrawn. */
  readonly collectives: number;
  readonly people: number;
  readonly withdrawn: number;
  readonly factors: number;
  readonly promoted: number;
  readonly votes: number;
  readonly learning: number;
  readonly lastChangeAt?: Date;
}

export function tallyUnits(units: Iterable<Unit>, rows: UnitRows): readonly UnitTally[] {
  const [registrations, factors, votes, learning] = [
    rows.registrations,
    rows.factors,
    rows.votes,
    rows.learning,
  ].map((some) => Map.groupBy(some, ({ unitId }) => unitId));
  return [...units].map((unit) => {
    const of = (grouped: typeof registrations) => grouped!.get(unit.id) ?? [];
    return tally(unit, {
      registrations: of(registrations),
      factors: of(factors),
      votes: of(votes),
      learning: of(learning),
    });
  });
}

function tally(unit: Unit, { registrations, factors, votes, learning }: UnitRows): UnitTally {
  const running = registrations.filter(({ values }) => values.state === STILL_RUNNING);
  const ofKind = (kind: string) => running.filter(({ values }) => values.kind === kind).length;
  const lastChangeAt = newest([...registrations, ...factors, ...votes, ...learning]);
  return {
    unit,
    hasPlan: ofKind(UNIT_PLAN) > 0,
    collectives: ofKind('Tập thể'),
    people: ofKind('Cá nhân'),
    withdrawn: registrations.length - running.length,
    factors: factors.length,
    promoted: factors.filter(({ values }) => values.promotedOn !== undefined).length,
    votes: votes.length,
    learning: learning.length,
    ...(lastChangeAt && { lastChangeAt }),
  };
}

function newest(rows: readonly KeptRow[]): Date | undefined {
  return rows
    .map(({ savedAt }) => savedAt)
    .reduce<Date | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined);
}
