import { randomUUID } from 'node:crypto';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { Day, PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { Decision } from '../../../functions/src/domain/decision/decision.ts';
import { planRevocation } from '../../../functions/src/domain/decision/revoke.ts';
import type { Exemplar } from '../../../functions/src/domain/exemplar/exemplar.ts';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import type { RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import type { Acting } from '../../../functions/src/usecases/acting.ts';
import { saveRegister } from '../../../functions/src/usecases/registers/save-register.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { campaignFiles, EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

/** The small campaign with fields to register in, and a launch. */
export function campaignWithFields(code: string, parts: Parameters<typeof campaignFiles>[1] = {}) {
  const files = campaignFiles(code, parts);
  const json = JSON.parse(files['campaign.json']!);
  const launch = { date: '2024-02-15', number: '05-KH/HU', text: 'Phát động cao điểm thi đua' };
  const fields = [
    { code: 'NN', name: 'Nông nghiệp' },
    { code: 'GD', name: 'Giáo dục' },
  ];
  return { ...files, 'campaign.json': JSON.stringify({ ...json, launch, fields }) };
}

/** Use cases of registers on the emulator. */
export interface RegisterCampaign {
  readonly code: string;
  readonly store: Store;
  acting(parts?: Partial<Acting>): Acting;
  save(
    declaration: RegisterDeclaration,
    rows: readonly Row[],
    parts?: Partial<Parameters<typeof saveRegister>[2]> & { readonly acting?: Partial<Acting> },
  ): ReturnType<typeof saveRegister>;
  /** An exemplar of a decision of praise, as the council's rooms make it. */
  praise(id: string, name: string): Promise<void>;
  /** Takes its decision back, by decision 99 of that day. */
  revoke(id: string, on: string): Promise<void>;
}

/** Cells by column; a blank is left out. */
export type Row = Readonly<Record<string, CellValue>>;

export const NOW = new Date('2024-05-04T01:00:00Z');

export async function startRegisterOffice() {
  const client: FirestoreClient = await openFirestore(freshProjectId());
  return {
    async campaign(files: (code: string) => Readonly<Record<string, string>> = campaignWithFields) {
      const code = `C${randomUUID().slice(0, 8)}`;
      const store = openStore(client, code);
      const acting = (parts: Partial<Acting> = {}): Acting => ({
        store,
        by: EDITOR_A,
        now: () => NOW,
        ...parts,
      });
      await loadCampaign(acting({ by: 'admin@x.example' }), { campaign: code, files: files(code) });
      const campaign: RegisterCampaign = {
        code,
        store,
        acting,
        save: (declaration, rows, { acting: who, ...parts } = {}) =>
          saveRegister(acting(who), declaration, {
            ...(declaration.home === 'unit' && { unitId: 'A' }),
            cells: formOf(declaration, rows),
            ...parts,
          }),
        praise: (id, name) => praise(store, id, name),
        revoke: (id, on) => revoke(store, id, on as Day),
      };
      return campaign;
    },
    stop: () => client.firestore.terminate(),
  };
}

/** A tab as somebody filled it: its header, and a row for each. */
export function formOf({ columns }: RegisterDeclaration, rows: readonly Row[]): FormCells {
  return {
    origin: 'A1',
    values: [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
    ],
  };
}

export const registrationRow = (code: string, more: Row = {}): Row => ({
  code,
  kind: 'Cá nhân',
  name: 'Lê Văn Tám',
  field: 'NN – Nông nghiệp',
  content: 'Trồng dừa hữu cơ',
  target: '2 ha',
  registeredOn: '20/02/2024',
  state: 'Đang phấn đấu',
  ...more,
});

/** A decision of praise and the exemplar that it made. */
export async function praise(
  store: Store,
  id: string,
  name: string,
  baseline: object = { criteria: {} },
): Promise<void> {
  const subject = { kind: 'unit', unitId: 'A' } as const;
  const [, number] = /(\d+)$/.exec(id)!;
  const decision: Decision = {
    number: Number(number),
    series: '2024',
    reference: `${number}/QĐ-BCĐ`,
    kind: 'praise',
    signedOn: '2024-04-20' as Day,
    signer: { name: 'Trưởng ban', position: 'Trưởng ban' },
    subjects: [{ candidate: id, subject, name, achievement: 'Dẫn đầu', exemplar: id, became: id }],
    period: '2024-03' as PeriodId,
    decidedAt: NOW,
    decidedBy: 'officer@x.example',
  };
  const exemplar: Exemplar = {
    id,
    name,
    subject,
    decision: `2024-${Number(number)}`,
    recognisedOn: '2024-04-20' as Day,
    period: '2024-03' as PeriodId,
    baseline: baseline as Exemplar['baseline'],
  };
  await store.transact(async (transaction) => {
    transaction.addDecision(decision);
    transaction.addExemplar(exemplar);
  });
}

/** The decision of praise that made the exemplar is taken back, by a decision of that day. */
async function revoke(store: Store, exemplar: string, on: Day): Promise<void> {
  await store.transact(async (transaction) => {
    const made = (await transaction.exemplars()).find(({ id }) => id === exemplar)!;
    const decision = (await transaction.decision(made.decision))!;
    const planned = planRevocation(
      decision,
      { reason: 'Khai sai', signer: decision.signer, signedOn: on },
      {
        series: { series: decision.series, decisions: 98, exemplars: 0 },
        scheme: '{n}/QĐ-BCĐ',
        at: NOW,
        by: OFFICER,
      },
    );
    transaction.addDecision(planned.revocation);
    transaction.putDecision(planned.decision);
  });
}
