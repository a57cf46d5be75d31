import type { Day } from '../campaign/period.ts';
import type { ExemplarStep } from '../exemplar/exemplar-step.ts';
import { excerptOf } from '../form/text.ts';
import type { ReferenceKind, RegisterId } from './reference-kind.ts';
import type {
  Choosable,
  Named,
  RegisterColumn,
  RegisterContext,
  RegisterDeclaration,
  RegisterRow,
  Rewarded,
} from './register.ts';

/**
 * All that it takes to check a register's tab, as plain JSON. The functions make it from what is stored, the add-on
 * asks for it; contextOf makes of it what readRegister reads by, the same on both sides.
 */
export interface RegisterRules {
  readonly register: RegisterId;
  readonly unitId?: string;
  readonly today: Day;
  /** What may be named, by kind. */
  readonly known: Readonly<Record<ReferenceKind, readonly Named[]>>;
  /** The register's kept rows; of a register in units' workbooks, the unit's own. */
  readonly rows: readonly RegisterRow[];
  /** Steps that are done, by exemplar. */
  readonly steps: Readonly<Record<string, readonly ExemplarStep[]>>;
  readonly rewarded?: readonly Rewarded[];
}

export function contextOf(rules: RegisterRules): RegisterContext {
  const { register, unitId, today, known, rows, steps, rewarded } = rules;
  const byCode = (all: readonly Named[]) => new Map(all.map((named) => [named.code, named]));
  const done = new Map(Object.entries(steps).map(([exemplar, each]) => [exemplar, new Set(each)]));
  return {
    today,
    ...(unitId !== undefined && { unitId }),
    known: Object.fromEntries(Object.entries(known).map(([kind, all]) => [kind, byCode(all)])),
    rows: (id) => (id === register ? rows : []),
    stepsDone: (exemplar) => done.get(exemplar),
    ...(rewarded && { rewarded }),
  };
}

/** The kinds of things that a register's cells name. */
export function kindsNamedIn({ columns }: RegisterDeclaration): ReadonlySet<ReferenceKind> {
  const named = columns.flatMap(({ refersTo, listOf }) => [refersTo, listOf]);
  return new Set(named.filter((kind) => kind !== undefined));
}

/** Kept rows as what references may name: those that nothing may refer to are left out. */
export function namedRows(
  { columns, choosable }: RegisterDeclaration,
  rows: readonly RegisterRow[],
): readonly Named[] {
  const nameKey = columns.find(({ isName }) => isName)?.key ?? '';
  return rows.flatMap(({ code, unitId, values }): Named[] => {
    const how: Choosable = choosable?.(values) ?? 'offered';
    if (how === 'never') return [];
    const name = String(values[nameKey] ?? '');
    const past = how === 'taken' && ({ past: true } as const);
    return [{ code, name, ...(unitId !== undefined && { unitId }), ...past }];
  });
}

/** Google's drop-downs hold no more; whatever else is right may be typed. */
const MOST_CHOICES = 500;

/** What a reference's drop-down offers: "DK-7K3Q9F – Nguyễn Văn A". */
export function choicesOf(
  { refersTo, step }: RegisterColumn,
  { known, steps, unitId }: RegisterRules,
): readonly string[] | undefined {
  if (refersTo === undefined) return undefined;
  return (known[refersTo] ?? [])
    .filter((named) => named.past !== true)
    .filter((named) => named.unitId === undefined || unitId === undefined || named.unitId === unitId)
    .filter(({ code }) => step === undefined || steps[code]?.includes(step))
    .slice(0, MOST_CHOICES)
    .map(({ code, name }) => referenceText(code, name));
}

/** How a reference is written for people; its code is what is read again. */
export function referenceText(code: string, name: string): string {
  return name === '' ? code : `${code} – ${excerptOf(name, LONGEST_NAME)}`;
}

const LONGEST_NAME = 80;
