import { formatCampaign } from '../../campaign-files/format/format-campaign.ts';
import { AppError } from '../../domain/app-error.ts';
import { canonicalJson } from '../../domain/digest.ts';
import type { Workbook } from '../../ports/workbook.ts';
import { fileOf, type Manifest } from '../manifest.ts';
import type { Surroundings } from '../surroundings.ts';
import { CommandTrouble } from '../trouble.ts';
import { ExportFolder } from './export-folder.ts';
import { workbookFiles } from './workbook-files.ts';

/**
 * The whole campaign as open files: every document as it is stored, all of one moment, a line of JSON each by
 * collection; the configuration also as its five files; every workbook as CSV and as cells. @throws CommandTrouble
 */
export async function exportCampaign(around: Surroundings, to: string): Promise<Manifest> {
  const { store, documents, campaign, now } = around;
  const setup = await store.setup();
  if (setup === undefined)
    throw new CommandTrouble(`Chưa có phong trào nào mã ${campaign}.`, `There is no campaign ${campaign}.`);
  const folder = new ExportFolder(to);
  const takenAt = now().toISOString();
  let count = 0;
  const results: Manifest['results'] = [];
  let seal: Manifest['seal'];
  for await (const page of documents.all()) {
    for (const { path, fields } of page) {
      folder.addLines(fileOf(path), [canonicalJson({ path, fields })]);
      const [, period, version] = /^periods\/([^/]+)\/results\/([^/]+)$/.exec(path) ?? [];
      if (period !== undefined)
        results.push({ period, version: Number(version), digest: fields.digest?.stringValue ?? '' });
      if (/^seals\/[^/]+$/.test(path)) seal = newer(seal, fields);
    }
    count += page.length;
  }
  const files = formatCampaign({ campaign: setup.campaign, members: await store.members() });
  for (const [name, text] of Object.entries(files)) folder.write(`configuration/${name}`, String(text));
  const missingWorkbooks = await exportWorkbooks(around, folder);
  return folder.finish({
    format: 'dien-hinh export',
    version: 1,
    campaign,
    takenAt,
    documents: count,
    missingWorkbooks: [...missingWorkbooks],
    ...(seal && { seal }),
    results,
  });
}

function newer(
  known: Manifest['seal'],
  fields: {
    readonly number?: { integerValue?: string | null };
    readonly hash?: { stringValue?: string | null };
  },
): Manifest['seal'] {
  const number = Number(fields.number?.integerValue);
  const hash = fields.hash?.stringValue ?? '';
  return number > (known?.number ?? 0) ? { number, hash } : known;
}

/** Workbooks at the same time: Google lets one account read 60 times a minute. */
const AT_ONCE = 4;

/** Returns those whose spreadsheet is gone: what is missing is said, and keeps nobody from keeping the rest. */
async function exportWorkbooks(
  { store, google, patience, io }: Surroundings,
  folder: ExportFolder,
): Promise<readonly string[]> {
  const waiting = [...(await store.workbooks())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const missing: string[] = [];
  const exportOne = async ({ id, spreadsheetId }: Workbook) => {
    const whole = await google.sheets.readWhole(spreadsheetId, patience).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return undefined;
      throw error;
    });
    if (whole === undefined) {
      missing.push(id);
      io.say(`Không thấy sổ ${id} trên Drive. / The workbook ${id} is gone from Drive.`);
      return;
    }
    for (const [file, text] of Object.entries(workbookFiles(id, whole))) folder.write(file, text);
  };
  const worker = async () => {
    for (let workbook = waiting.shift(); workbook; workbook = waiting.shift()) await exportOne(workbook);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return missing.sort();
}
