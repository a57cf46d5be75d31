import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { firstPeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Period } from '../../functions/src/domain/campaign/period.ts';
import { digestOf } from '../../functions/src/domain/digest.ts';
import { formatPeriod } from '../../functions/src/messages/vi/format.ts';
import { readCampaignTexts } from '../campaign-folder.ts';
import { AUDIENCE, type FillOrder, type OfficeContent } from '../office/content.ts';
import { Trouble } from '../office/trouble.ts';
import { issueLine } from '../rank/issue-line.ts';
import { deliverAll } from '../sample/deliver-all.ts';
import { pagePeople } from '../sample/page-people.ts';
import { type OfficeAddress, type Person, personAt } from '../sample/people.ts';
import { withPeople } from './with-people.ts';

/**
 * A campaign of one's own in the local office, from its folder (docs/campaign.md): its workbooks are made, its first
 * period is open and just over, and nothing has been sent yet.
 * @throws Trouble with every issue of the files, each with its place
 */
export async function ownCampaign(dir: string): Promise<OfficeContent> {
  const { campaign, texts, members } = await readOwn(resolve(process.env.INIT_CWD ?? '.', dir));
  const period = firstPeriod(campaign.calendar);
  if (period === undefined)
    throw new Trouble('Lịch của phong trào không có kỳ nào.', 'The campaign’s calendar has no period.');
  const accounts = withPeople(campaign, members);
  const readyAt = morningAfter(period, campaign.timeZone);
  return {
    campaign,
    firstAdmin: accounts.admin,
    scheduler: accounts.scheduler,
    people: pagePeople(campaign, accounts.shown, accounts.featured),
    readyAt,
    fill: (order) =>
      fill(order, { campaign, period, readyAt, texts: { ...texts, ...accounts.files }, accounts }),
    alsoTry: [
      '  xếp hạng thử từ tệp / rank from files:',
      `    npm run -s rank -- --campaign ${dir} --submissions ${dir}/submissions.csv --period ${period.id}`,
    ],
  };
}

interface Own {
  readonly campaign: Campaign;
  readonly period: Period;
  readonly readyAt: Date;
  readonly texts: Readonly<Record<string, string>>;
  readonly accounts: ReturnType<typeof withPeople>;
}

async function fill({ office, folder, progress, reconcile, clock }: FillOrder, own: Own): Promise<string[]> {
  const address: OfficeAddress = {
    functionsUrl: office.functions.url,
    sheetsUrl: office.sheets.url,
    audience: AUDIENCE,
    campaign: own.campaign.code,
    issuer: office.identity,
  };
  const at = clock?.now() ?? own.readyAt;
  const [admin, officer] = await Promise.all([
    personAt(address, own.accounts.admin),
    personAt(address, own.accounts.officer),
  ]);
  const loaded = folder.path('campaign-files.json');
  const digest = JSON.stringify(digestOf(own.texts));
  const isLoaded = existsSync(loaded) && readFileSync(loaded, 'utf8') === digest;
  if (!isLoaded) {
    await expect200(admin, 'load-campaign', { files: own.texts }, at);
    await expect200(officer, 'provision', {}, at);
    if (clock === undefined) await openFirst(officer, own, at);
  }
  if (!isLoaded || reconcile) {
    progress.begin('Lập các sổ', own.campaign.units.length + 2);
    await deliverAll(officer, at, (delivered) => progress.advance(delivered));
    progress.end();
    writeFileSync(loaded, digest);
  }
  return [
    '',
    `${own.campaign.name}: ${formatPeriod(own.period)} đang mở, chưa có phiếu nào. / ${own.period.id} is open, with no form yet.`,
    `  cán bộ thi đua / officer:  ${own.accounts.officer}`,
    `  tệp cấu hình / its files:  sửa rồi chạy lại lệnh này / change them and start again`,
  ];
}

/** A start that was cut short may have opened it before. */
async function openFirst(officer: Person, { period }: Own, at: Date): Promise<void> {
  const status = await officer.read<{ state: string }>('period-status', { period: period.id }, at);
  if (status.body.state === 'none')
    await expect200(officer, 'move-period', { period: period.id, action: 'open' }, at);
}

async function expect200(person: Person, door: string, body: Readonly<Record<string, unknown>>, at: Date) {
  const { status, body: answer } = await person.ask<{ error?: { message: string } }>(door, body, at);
  if (status === 200) return;
  const why = answer.error?.message ?? `${door} ${status}`;
  throw new Trouble(
    `Chưa mở được văn phòng: ${why}`,
    `The office could not be opened: ${door} answered ${status}`,
  );
}

async function readOwn(dir: string) {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new Trouble(`Không có thư mục ${dir}.`, `There is no folder ${dir}.`);
  const texts = await readCampaignTexts(dir);
  const parsed = texts.ok ? parseCampaignFiles(texts.value) : texts;
  if (texts.ok && parsed.ok) return { ...parsed.value, texts: texts.value };
  const issues = parsed.ok ? [] : parsed.issues;
  process.stderr.write(issues.map((issue) => `${issueLine(issue, 'vi')}\n`).join(''));
  const name = basename(dir);
  throw new Trouble(
    `Cấu hình ở ${name} có ${issues.length} chỗ cần sửa, nêu ở trên.`,
    `The configuration in ${name} has ${issues.length} issues, told above.`,
  );
}

/** Eight in the morning after the period's last day: forms are due, and not late yet. */
function morningAfter(period: Period, timeZone: string): Date {
  return DateTime.fromISO(period.to, { zone: timeZone }).plus({ days: 1 }).set({ hour: 8 }).toJSDate();
}
