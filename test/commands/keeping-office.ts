import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openDocuments, type StoredDocument } from '../../functions/src/adapters/firestore/documents.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { Surroundings } from '../../functions/src/commands/surroundings.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { MARK } from '../../functions/src/domain/publishing/current.ts';
import { registration } from '../../functions/src/domain/register/registers/registration.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import type { Acting } from '../../functions/src/usecases/acting.ts';
import { submitForm } from '../../functions/src/usecases/forms/submit-form.ts';
import { sealLog } from '../../functions/src/usecases/log/seal-log.ts';
import { evaluateStored } from '../../functions/src/usecases/periods/evaluate-stored.ts';
import { movePeriod } from '../../functions/src/usecases/periods/move-period.ts';
import { deliver } from '../../functions/src/usecases/publishing/deliver.ts';
import { saveRegister } from '../../functions/src/usecases/registers/save-register.ts';
import { loadCampaign } from '../../functions/src/usecases/setup/load-campaign.ts';
import { type LocalGoogle, PATIENT, startLocalGoogle } from '../adapters/local-google.ts';
import { EDITOR_A, EDITOR_B, filledForm, OFFICER } from '../http/small-campaign.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { campaignWithFields } from '../usecases/registers/register-office.ts';

export const CAMPAIGN = 'KEPT';
export const CODE = 'DK-AAAAAA';
export const FARMER = 'Trần Thị Bưởi';

/** An office of its own, on a database and a Drive of its own, and the commands' surroundings in it. */
export interface KeepingOffice {
  readonly projectId: string;
  readonly local: LocalGoogle;
  readonly around: Surroundings;
  /** What commands said. */
  readonly said: string[];
  /** What somebody types when asked; undefined: nobody is there. */
  answer: string | undefined;
  /** March published, April open: with rows and forms sent, and others typed and not sent. */
  play(): Promise<void>;
  deliver(): Promise<void>;
  /** Types into a column of a tab, in the row (from 0, below the header) that is given. */
  type(id: WorkbookId, tab: string, row: number, cells: Readonly<Record<string, CellValue>>): Promise<void>;
  /** A tab's rows below its header, by column. */
  rows(id: WorkbookId, tab: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  everything(): Promise<readonly StoredDocument[]>;
  /** A path that is removed at the end. */
  folder(name: string): string;
  stop(): Promise<void>;
}

export async function startKeepingOffice(): Promise<KeepingOffice> {
  const projectId = freshProjectId();
  const local = await startLocalGoogle();
  const client = await openFirestore(projectId);
  const store = openStore(client, CAMPAIGN);
  const root = mkdtempSync(join(tmpdir(), 'keeping-'));
  const said: string[] = [];
  const place = { projectId, databaseId: undefined, emulatorHost: process.env.FIRESTORE_EMULATOR_HOST };
  const google = local.google();
  let at = new Date('2024-03-20T03:00:00Z');
  const now = () => at;
  const acting = (by = OFFICER): Acting => ({ store, by, now });
  const office: KeepingOffice = {
    projectId,
    local,
    said,
    answer: undefined,
    around: {
      campaign: CAMPAIGN,
      store,
      documents: openDocuments(place, CAMPAIGN, PATIENT),
      google,
      patience: PATIENT,
      now,
      officeNow: now,
      io: { say: (line) => void said.push(line), ask: async () => office.answer },
      close: async () => {},
    },
    async play() {
      await loadCampaign(acting('admin@x.example'), {
        campaign: CAMPAIGN,
        files: campaignWithFields(CAMPAIGN),
      });
      const move = (period: string, action: 'open' | 'close' | 'publish') =>
        movePeriod(acting(), { period, action });
      await move('2024-03', 'open');
      for (const [unitId, as, points] of [
        ['A', EDITOR_A, 9],
        ['B', EDITOR_B, 8],
      ] as const)
        await submitForm(acting(as), {
          period: '2024-03',
          unitId,
          cells: filledForm({ C1: points, C2: 'Có' }),
        });
      await saveRegister(acting(EDITOR_A), registration, { unitId: 'A', cells: registrations('20 tấn') });
      await saveRegister(acting(EDITOR_A), registration, { unitId: 'A', cells: registrations('25 tấn') });
      await move('2024-03', 'close');
      await evaluateStored(acting(), '2024-03');
      await move('2024-03', 'publish');
      at = new Date('2024-04-20T03:00:00Z');
      await move('2024-04', 'open');
      await office.deliver();
      await sealLog(store);
      await office.type('unit:B', 'form:2024-04', 0, { reported: 7 });
      await office.type('unit:B', 'form:2024-04', 1, { reported: 'Không', note: `hỏi ${FARMER}` });
      await office.type('unit:A', 'register:registration', 1, { kind: 'Cá nhân', name: 'Lê Văn Chưa Gửi' });
    },
    async deliver() {
      const { remaining } = await deliver({ store, now }, google, CAMPAIGN);
      if (remaining > 0) throw new Error(`${remaining} workbooks are not written`);
    },
    async type(id, tab, row, cells) {
      const { found, header, placeOf, spreadsheetId } = await look(id, tab);
      const requests = Object.entries(cells).map(([key, value]) => ({
        updateCells: {
          start: { sheetId: found.sheetId, rowIndex: header + 1 + row, columnIndex: placeOf(key) },
          rows: [
            {
              values: [
                {
                  userEnteredValue:
                    typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) },
                },
              ],
            },
          ],
          fields: 'userEnteredValue' as const,
        },
      }));
      await google.sheets.apply(spreadsheetId, { requests }, PATIENT);
    },
    async rows(id, tab) {
      const { found, header } = await look(id, tab);
      const columns = found.columnMarks.filter(({ key }) => key === MARK.column);
      return found.values
        .slice(header + 1)
        .map((row) => Object.fromEntries(columns.map(({ value, at: place }) => [value, row[place] ?? null])));
    },
    async everything() {
      const all: StoredDocument[] = [];
      for await (const page of office.around.documents.all()) all.push(...page);
      return all;
    },
    folder: (name) => join(root, name),
    async stop() {
      await local.stop();
      await client.firestore.terminate();
      await rm(root, { recursive: true, force: true });
    },
  };

  async function look(id: WorkbookId, tab: string) {
    const spreadsheetId = (await store.workbook(id))!.spreadsheetId;
    const { tabs } = await google.sheets.read(spreadsheetId, PATIENT);
    const found = tabs.find(({ marks }) =>
      marks.some(({ key, value }) => key === MARK.tab && value === tab),
    )!;
    const header = found.rowMarks.find(({ key }) => key === MARK.row)!.at;
    const placeOf = (column: string) =>
      found.columnMarks.find(({ key, value }) => key === MARK.column && value === column)!.at;
    return { found, header, placeOf, spreadsheetId };
  }
  return office;
}

function registrations(target: string) {
  const row: Readonly<Record<string, CellValue>> = {
    code: CODE,
    kind: 'Cá nhân',
    name: FARMER,
    position: 'Nông dân',
    field: 'NN – Nông nghiệp',
    content: 'Trồng bưởi da xanh',
    target,
    solution: `Giải pháp của ${FARMER.toUpperCase()}`,
    registeredOn: '15/02/2024',
    state: 'Đang phấn đấu',
  };
  return {
    origin: 'A1',
    values: [
      registration.columns.map(({ header }) => header),
      registration.columns.map(({ key }) => row[key] ?? null),
    ],
  };
}
