import { type Chances, type DoorName, type Fault, faultAt, labelOf } from './plan.ts';

/** The faults of one run: decided by its seed, switched off with `calm`, counted as they happen. */
export interface Faults {
  readonly seed: number;
  /** Counts the call and says what goes wrong with it. */
  next(door: DoorName, name: string): Fault | undefined;
  /** From now on everything goes well. */
  calm(): void;
  /** Also in the next calls, before the seed is asked: for a test of one fault. `only` looks at the call's name. */
  push(...wanted: readonly { readonly fault: Fault; readonly only?: RegExp }[]): void;
  /** How many calls of that name there were, faults or not. */
  count(door: DoorName, name: string): number;
  /** How often what happened: "firestore Commit: grpc 14 after" → 3. */
  tally(): ReadonlyMap<string, number>;
  /** Everything that happened, in its order. */
  readonly happened: readonly string[];
}

/** Without chances: only what is pushed. */
export function openFaults(seed: number, chances: Chances = { ofHundred: {} }): Faults {
  const counts = new Map<string, number>();
  const pushed: { readonly fault: Fault; readonly only?: RegExp }[] = [];
  const happened: string[] = [];
  let isCalm = false;
  return {
    seed,
    happened,
    next(door, name) {
      const key = `${door} ${name}`;
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      const index = pushed.findIndex(({ only }) => only?.test(name) ?? true);
      const wanted = index === -1 ? undefined : pushed.splice(index, 1)[0]!.fault;
      const fault = wanted ?? (isCalm ? undefined : faultAt(seed, { door, name, nth }, chances));
      if (fault !== undefined) happened.push(`${key}: ${labelOf(fault)}`);
      return fault;
    },
    count: (door, name) => counts.get(`${door} ${name}`) ?? 0,
    calm() {
      isCalm = true;
      pushed.length = 0;
    },
    push: (...wanted) => void pushed.push(...wanted),
    tally() {
      const tally = new Map<string, number>();
      for (const each of happened) tally.set(each, (tally.get(each) ?? 0) + 1);
      return tally;
    },
  };
}

/** FAULT_SEED where it is set, so that a run is repeated; `otherwise` else. */
export function seedFrom(environment: NodeJS.ProcessEnv, otherwise: number): number {
  const given = Number(environment.FAULT_SEED ?? '');
  return Number.isSafeInteger(given) && given > 0 ? given : otherwise;
}
