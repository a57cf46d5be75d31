import { openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import type { CurrentTab } from '../../../functions/src/domain/publishing/current.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import type { Acting } from '../../../functions/src/usecases/acting.ts';
import { submitForm } from '../../../functions/src/usecases/forms/submit-form.ts';
import { evaluateStored } from '../../../functions/src/usecases/periods/evaluate-stored.ts';
import { movePeriod } from '../../../functions/src/usecases/periods/move-period.ts';
import {
  type Delivery,
  type DeliveryOrder,
  deliver,
} from '../../../functions/src/usecases/publishing/deliver.ts';
import type { Google } from '../../../functions/src/usecases/publishing/google.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { type LocalGoogle, PATIENT, startLocalGoogle } from '../../adapters/local-google.ts';
import { filledForm, OFFICER } from '../../http/small-campaign.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

/** The use cases around publishing, on the emulator and the local Sheets server, at a time of the test's choosing. */
export interface PublishingOffice {
  readonly local: LocalGoogle;
  campaign(code: string, files: Readonly<Record<string, string>>): Promise<PublishedCampaign>;
  stop(): Promise<void>;
}

export interface PublishedCampaign {
  readonly code: string;
  readonly store: Store;
  /** The moment it is; tests move it. */
  at: Date;
  acting(by?: string): Acting;
  move(
    period: string,
    action: 'open' | 'close' | 'evaluate' | 'publish' | 'reopen',
    reason?: string,
  ): Promise<void>;
  submit(period: string, unitId: string, answers: Readonly<Record<string, CellValue>>): Promise<void>;
  deliver(order?: DeliveryOrder, google?: Partial<Google>): Promise<Delivery>;
  spreadsheetId(id: WorkbookId): Promise<string>;
  /** A workbook's tabs by title: what a person sees in them. */
  look(id: WorkbookId): Promise<Readonly<Record<string, CurrentTab['values']>>>;
}

export async function startPublishingOffice(): Promise<PublishingOffice> {
  const local = await startLocalGoogle();
  const client = await openFirestore(freshProjectId());
  return {
    local,
    campaign: async (code, files) => {
      const campaign = campaignOn(openStore(client, code), code, local);
      await loadCampaign(campaign.acting('admin@x.example'), { campaign: code, files });
      return campaign;
    },
    async stop() {
      await local.stop();
      await client.firestore.terminate();
    },
  };
}

function campaignOn(store: Store, code: string, local: LocalGoogle): PublishedCampaign {
  const campaign: PublishedCampaign = {
    code,
    store,
    at: new Date('2024-03-20T03:00:00Z'),
    acting: (by = OFFICER) => ({ store, by, now: () => campaign.at }),
    async move(period, action, reason) {
      if (action === 'evaluate') await evaluateStored(campaign.acting(), period);
      else await movePeriod(campaign.acting(), { period, action, reason });
    },
    async submit(period, unitId, answers) {
      await submitForm(campaign.acting(), { period, unitId, cells: filledForm(answers) });
    },
    deliver: (order = {}, google = {}) =>
      deliver({ store, now: () => campaign.at }, local.google(google), code, order),
    async spreadsheetId(id) {
      const workbook = await store.workbook(id);
      if (workbook === undefined) throw new Error(`no workbook ${id}`);
      return workbook.spreadsheetId;
    },
    async look(id) {
      const { sheets } = local.google();
      const { tabs } = await sheets.read(await campaign.spreadsheetId(id), PATIENT);
      return Object.fromEntries(tabs.map(({ title, values }) => [title, values]));
    },
  };
  return campaign;
}
