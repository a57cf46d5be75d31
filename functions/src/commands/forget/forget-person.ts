import type { StoredDocument } from '../../adapters/firestore/documents.ts';
import { AppError } from '../../domain/app-error.ts';
import { verifyChain } from '../../domain/log-chain/verify-chain.ts';
import type { Plan } from '../../domain/publishing/plan/plan-edits.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import { registerOf } from '../../domain/register/registers.ts';
import { sealLog } from '../../usecases/log/seal-log.ts';
import { deliver } from '../../usecases/publishing/deliver.ts';
import { openSnapshot } from '../../usecases/publishing/snapshot.ts';
import { wantedWorkbook } from '../../usecases/publishing/wanted-workbook.ts';
import type { Surroundings } from '../surroundings.ts';
import { CommandTrouble } from '../trouble.ts';
import { type Finder, finderOf, type Person, personOf } from './person.ts';
import { type DocumentPlan, type ForgetRules, type KeptFor, planDocument } from './plan-document.ts';
import { planSheets } from './plan-sheets.ts';
import { listOf, mapOf, textOf } from './stored-texts.ts';

export interface ForgetWishes {
  readonly person: string;
  readonly dryRun: boolean;
  /** Without asking. */
  readonly yes: boolean;
  readonly alsoDecisions: boolean;
}

export interface Forgotten {
  readonly documents: number;
  readonly cells: number;
  /** Documents the person stays in. */
  readonly kept: readonly { readonly path: string; readonly kept: KeptFor }[];
}

/**
 * Removes a person from everything that is stored of a campaign and from its workbooks. What it finds is shown and
 * confirmed first. The log says that somebody was removed before anything is, so it says so however the command ends;
 * run again after that, it removes the rest. @throws CommandTrouble
 */
export async function forgetPerson(
  around: Surroundings,
  wishes: ForgetWishes,
): Promise<Forgotten | undefined> {
  const { io, store } = around;
  await sealLog(store, () => 1); // every entry has its salts from here on
  const person = await resolved(around, wishes.person);
  const rules = await rulesFor(around, finderOf(person), wishes.alsoDecisions);
  const plans = await planAll(around, rules);
  const changes = plans.filter(({ does }) => does !== 'nothing');
  const kept = plans.flatMap(({ path, kept: why }) => (why ? [{ path, kept: why }] : []));
  const inSheets = await cellsWith(around, rules.finder);
  for (const { path, does } of changes) io.say(`${does === 'removes' ? '−' : '~'} ${path}`);
  for (const { path, kept: why } of kept) io.say(`= ${path}: ${WHY[why]}`);
  io.say(
    `${changes.length} tài liệu, ${inSheets} ô trong các sổ; ${kept.length} tài liệu giữ lại. / ` +
      `${changes.length} documents, ${inSheets} cells of workbooks; ${kept.length} documents keep it.`,
  );
  if (wishes.dryRun || (changes.length === 0 && inSheets === 0)) return { documents: 0, cells: 0, kept };
  if (!wishes.yes && !(await isConfirmed(around))) return undefined;

  await logRemoval(around, changes.length);
  for (const { path } of changes) await changeOne(around, path, rules);
  const rows = new Set(changes.flatMap(({ path }) => rowOf(path)));
  const cells = await cleanWorkbooks(around, rules.finder, rows);
  await sealLog(store, () => 1);
  const { faults } = verifyChain(await store.logChain());
  if (faults.length > 0)
    throw new CommandTrouble(
      'Đã xóa, nhưng nhật ký không khớp dấu niêm phong; chạy verify-log để xem.',
      'The person is removed, but the log does not agree with its seals: run verify-log.',
    );
  return { documents: changes.length, cells, kept };
}

const WHY: Readonly<Record<KeptFor, string>> = {
  result:
    'nội dung đã đóng băng theo mã băm (kết quả, cấu hình) / frozen under its digest (a result, a configuration)',
  decision:
    'quyết định đã ký, và điển hình, phiếu bình chọn theo nó; thêm --also-decisions để xóa / a signed decision, and the exemplar and ballot that go with it; --also-decisions removes it',
  entry: 'mã trong nhật ký đã niêm phong / a code in a sealed entry of the log',
  name_of_field: 'tên một ô dữ liệu / the name of a field',
};

/** A code of a register's row stands for whoever the row is about. */
async function resolved({ documents }: Surroundings, text: string): Promise<Person> {
  const code = text.trim().toUpperCase();
  if (/^[A-Z]+-[A-Z0-9-]+$/.test(code))
    for await (const page of documents.all())
      for (const { path, fields } of page) {
        const [, register, row] = /^registers\/([^/]+)\/rows\/([^/]+)$/.exec(path) ?? [];
        if (row !== code) continue;
        const named = registerOf(register as RegisterId)?.columns.find(({ isName }) => isName);
        const name = named && textOf(mapOf(fields.values)[named.key]);
        if (name !== undefined) return personOf(name);
      }
  return personOf(text);
}

