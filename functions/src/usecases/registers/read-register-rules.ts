import { AppError } from '../../domain/app-error.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Day } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import { isValidOn } from '../../domain/campaign/validity.ts';
import { rewardedRegistrants } from '../../domain/decision/duplicate-reward.ts';
import { revocationOf } from '../../domain/exemplar/steps.ts';
import type { CatalogueKind, ReferenceKind } from '../../domain/register/reference-kind.ts';
import type { KeptRow, Named, RegisterDeclaration, RegisterRow } from '../../domain/register/register.ts';
import { kindsNamedIn, namedRows, type RegisterRules } from '../../domain/register/register-rules.ts';
import { registerOf } from '../../domain/register/registers.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { byName } from '../../workbooks/column.ts';
import type { Exemplars } from '../exemplar-facts.ts';
import type { OpenedPeriod, Snapshot } from '../publishing/snapshot.ts';
import { currentUnits } from './current-units.ts';
import { exemplarsFor } from './exemplars-in.ts';

export interface RulesWish {
  /** Whose, where each unit has its own. */
  readonly unitId?: string | undefined;
  readonly today: Day;
}

/**
 * All that it takes to check a register's tab as the functions would. Throws AppError not_found for a unit that is not
 * there any more, or never was.
 */
export async function readRegisterRules(
  snapshot: Snapshot,
  declaration: RegisterDeclaration,
  { unitId, today }: RulesWish,
): Promise<RegisterRules> {
  const [{ campaign }, periods, rows] = await Promise.all([
    snapshot.setup(),
    snapshot.periods(),
    snapshot.registerRows(declaration.id, unitId),
  ]);
  const units = currentUnits(campaign, periods, today);
  if (unitId !== undefined && !units.has(unitId)) throw new AppError('not_found', { what: 'unit' });
  const kinds = kindsNamedIn(declaration);
  const exemplars = kinds.has('exemplar') ? await exemplarsFor(declaration, snapshot) : undefined;
  const around: Around = { snapshot, declaration, campaign, periods, units, unitId, today, exemplars };
  const named = [...kinds].map(async (kind) => [kind, await namedOf(kind, around)] as const);
  return {
    register: declaration.id,
    ...(unitId !== undefined && { unitId }),
    today,
    known: Object.fromEntries(await Promise.all(named)),
    rows: rows.map(plainRow),
    ...(declaration.looksAtRewards &&
      unitId !== undefined && { rewarded: rewardedRegistrants(await snapshot.decisions(), unitId) }),
    steps: Object.fromEntries((exemplars?.all ?? []).map(({ id }) => [id, [...exemplars!.stepsDone(id)]])),
  };
}

/** Without who and when: what rules look at. */
export function plainRow({ register, code, unitId, revision, values }: KeptRow): RegisterRow {
  return { register, code, ...(unitId !== undefined && { unitId }), revision, values };
}

interface Around extends RulesWish {
  readonly snapshot: Snapshot;
  readonly declaration: RegisterDeclaration;
  readonly campaign: Campaign;
  readonly periods: readonly OpenedPeriod[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly exemplars: Exemplars | undefined;
}

/** In the order in which people choose. */
async function namedOf(kind: ReferenceKind, around: Around): Promise<readonly Named[]> {
  const catalogue = CATALOGUES[kind as CatalogueKind];
  if (catalogue !== undefined) return catalogue(around);
  const register = kind === around.declaration.id ? around.declaration : registerOf(kind);
  if (register === undefined) throw new Error(`no register ${kind}`);
  const ofUnit = register.home === 'unit' ? around.unitId : undefined;
  const rows = await around.snapshot.registerRows(register.id, ofUnit);
  const named = namedRows(register, rows);
  const standing =
    register.standsFor === undefined ? named : await withRevoked(named, rows, register.standsFor, around);
  return [...standing].sort((a, b) => byName(a.name, b.name) || (a.code < b.code ? -1 : 1));
}

/** Who stands for an exemplar that is none any more is offered no longer: what it did before may still be told. */
async function withRevoked(
  named: readonly Named[],
  rows: readonly RegisterRow[],
  exemplarKey: string,
  { snapshot }: Around,
): Promise<readonly Named[]> {
  const [exemplars, decisions] = await Promise.all([snapshot.exemplars(), snapshot.decisions()]);
  const revoked = new Map(exemplars.map((exemplar) => [exemplar.id, revocationOf(exemplar, decisions)]));
  const exemplarOf = new Map(rows.map(({ code, values }) => [code, String(values[exemplarKey])]));
  return named.map((each) => {
    const { on, reference } = revoked.get(exemplarOf.get(each.code) ?? '') ?? {};
    if (on === undefined || reference === undefined) return each;
    return { ...each, past: true, revoked: { on, reference } };
  });
}

const CATALOGUES: Readonly<Record<CatalogueKind, (around: Around) => readonly Named[]>> = {
  unit: ({ units }) =>
    [...units.values()].map(({ id, name }) => ({ code: id, name })).sort((a, b) => byName(a.name, b.name)),
  field: ({ campaign }) => campaign.fields ?? [],
  period: ({ periods }) =>
    periods.map(({ period }) => ({ code: period.id, name: formatPeriod(period) })).reverse(),
  criterion: ({ campaign, units, unitId, today, periods }) => {
    const track = unitId === undefined ? undefined : units.get(unitId)?.track;
    const days = [today, periods.at(-1)?.period.to ?? today];
    const codes = campaign.criteria
      .filter((criterion) => track === undefined || criterion.track === track)
      .filter((criterion) => days.some((day) => isValidOn(criterion, day)))
      .map(({ code, name }) => [code, { code, name }] as const);
    return [...new Map(codes).values()];
  },
  exemplar: ({ exemplars }) => (exemplars?.all ?? []).map(({ id, name }) => ({ code: id, name })),
};
