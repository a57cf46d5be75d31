import { campaignCells } from '../../campaign-files/cells/campaign-cells.ts';
import { MARK } from '../../domain/publishing/current.ts';
import type { WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { WorkbookId } from '../../ports/workbook.ts';
import type { OfficePeriod } from '../../workbooks/office/office-period.ts';
import { officeWorkbook } from '../../workbooks/office/office-workbook.ts';
import type { PublishedVersion } from '../../workbooks/published.ts';
import { summaryWorkbook } from '../../workbooks/summary/summary-workbook.ts';
import { unitWorkbook } from '../../workbooks/unit/unit-workbook.ts';
import { isLocked, standing } from '../forms/form-state.ts';
import { rulesOf } from '../rules-of.ts';
import { publishedResults, shown } from './published-results.ts';
import { reminderFacts } from './reminder-facts.ts';
import { newestPublishedAround, type OpenedPeriod, type Snapshot } from './snapshot.ts';
import { councilContent } from './wanted-council.ts';
import { decisionsOnUnit, summaryExemplarTabs } from './wanted-exemplars.ts';
import { officeRegisterTabs, summaryRegisterTabs, unitRegisterTabs } from './wanted-registers.ts';

/**
 * What a workbook should show, and what it says of itself; undefined for a unit that the campaign no longer has. It
 * follows from what is stored alone, but for the office's list of reminders, which is of a day.
 */
export async function wantedWorkbook(
  id: WorkbookId,
  snapshot: Snapshot,
  at: Date,
): Promise<WantedWorkbook | undefined> {
  const [{ campaign }, shows] = await Promise.all([snapshot.setup(), shownIn(id, snapshot, at)]);
  const { kind } = campaign.calendar;
  const workbook = kind === 'month' ? id : `${id};${kind}`;
  return shows && { ...shows, marks: { [MARK.campaign]: campaign.code, [MARK.workbook]: workbook } };
}

function shownIn(id: WorkbookId, snapshot: Snapshot, at: Date): Promise<WantedWorkbook | undefined> {
  if (id === 'summary') return wantedSummary(snapshot);
  return id === 'office' ? wantedOffice(snapshot, at) : wantedUnit(id.slice('unit:'.length), snapshot);
}

async function wantedSummary(snapshot: Snapshot): Promise<WantedWorkbook> {
  const published = (await snapshot.periods()).filter(({ record }) => record.publishedVersion > 0);
  const [{ campaign }, members, log, registers, periods] = await Promise.all([
    snapshot.setup(),
    snapshot.members(),
    snapshot.log(),
    summaryRegisterTabs(snapshot),
    publishedResults(snapshot),
  ]);
  const versions: PublishedVersion[][] = [];
  for (const period of published) versions.push(await versionsOf(period, snapshot));
  return summaryWorkbook({
    campaign,
    members,
    log,
    periods,
    versions: versions.flat(),
    registers,
    exemplars: await summaryExemplarTabs(snapshot, periods),
  });
}

/** Every version of a period that was ever published, the one that counts last. */
async function versionsOf(opened: OpenedPeriod, snapshot: Snapshot): Promise<PublishedVersion[]> {
  const { publications, reopenings } = opened.record;
  const all = publications.map(async ({ version, at }, i): Promise<PublishedVersion> => {
    const published = await snapshot.published(opened, version);
    const { setupVersion, evaluatedAt, digest } = published.stored;
    const next = publications[i + 1];
    const reasons = reopenings
      .filter(({ fromVersion }) => fromVersion >= version && fromVersion < (next?.version ?? 0))
      .map(({ reason }) => reason);
    return {
      published: shown(published),
      setupVersion,
      evaluatedAt,
      publishedAt: at,
      digest,
      ...(next && { replaced: { by: next.version, at: next.at, reason: reasons.join('; ') } }),
    };
  });
  return Promise.all(all);
}

async function wantedOffice(snapshot: Snapshot, at: Date): Promise<WantedWorkbook> {
  const periods = await snapshot.periods();
  const current = periods.find(({ record }) => record.state === 'open' || record.state === 'closed');
  const [{ campaign }, members, log, tracked, appraised, registers, council, reminders, operations] =
    await Promise.all([
      snapshot.setup(),
      snapshot.members(),
      snapshot.log(),
      officePeriod(periods.at(-1), snapshot),
      officePeriod(current, snapshot),
      officeRegisterTabs(snapshot),
      councilContent(snapshot),
      reminderFacts(snapshot, at),
      snapshot.operations(),
    ]);
  const setup = campaignCells({ campaign, members });
  return officeWorkbook({
    campaign,
    members,
    log,
    tracked,
    appraised,
    reminders,
    registers,
    council,
    operations,
    setup,
  });
}

async function wantedUnit(unitId: string, snapshot: Snapshot): Promise<WantedWorkbook | undefined> {
  const [{ campaign }, periods, published, registers, decisions] = await Promise.all([
    snapshot.setup(),
    snapshot.periods(),
    newestPublishedAround(snapshot, unitId),
    unitRegisterTabs(unitId, snapshot),
    decisionsOnUnit(unitId, snapshot),
  ]);
  const shownPeriods = periods.map(async ({ period, record }) => {
    const { state } = record;
    const submission = state === 'open' ? await snapshot.submission(period.id, unitId) : undefined;
    const submitted = submission && { ...submission, locked: isLocked(submission, record) };
    return { period, state, rules: rulesOf(campaign, period), submitted };
  });
  return unitWorkbook({
    campaign,
    unitId,
    periods: await Promise.all(shownPeriods),
    registers,
    published: published && shown(published),
    decisions,
  });
}

async function officePeriod(
  opened: OpenedPeriod | undefined,
  snapshot: Snapshot,
): Promise<OfficePeriod | undefined> {
  if (opened === undefined) return undefined;
  const { id } = opened.period;
  const [{ campaign }, submissions, appraisals, refusals] = await Promise.all([
    snapshot.setup(),
    snapshot.submissions(id),
    snapshot.appraisals(id),
    snapshot.refusals(id),
  ]);
  const { record } = opened;
  const reopened = submissions.filter((each) => record.state === 'open' && !isLocked(each, record));
  return {
    ...opened,
    rules: rulesOf(campaign, opened.period),
    submissions,
    reopened: new Set(reopened.map(({ unitId }) => unitId)),
    appraisals,
    refusals: standing(refusals, submissions),
  };
}
