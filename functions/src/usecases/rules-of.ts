import { AppError } from '../domain/app-error.ts';
import { parsePeriod } from '../domain/campaign/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period, PeriodId } from '../domain/campaign/period.ts';
import { rulesFor } from '../domain/campaign/rules-for.ts';
import type { Unit } from '../domain/campaign/unit.ts';
import type { Rules, TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { PeriodRecord } from '../ports/period.ts';
import type { Setup, StagedCampaign } from '../ports/setup.ts';
import type { Reader } from '../ports/store.ts';

/** The newest setup. Throws AppError not_found where nothing was loaded yet. */
export async function setupOf(reader: Reader): Promise<Setup> {
  const setup = await reader.setup();
  if (setup === undefined) throw new AppError('not_found', { what: 'campaign' });
  return setup;
}

/** What its content is found by. */
export function nameOf({ digest, pages }: StagedCampaign): StagedCampaign {
  return { digest, pages };
}

/** The campaign that forms of this period are held against: named by the record of an open one, else the newest. */
export async function campaignFor(
  reader: Reader,
  { state, setup }: Partial<Pick<PeriodRecord, 'state' | 'setup'>> = {},
): Promise<Campaign> {
  if (state === 'open' && setup !== undefined) return reader.campaignNamed(setup);
  return (await setupOf(reader)).campaign;
}

/** The period of that name. Throws AppError not_found where the campaign's calendar has none. */
export function periodOf(campaign: Campaign, id: string): Period {
  const period = parsePeriod(id, campaign.calendar);
  if (period === undefined) throw new AppError('not_found', { what: 'period' });
  return period;
}

/** rulesFor, worked out once for each campaign version in memory: on the last evening every form asks for it. */
export function rulesOf(campaign: Campaign, period: Period): Rules {
  const known = computed.get(campaign) ?? new Map<PeriodId, Rules>();
  computed.set(campaign, known);
  const rules = known.get(period.id) ?? rulesFor(campaign, period);
  known.set(period.id, rules);
  return rules;
}

/** The unit with its track's rules. Throws AppError not_found where it is not valid in the period. */
export function unitOf(rules: Rules, unitId: string): { unit: Unit; track: TrackRules } {
  const unit = rules.units.find((each) => each.id === unitId);
  const track = rules.tracks.find((each) => each.code === unit?.track);
  if (unit === undefined || track === undefined) throw new AppError('not_found', { what: 'unit' });
  return { unit, track };
}

const computed = new WeakMap<Campaign, Map<PeriodId, Rules>>();
