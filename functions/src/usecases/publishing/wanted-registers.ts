import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Day } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import { matchedLearners } from '../../domain/exemplar/matched-learners.ts';
import type { TableTab, WantedTab } from '../../domain/publishing/wanted.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { RegisterDeclaration } from '../../domain/register/register.ts';
import type { RegisterRules } from '../../domain/register/register-rules.ts';
import { REGISTERS, registersOf } from '../../domain/register/registers.ts';
import { factorsTab } from '../../workbooks/registers/factors-tab.ts';
import { learnersText, learningText, recognisedText } from '../../workbooks/registers/register-given.ts';
import { type RegisterContent, registerTab, registerTabKey } from '../../workbooks/registers/register-tab.ts';
import { tallyUnits, type UnitTally } from '../../workbooks/registers/register-tally.ts';
import { registrationCountsTab, registrationsTab } from '../../workbooks/registers/registrations-tab.ts';
import { currentUnits } from '../registers/current-units.ts';
import { exemplarsIn } from '../registers/exemplars-in.ts';
import { readRegisterRules } from '../registers/read-register-rules.ts';
import type { OpenedPeriod, Snapshot } from './snapshot.ts';
import { unitExemplarTabs, unitExemplarView } from './wanted-exemplars.ts';

/** A campaign that names no fields keeps no registers: its workbooks are without their tabs. */
const keepsRegisters = ({ fields = [] }: Campaign): boolean => fields.length > 0;

/**
 * The registers in a unit's workbook, and behind them how far those of it are who learn; those of a unit that is gone
 * are closed and stay as they are.
 */
export async function unitRegisterTabs(unitId: string, snapshot: Snapshot): Promise<readonly WantedTab[]> {
  const seen = await seenBy(snapshot);
  if (!keepsRegisters(seen.campaign)) return [];
  const unit = seen.units.get(unitId);
  const tabs = registersOf('unit').map(async (declaration): Promise<WantedTab> => {
    if (unit === undefined) return { kind: 'kept', key: registerTabKey(declaration.id) };
    const rules = await readRegisterRules(snapshot, declaration, { unitId, today: seen.day });
    return registerTab(declaration, {
      rules,
      unitName: unit.name,
      ...(await givenIn(declaration, rules, snapshot)),
    });
  });
  return [
    ...(await Promise.all(tabs)),
    ...(unit === undefined ? [] : await unitExemplarTabs(unitId, snapshot)),
  ];
}

/** The consolidation, the watch list, and the registers that the office keeps for all. */
export async function officeRegisterTabs(snapshot: Snapshot): Promise<readonly WantedTab[]> {
  const seen = await seenBy(snapshot);
  const { campaign, units, day } = seen;
  if (!keepsRegisters(campaign)) return [];
  const [tallies, factors, registrations] = await Promise.all([
    talliesOf(seen, snapshot),
    snapshot.registerRows(REGISTERS.factor.id),
    snapshot.registerRows(REGISTERS.registration.id),
  ]);
  const fieldNames = new Map((campaign.fields ?? []).map(({ code, name }) => [code, name]));
  const registers = registersOf('office').map(async (declaration) => {
    const rules = await readRegisterRules(snapshot, declaration, { today: day });
    return registerTab(declaration, { rules, ...(await givenIn(declaration, rules, snapshot)) });
  });
  return [
    registrationsTab(campaign, tallies),
    factorsTab({ units, factors, registrations, fieldNames }),
    ...(await Promise.all(registers)),
  ];
}

/** Counts alone: names are the units' and the office's. */
export async function summaryRegisterTabs(snapshot: Snapshot): Promise<readonly TableTab[]> {
  const seen = await seenBy(snapshot);
  if (!keepsRegisters(seen.campaign)) return [];
  return [registrationCountsTab(seen.campaign, await talliesOf(seen, snapshot))];
}

interface Seen {
  readonly campaign: Campaign;
  readonly periods: readonly OpenedPeriod[];
  readonly units: ReadonlyMap<string, Unit>;
  /** What a workbook shows follows from what is stored and not from a clock: the newest period's last day. */
  readonly day: Day;
}

async function seenBy(snapshot: Snapshot): Promise<Seen> {
  const [{ campaign }, periods] = await Promise.all([snapshot.setup(), snapshot.periods()]);
  const day = periods.at(-1)?.period.to ?? campaign.calendar.from;
  return { campaign, periods, day, units: currentUnits(campaign, periods, day) };
}

async function talliesOf({ units }: Seen, snapshot: Snapshot): Promise<readonly UnitTally[]> {
  const [registrations, factors, votes, learning] = await Promise.all(
    [REGISTERS.registration, REGISTERS.factor, REGISTERS.unit_vote, REGISTERS.learning].map(({ id }) =>
      snapshot.registerRows(id),
    ),
  );
  return tallyUnits(units.values(), {
    registrations: registrations!,
    factors: factors!,
    votes: votes!,
    learning: learning!,
  });
}

type Given = Pick<RegisterContent, 'given'>;

/** What we know and nobody fills, by register. */
async function givenIn(
  { id }: RegisterDeclaration,
  rules: RegisterRules,
  snapshot: Snapshot,
): Promise<Given> {
  return (await GIVEN[id]?.(snapshot, rules)) ?? {};
}

const GIVEN: Readonly<
  Partial<Record<RegisterId, (snapshot: Snapshot, rules: RegisterRules) => Promise<Given>>>
> = {
  registration: async (snapshot) => {
    const decisions = await snapshot.decisions();
    return { given: (row) => ({ recognised: recognisedText(row, decisions) }) };
  },
  learning: async (snapshot, { unitId }) => {
    const view = unitId === undefined ? undefined : await unitExemplarView(unitId, snapshot);
    return { given: (row) => ({ distance: view === undefined ? null : learningText({ row }, view) }) };
  },
  rapporteur: async (snapshot, { rows }) => {
    const [registrations, { units }, exemplars] = await Promise.all([
      snapshot.registerRows(REGISTERS.registration.id),
      seenBy(snapshot),
      exemplarsIn(snapshot),
    ]);
    const inForce = new Map(exemplars.all.filter(exemplars.isInForce).map((each) => [each.id, each]));
    const learners = matchedLearners(rows, registrations, (id) => inForce.get(id));
    const unitName = (unitId: string) => units.get(unitId)?.name ?? unitId;
    return { given: ({ code }) => ({ learners: learnersText(learners.get(code) ?? [], unitName) }) };
  },
};
