import type { Store } from '../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { MEMBERS_OF_COUNCIL } from '../http/council-campaign.ts';
import { EDITOR_A, EDITOR_B, OFFICER, OFFICER_2 } from '../http/small-campaign.ts';
import type { Desk } from './desk.ts';
import { BALLOT, MARCH } from './month.ts';

/** What the log of a month says, each entry once. */
const LOGGED: Readonly<Record<string, number>> = {
  campaign_loaded: 1,
  workbooks_requested: 1,
  period_opened: 1,
  form_submitted: 3,
  form_refused: 1,
  form_unlocked: 1,
  form_collected: 1,
  form_appraised: 1,
  period_closed: 2,
  period_evaluated: 2,
  ballot_opened: 1,
  ballot_closed: 1,
  decision_issued: 3,
  period_published: 2,
  period_reopened: 1,
  ballot_voided: 1,
};

const SHARED: Readonly<Record<string, readonly string[]>> = {
  office: ['admin@x.example', OFFICER, OFFICER_2],
  'unit:A': [EDITOR_A, OFFICER, OFFICER_2],
  'unit:B': [EDITOR_B, OFFICER, OFFICER_2],
  'unit:C': [OFFICER, OFFICER_2],
};

/** Everything of a played month that is not as it should be: empty, if the system keeps its promises. */
export async function wrongsOf(store: Store, desk: Desk, campaign: string): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const same = (what: string, found: unknown, wanted: unknown) => {
    const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
    if (is !== should) wrongs.push(`${what}: ${is}, not ${should}`);
  };
  const counts: Record<string, number> = {};
  for (const { action } of await store.log(500)) counts[action] = (counts[action] ?? 0) + 1;
  for (const action of new Set([...Object.keys(counts), ...Object.keys(LOGGED)]))
    same(`log entries ${action}`, counts[action] ?? 0, LOGGED[action] ?? 0);

  const forms = await store.submissions(MARCH);
  same('forms', forms.map(({ unitId, revision, source }) => [unitId, revision, source]).sort(), [
    ['A', 2, 'submitted'],
    ['B', 1, 'submitted'],
    ['C', 1, 'collected'],
  ]);
  const period = await store.period(MARCH);
  same('the period', [period?.state, period?.resultVersion, period?.publishedVersion], ['published', 2, 2]);
  same(
    'publications',
    period?.publications.map(({ version }) => version),
    [1, 2],
  );
  same('reopenings', period?.reopenings.length, 1);

  const ballot = await store.ballot(BALLOT);
  same(
    'votes',
    Object.values(ballot?.tally ?? {}),
    Array(3).fill({ yes: MEMBERS_OF_COUNCIL.length, no: 0, blank: 0 }),
  );
  const decisions = await store.decisions();
  same('decision numbers', decisions.map(({ number }) => number).sort(), [1, 2, 3]);

  same('pending workbooks', await store.pendingOutboxCount(), 0);
  same('unfinished jobs', (await store.unfinishedJobs()).length, 0);
  await checkFiles(store, desk, campaign, same);
  await checkRanking(desk, same);
  return wrongs;
}

type Same = (what: string, found: unknown, wanted: unknown) => void;

/** One workbook each, opened by whom it is for. A file that nobody was told of is nobody's: it may be, and be shared with nobody. */
async function checkFiles(store: Store, desk: Desk, campaign: string, same: Same): Promise<void> {
  const workbooks = new Map((await store.workbooks()).map(({ id, spreadsheetId }) => [spreadsheetId, id]));
  same('workbooks', [...workbooks.values()].sort(), ['office', 'summary', 'unit:A', 'unit:B', 'unit:C']);
  for (const { id, workbook, people } of await desk.files(campaign)) {
    const isOurs = workbooks.get(id) === (workbook as WorkbookId);
    if (!isOurs) same(`people of a stray ${workbook}`, people, []);
    else if (workbook in SHARED)
      same(`people of ${workbook}`, [...people].sort(), [...SHARED[workbook]!].sort());
  }
}

/** Leaders read what the stored result says: B was appraised down, C was collected. */
async function checkRanking(desk: Desk, same: Same): Promise<void> {
  const { tabs } = await desk.read('summary');
  const rows = tabs.find(({ title }) => title === 'Xếp hạng XA')?.values ?? [];
  const found = rows.flatMap((row) => {
    const name = row.find((cell) => typeof cell === 'string' && /^Xã (An|Bảo|Châu)/.test(cell));
    return name === undefined ? [] : [[name, row.filter((cell) => typeof cell === 'number')]];
  });
  same(
    'the ranking',
    found.map(([name, numbers]) => [name, (numbers as number[])[0]]),
    [
      ['Xã An Bình', 1],
      ['Xã Bảo Thạnh', 2],
      ['Xã Châu Bình', 3],
    ],
  );
}
