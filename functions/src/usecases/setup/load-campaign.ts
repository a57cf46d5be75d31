import { AppError } from '../../domain/app-error.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { canonicalJson } from '../../domain/digest.ts';
import type { Member } from '../../ports/member.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { StagedCampaign } from '../../ports/setup.ts';
import type { Writer } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { nameOf } from '../rules-of.ts';
import { basisOf, type CampaignProposal, parseProposal, readStoredCampaign } from './proposed-campaign.ts';

export interface LoadingOrder extends CampaignProposal {
  /** What a preview was worked with: refused where something else is stored now. */
  readonly basis?: string | undefined;
  /** Where it was asked for: has to be the office's workbook. */
  readonly spreadsheetId?: string | undefined;
}

export interface LoadedCampaign {
  readonly campaign: string;
  readonly version: number;
  /** False where this very configuration was loaded before. */
  readonly changed: boolean;
  readonly units: number;
  readonly criteria: number;
  readonly members: number;
}

/**
 * Loads a campaign's files, or the office's forms. A new version only where the content is another; the members
 * become exactly those given. Periods keep the versions they were evaluated with. Throws AppError has_issues with
 * every issue at once, conflict where somebody else changed the configuration meanwhile, follows_refused,
 * workbook_unknown.
 */
export async function loadCampaign(acting: Acting, order: LoadingOrder): Promise<LoadedCampaign> {
  await requireWorkbook(acting.store, 'office', order.spreadsheetId);
  const stored = await readStoredCampaign(acting.store);
  const parsed = parseProposal(order, stored);
  if (!parsed.ok) throw new AppError('has_issues', {}, { issues: parsed.issues });
  const { campaign, members } = parsed.value;
  if (campaign.follows !== stored.setup?.campaign.follows) await requireFollowed(acting, campaign);
  const staged = await acting.store.stageCampaign(campaign);
  return once(acting, async (transaction) => {
    const [newest, present, periods] = await Promise.all([
      transaction.setup(),
      transaction.members(),
      transaction.periods(),
    ]);
    const changed = newest?.digest !== staged.digest;
    const membersPlan = planMembers(present, members);
    const membersChanged = membersPlan.put.length + membersPlan.gone.length;
    // Forms were filled in over what was stored: over something else they would undo what others did.
    const wanted = order.basis ?? (order.cells && stored.basis);
    const isOther = wanted !== undefined && wanted !== basisOf(newest, present);
    if (isOther && (changed || membersChanged > 0)) throw new AppError('conflict');
    const version = (newest?.version ?? 0) + (changed ? 1 : 0);
    for (const member of membersPlan.put) transaction.putMember(member);
    for (const { email } of membersPlan.gone) transaction.removeMember(email);
    if (changed || membersChanged > 0)
      saveLoading(transaction, acting, {
        changed,
        version,
        staged,
        membersChanged,
        present: newest !== undefined,
        open: periods.filter(({ state, setup }) => state === 'open' && setup?.digest !== staged.digest),
      });
    return {
      campaign: campaign.code,
      version,
      changed,
      units: campaign.units.length,
      criteria: campaign.criteria.length,
      members: members.length,
    };
  });
}

/** What was published there is shown here from now on: whoever says so administers both. */
async function requireFollowed({ store, by }: Acting, { code, follows }: Campaign): Promise<void> {
  if (follows === undefined) return;
  const member = follows === code ? undefined : await store.other(follows).member(by);
  if (!member?.roles.includes('admin')) throw new AppError('follows_refused', { follows });
}

/** The difference alone. */
function planMembers(present: readonly Member[], wanted: readonly Member[]) {
  const before = new Map(present.map((member) => [member.email, canonicalJson(member)]));
  const kept = new Set(wanted.map(({ email }) => email));
  return {
    put: wanted.filter((member) => before.get(member.email) !== canonicalJson(member)),
    gone: present.filter(({ email }) => !kept.has(email)),
  };
}

interface Loading {
  readonly changed: boolean;
  readonly version: number;
  readonly staged: StagedCampaign;
  readonly membersChanged: number;
  /** Whether there was a version before: its workbooks may show something else now. */
  readonly present: boolean;
  /** Periods that take forms: by these rules from now on. */
  readonly open: readonly PeriodRecord[];
}

function saveLoading(transaction: Writer, { now, by }: Acting, loading: Loading): void {
  const { changed, version, staged, membersChanged, present, open } = loading;
  const at = now();
  if (changed) transaction.putSetup({ version, loadedAt: at, loadedBy: by }, staged);
  for (const period of open) transaction.putPeriod({ ...period, setup: nameOf(staged) });
  // Members too: whoever left loses access to the files by a delivery.
  if (present) for (const id of ['summary', 'office', 'units'] as const) transaction.enqueue(id, at);
  const details = { version, digest: staged.digest, membersChanged };
  transaction.appendLog({ at, by, action: 'campaign_loaded', details });
}
