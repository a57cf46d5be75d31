import { type ParsedCampaign, parseCampaignFiles } from '../campaign-files/parse-campaign-files.ts';
import { AppError } from '../domain/app-error.ts';
import { canonicalJson } from '../domain/digest.ts';
import type { Issue } from '../domain/issue.ts';
import type { Member, StagedCampaign, Writer } from '../ports.ts';
import { type Acting, once } from './acting.ts';

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
 * Loads a campaign's files. A new version only where the content is another; the members become exactly those of
 * the files. Periods keep the versions they were evaluated with. Throws AppError has_issues with every issue of
 * every file.
 */
export async function loadCampaign(
  acting: Acting,
  { campaign: code, files }: { readonly campaign: string; readonly files: Readonly<Record<string, string>> },
): Promise<LoadedCampaign> {
  const parsed = parseCampaignFiles(files);
  const issues = parsed.ok ? issuesOfLoading(parsed.value, code) : parsed.issues;
  if (!parsed.ok || issues.length > 0) throw new AppError('has_issues', {}, { issues });
  const { campaign, members } = parsed.value;
  const staged = await acting.store.stageCampaign(campaign);
  return once(acting, async (transaction) => {
    const [newest, present] = await Promise.all([transaction.setup(), transaction.members()]);
    const changed = newest?.digest !== staged.digest;
    const version = (newest?.version ?? 0) + (changed ? 1 : 0);
    const membersChanged = replaceMembers(transaction, present, members);
    if (changed || membersChanged > 0)
      saveLoading(transaction, acting, {
        changed,
        version,
        staged,
        membersChanged,
        present: newest !== undefined,
      });
    return {
      campaign: code,
      version,
      changed,
      units: campaign.units.length,
      criteria: campaign.criteria.length,
      members: members.length,
    };
  });
}

function issuesOfLoading({ campaign, members }: ParsedCampaign, code: string): readonly Issue[] {
  const issues: Issue[] = [];
  if (campaign.code !== code)
    issues.push({ code: 'settings_inconsistent', detail: 'other_campaign', at: { file: 'campaign.json' } });
  if (!members.some(({ roles }) => roles.includes('admin')))
    issues.push({ code: 'settings_inconsistent', detail: 'no_admin', at: { file: 'members.csv' } });
  return issues;
}

/** Writes the difference alone; how many members were added, changed or removed. */
function replaceMembers(writer: Writer, present: readonly Member[], wanted: readonly Member[]): number {
  const before = new Map(present.map((member) => [member.email, canonicalJson(member)]));
  const put = wanted.filter((member) => before.get(member.email) !== canonicalJson(member));
  const kept = new Set(wanted.map(({ email }) => email));
  const gone = present.filter(({ email }) => !kept.has(email));
  for (const member of put) writer.putMember(member);
  for (const { email } of gone) writer.removeMember(email);
  return put.length + gone.length;
}

interface Loading {
  readonly changed: boolean;
  readonly version: number;
  readonly staged: StagedCampaign;
  readonly membersChanged: number;
  /** Whether there was a version before: its workbooks may show something else now. */
  readonly present: boolean;
}

function saveLoading(transaction: Writer, { now, by }: Acting, loading: Loading): void {
  const { changed, version, staged, membersChanged, present } = loading;
  const at = now();
  if (changed) transaction.putSetup({ version, loadedAt: at, loadedBy: by }, staged);
  // Members too: whoever left loses access to the files by a delivery.
  if (present) for (const id of ['summary', 'office', 'units'] as const) transaction.enqueue(id, at);
  const details = { version, digest: staged.digest, membersChanged };
  transaction.appendLog({ at, by, action: 'campaign_loaded', details });
}
