import type { PeriodId } from '../../domain/campaign/period.ts';
import { verifyChain } from '../../domain/log-chain/verify-chain.ts';
import { replayPeriod } from '../../usecases/periods/replay-period.ts';
import { deliver } from '../../usecases/publishing/deliver.ts';
import type { Manifest } from '../manifest.ts';
import type { Surroundings } from '../surroundings.ts';
import { CommandTrouble } from '../trouble.ts';
import { migrateRestored, requireKnownVersion } from './data-version.ts';
import { type ExportOnDisk, openExport } from './export-on-disk.ts';
import { endRestoring, restoreDocuments } from './restore-documents.ts';
import { restoreTyped } from './restore-typed.ts';

export interface ImportWishes {
  readonly replace: boolean;
  readonly keepWorkbooks: boolean;
  /** Leaves the workbooks to the next deliveries; what was typed and not sent stays in the export. */
  readonly withoutSheets: boolean;
}

export interface Imported {
  readonly documents: number;
  /** Results that were evaluated again, all to the same digest. */
  readonly replayed: number;
  readonly workbooks: number;
  /** Cells that people had typed and not sent. */
  readonly typed: number;
}

/**
 * Restores a campaign from an export: documents, brought to what this release stores where an earlier one wrote them;
 * then every month evaluated again and held against its digest, the log against its seals, then the workbooks anew
 * with what people had typed in them. Safe to be interrupted and run again. @throws CommandTrouble
 */
export async function importCampaign(
  around: Surroundings,
  exported: ExportOnDisk,
  wishes: ImportWishes,
): Promise<Imported> {
  const { manifest } = exported;
  await requireKnownVersion(exported);
  const documents = await restoreDocuments(around, exported, wishes);
  around.io.say(`${documents} tài liệu đã trở lại. / ${documents} documents are back.`);
  await migrateRestored(around);
  await requireSameResults(around, manifest);
  await requireSameLog(around, manifest);
  await logRestoring(around, manifest);
  const workbooks = wishes.withoutSheets ? 0 : await deliverAll(around);
  const typed = wishes.withoutSheets ? 0 : await restoreTyped(around, exported.workbooks());
  await endRestoring(around);
  return { documents, replayed: manifest.results.length, workbooks, typed };
}

export { openExport };

/** Every version of every month, evaluated again from its stored inputs. */
async function requireSameResults({ store, io }: Surroundings, { results }: Manifest): Promise<void> {
  for (const { period, version, digest } of results) {
    const replay = await replayPeriod(store, period as PeriodId, version);
    if (!replay.same || replay.digest !== digest || replay.replayedDigest !== digest)
      throw new CommandTrouble(
        `Kết quả ${period} phiên bản ${version} tính lại không giống bản đã xuất.`,
        `The result of ${period}, version ${version}, comes out differently than it was exported.`,
      );
    io.say(`${period} v${version} ${digest} =`);
  }
}

async function requireSameLog({ store, io }: Surroundings, { seal }: Manifest): Promise<void> {
  // Exported before there were seals: the log begins its chain here, as it would have at home by the first sealing.
  if (seal === undefined && (await store.lastSeal()) === undefined) await store.adoptLog();
  const { faults, head, entries } = verifyChain(await store.logChain(), seal?.hash);
  if (faults.length > 0)
    throw new CommandTrouble(
      `Nhật ký trong bản xuất có chỗ không khớp dấu niêm phong; chạy verify-log để xem.`,
      `The log in the export does not agree with its seals: run verify-log to see where.`,
    );
  io.say(
    `Nhật ký: ${entries} việc, khớp đến dấu số ${head?.number ?? 0}. / Log: ${entries} entries, whole up to seal ${head?.number ?? 0}.`,
  );
}

/** What happened after the export is gone: the log says so, and asks for every workbook in the same breath. */
async function logRestoring({ store, google, now }: Surroundings, { digest }: Manifest): Promise<void> {
  const by = (await google.account().catch(() => undefined)) ?? 'npm run import';
  await store.transact(async (transaction) => {
    transaction.appendLog({ at: now(), by, action: 'campaign_restored', details: { digest } });
    for (const id of ['summary', 'office', 'units'] as const) transaction.enqueue(id, now());
  });
}

async function deliverAll({ store, now, officeNow, google, campaign, io }: Surroundings): Promise<number> {
  let delivered = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = await deliver({ store, now, officeNow }, google, campaign, { withinMs: 600_000 });
    delivered += done.delivered;
    if (done.remaining === 0) {
      io.say(`${delivered} sổ đã ghi. / ${delivered} workbooks are written.`);
      return delivered;
    }
    await google.sleep(PAUSE_MS);
  }
  throw new CommandTrouble(
    `Còn sổ chưa ghi được; chạy lại lệnh này, hoặc để deliver làm tiếp.`,
    `Some workbooks could not be written yet: run this again, or let deliver go on.`,
  );
}

const MOST_ROUNDS = 60;
/** What failed is put off for some seconds; others may hold a lease. */
const PAUSE_MS = 2000;
