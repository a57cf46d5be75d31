import type { TableTab, WantedWorkbook } from '../../domain/publishing/wanted.ts';
import { readOnlyTable, textColumn } from '../column.ts';
import { LOCALE } from '../locale.ts';
import { logTab } from '../log-tab.ts';
import type { SummaryContent } from '../published.ts';
import { breakdownTab } from './breakdown-tab.ts';
import { breakthroughsTab } from './breakthroughs-tab.ts';
import { missingTab } from './missing-tab.ts';
import { monthsTab, standingsOf } from './months-tab.ts';
import { onTimeTab } from './on-time-tab.ts';
import { overviewTab } from './overview-tab.ts';
import { printTab } from './print-tab.ts';
import { clusterRankingTab, rankingTab } from './ranking-tab.ts';
import { recognitionTab } from './recognition-tab.ts';
import { replacedTab } from './replaced-tab.ts';
import { versionsTab } from './versions-tab.ts';

/** Tổng hợp: what leaders read. Of results it shows what is published and nothing else. */
export function summaryWorkbook(content: SummaryContent): WantedWorkbook {
  const { campaign, registers = [], exemplars = [] } = content;
  const title = `Tổng hợp – ${campaign.name}`;
  return {
    title,
    locale: LOCALE,
    timeZone: campaign.timeZone,
    tabs: [...resultTabs(title, content), ...registers, ...exemplars, logTab(content)],
  };
}

function resultTabs(title: string, { campaign, periods, versions }: SummaryContent): TableTab[] {
  const last = periods.at(-1);
  if (last === undefined) return [nothingYet(title)];
  const { tracks } = last.rules;
  const standings = standingsOf(campaign, periods);
  return [
    overviewTab(title, last),
    ...tracks.flatMap((track) => [rankingTab(last, track), clusterRankingTab(last, track)]),
    recognitionTab(last),
    ...tracks.map((track) => breakdownTab(last, track)),
    ...breakthroughsTab(periods),
    missingTab(last),
    onTimeTab(periods),
    ...tracks.map((track) => monthsTab(standings, track, periods)),
    ...tracks.map((track) => printTab(campaign, last, track)),
    versionsTab(versions, campaign.timeZone),
    ...replacedTab(versions, campaign.timeZone),
  ];
}

/** The overview's place before anything is published. */
function nothingYet(title: string): TableTab {
  return readOnlyTable({
    key: 'overview',
    title: 'Tổng quan',
    banner: [title],
    columns: [textColumn('nothing', 'Chưa công bố kết quả kỳ nào', 320)],
    rows: [],
  });
}
