import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { openCallers } from './callers.ts';
import type { Deed } from './deeds.ts';
import { gather, sheetsOf } from './gather.ts';
import type { Evidence, Finding } from './judge/evidence.ts';
import { judge } from './judge/judge.ts';
import { refusals } from './judge/office.ts';
import type { ChaosOffice } from './office.ts';
import { play } from './play.ts';
import { type Kill, openStage, type Stage, type StageSettings } from './stage.ts';

export interface Round {
  readonly seed: number;
  readonly kills: readonly Kill[];
  readonly deeds: readonly Deed[];
  /** Absent where the play came to no end: the finding says why. */
  readonly evidence?: Evidence;
  readonly findings: readonly Finding[];
}

const A_DAY_MS = 24 * 3_600_000;

/** One campaign, from its loading to rest, on a database of its own; and what the judge says of it. */
export async function playRound(
  office: ChaosOffice,
  seed: number,
  settings: StageSettings & { readonly months: number },
): Promise<Round> {
  const chance = seededRandom(seed);
  const campaign = `CHAOS-${seed}`;
  const projectId = freshProjectId();
  const client = await openAsOwner(projectId, office.firestoreHost);
  let keys = 0;
  const callers = openCallers(office, campaign, () => `chaos-${seed}-${++keys}`);
  const stage = openStage(office, callers, chance, settings);
  const months = ['2024-01', '2024-02', '2024-03'].slice(0, settings.months);
  try {
    await office.open(projectId);
    await play(stage, { campaign, fillIn: fillerOf(office, client, campaign) }, months);
    await stage.settle();
    await aDayLater(office, stage);
    const evidence = await gather(office, client, campaign, new Date(callers.at));
    const findings = [...judge(callers.deeds, evidence), ...troublesIn(office.printed())];
    return { seed, kills: stage.kills, deeds: callers.deeds, evidence, findings };
  } catch (error) {
    const finding = `the round came to no end: ${error instanceof Error ? error.stack : error}`;
    return {
      seed,
      kills: stage.kills,
      deeds: callers.deeds,
      findings: [finding, ...refusals(callers.deeds)],
    };
  } finally {
    await client.firestore.terminate();
  }
}

/** The office's reminders are of a day: the list is written anew on the next one. What is in the log is sealed. */
async function aDayLater(office: ChaosOffice, { settle, runJobs, callers }: Stage): Promise<void> {
  office.wait(A_DAY_MS);
  callers.at = new Date(Date.parse(callers.at) + A_DAY_MS).toISOString();
  await runJobs(true);
  await settle(true);
}

/** What no kill excuses: an error that the functions did not expect. */
function troublesIn(printed: string): readonly Finding[] {
  return printed
    .split('\n')
    .filter((line) => line.includes('"severity":"ERROR"') || line.includes('"event":"job-failed"'))
    .map((line) => `the functions reported: ${line}`);
}

async function openAsOwner(projectId: string, host: string): Promise<FirestoreClient> {
  process.env.METADATA_SERVER_DETECTION ??= 'none'; // else the client goes looking for Google's metadata server
  const { Firestore, FieldValue } = await import('@google-cloud/firestore');
  const customHeaders = { Authorization: 'Bearer owner' };
  return { firestore: new Firestore({ projectId, host, ssl: false, customHeaders }), fieldValue: FieldValue };
}

function fillerOf(office: ChaosOffice, { firestore }: FirestoreClient, campaign: string) {
  return async (unitId: string, period: string, answers: readonly (string | number)[]): Promise<void> => {
    const sheets = sheetsOf(office);
    const workbook = await firestore.doc(`campaigns/${campaign}/workbooks/unit:${unitId}`).get();
    const spreadsheetId = String(workbook.get('spreadsheetId'));
    const { tabs } = await sheets.read(spreadsheetId, PATIENT);
    const { sheetId } = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${period}`))!;
    const rows = answers.map((answer) => ({
      values: [
        { userEnteredValue: typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer } },
      ],
    }));
    const start = { sheetId, rowIndex: 3, columnIndex: 6 };
    const updateCells = { start, rows, fields: 'userEnteredValue' };
    await sheets.apply(spreadsheetId, { requests: [{ updateCells }] }, PATIENT);
  };
}