async function rulesFor(
  { documents }: Surroundings,
  finder: Finder,
  alsoDecisions: boolean,
): Promise<ForgetRules> {
  const decided = new Set<string>();
  for await (const page of documents.all())
    for (const { path, fields } of page) {
      const isDecision = /^decisions\/[^/]+$/.test(path);
      for (const subject of isDecision ? listOf(fields.subjects) : [])
        decided.add(`${textOf(fields.ballot)}/${textOf(mapOf(subject).candidate)}`);
      if (/^ballots\/[^/]+$/.test(path)) refuseOpenBallot(fields, finder);
    }
  return { finder, alsoDecisions, decided };
}

/** Whoever may still vote is counted with. */
function refuseOpenBallot(fields: StoredDocument['fields'], finder: Finder): void {
  const isVoter = listOf(fields.electorate).some((each) => finder.in(textOf(each) ?? ''));
  if (textOf(fields.state) !== 'open' || fields.voided !== undefined || !isVoter) return;
  throw new CommandTrouble(
    'Người này đang có tên trong một cuộc bình chọn chưa kết thúc; hãy kết thúc bình chọn rồi xóa.',
    'This person is a voter of a ballot that is open: close it first.',
  );
}

async function planAll({ documents }: Surroundings, rules: ForgetRules): Promise<readonly DocumentPlan[]> {
  const plans: DocumentPlan[] = [];
  for await (const page of documents.all())
    for (const document of page) {
      const plan = planDocument(document, rules);
      if (plan !== undefined) plans.push(plan);
    }
  return plans;
}

async function isConfirmed({ io }: Surroundings): Promise<boolean> {
  const answer = await io.ask('Xóa hẳn? Gõ "xoa" rồi Enter / Remove for good? Type "xoa": ');
  if (answer === undefined)
    throw new CommandTrouble('Không có ai để hỏi; thêm --yes.', 'There is nobody to ask: add --yes.');
  return answer.trim().toLowerCase() === 'xoa';
}

async function logRemoval({ store, google, now }: Surroundings, documents: number): Promise<void> {
  const by = (await google.account().catch(() => undefined)) ?? 'npm run forget';
  await store.transact(async (transaction) =>
    transaction.appendLog({ at: now(), by, action: 'person_removed', details: { documents } }),
  );
}

/** Somebody else may write it meanwhile: then what is there now is looked at. */
async function changeOne({ documents }: Surroundings, path: string, rules: ForgetRules): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const document = await documents.one(path);
    const plan = document && planDocument(document, rules);
    if (document === undefined || plan === undefined || plan.does === 'nothing') return;
    if (await documents.replace(document, plan.fields)) return;
  }
  throw new CommandTrouble(
    `Có người đang ghi ${path}; hãy chạy lại.`,
    `Somebody keeps writing ${path}: run this again.`,
  );
}

const MOST_ATTEMPTS = 10;

const rowOf = (path: string): readonly string[] => {
  const [, register, code] = /^registers\/([^/]+)\/rows\/([^/]+)/.exec(path) ?? [];
  return register === undefined ? [] : [`${register}/${code}`];
};

async function cellsWith({ store, google, patience }: Surroundings, finder: Finder): Promise<number> {
  let cells = 0;
  for (const { spreadsheetId } of await store.workbooks()) {
    const whole = await google.sheets.readWhole(spreadsheetId, patience).catch(unlessGone);
    if (whole !== undefined) cells += planSheets(whole, finder, undefined, new Set()).cells;
  }
  return cells;
}

/** Delivered first, with sharing taken away; then what people typed themselves. */
async function cleanWorkbooks(
  { store, google, patience, campaign, now, officeNow }: Surroundings,
  finder: Finder,
  rows: ReadonlySet<string>,
): Promise<number> {
  await store.transact(async (transaction) => {
    for (const id of ['summary', 'office', 'units'] as const) transaction.enqueue(id, now());
  });
  for (let round = 0; round < MOST_ATTEMPTS; round++) {
    const done = await deliver({ store, now, officeNow }, google, campaign, { withinMs: 600_000 });
    if (done.remaining === 0) break;
    await google.sleep(2000);
  }
  const snapshot = openSnapshot(store);
  let cells = 0;
  for (const { id, spreadsheetId } of await store.workbooks()) {
    const whole = await google.sheets.readWhole(spreadsheetId, patience).catch(unlessGone);
    if (whole === undefined) continue;
    const wanted = await wantedWorkbook(id, snapshot, officeNow());
    const plan = planSheets(whole, finder, wanted, rows);
    await google.sheets.apply(spreadsheetId, { requests: plan.requests } as Plan, patience);
    cells += plan.cells;
  }
  return cells;
}

function unlessGone(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'not_found') return undefined;
  throw error;
}
