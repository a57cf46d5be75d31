import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { Period } from '../../functions/src/domain/campaign/period.ts';
import type { Checked, Issue } from '../../functions/src/domain/issue.ts';
import { readCampaignFolder } from '../campaign-folder.ts';
import { type Language, parseArguments, type RankOptions } from './arguments.ts';
import { formatExplanation, formatRanking } from './format.ts';
import { issueLine } from './issue-line.ts';
import { rankPeriods } from './rank-periods.ts';
import type { RankedPeriod } from './ranked.ts';
import { checkSubmissionsTable, findById, readSubmissions } from './submissions-file.ts';
import { USAGE } from './usage.ts';

export interface Ending {
  /** 0: ranked; 1: the files have problems; 2: wrong arguments. */
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** The whole command: files in, text out. Nothing is printed to stdout unless everything is right. */
export async function runRank(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Ending> {
  const parsed = parseArguments(args, environment);
  if (parsed.kind === 'help') return { exitCode: 0, stdout: `${USAGE[parsed.language]}\n`, stderr: '' };
  if (parsed.kind === 'refused') return refusal(parsed.line, parsed.language);
  const { options } = parsed;
  const folder = await readFolder(fromCaller(options.campaign, environment), options.campaign);
  const text = await readText(fromCaller(options.submissions, environment), basename(options.submissions));
  if (!folder.ok) return problems([...folder.issues, ...tableIssues(text, options)], options);
  if (!text.ok) return problems(text.issues, options);
  const { campaign } = folder.value;
  const period = parsePeriod(options.period, campaign.calendar);
  if (period === undefined) return refusal(unknownPeriod(options), options.language);

  const ranked = rank(campaign, text.value, period, options);
  if (!ranked.ok) return problems(ranked.issues, options);
  if (options.explain === undefined)
    return { exitCode: 0, stdout: formatRanking(ranked.value, options), stderr: '' };
  const unit = findById(ranked.value.rules.units)(options.explain);
  if (unit === undefined) return refusal(unknownUnit(options), options.language);
  return { exitCode: 0, stdout: formatExplanation(ranked.value, unit.id, options), stderr: '' };
}

function rank(
  campaign: Campaign,
  text: string,
  period: Period,
  { submissions }: RankOptions,
): Checked<RankedPeriod> {
  const submitted = readSubmissions(basename(submissions), text, campaign, period);
  if (!submitted.ok) return submitted;
  return { ok: true, value: rankPeriods(campaign, submitted.value, period) };
}

/** A path that is wrong is told once, not once for each file that it lacks. */
function readFolder(dir: string, given: string): ReturnType<typeof readCampaignFolder> {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return readCampaignFolder(dir);
  return Promise.resolve({ ok: false, issues: [{ code: 'folder_missing', at: { file: given } }] });
}

async function readText(path: string, file: string): Promise<Checked<string>> {
  try {
    const bytes = await readFile(path);
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError)
      return { ok: false, issues: [{ code: 'file_unreadable', detail: 'not_utf8', at: { file } }] };
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    const issue = isFolder
      ? ({ code: 'file_unreadable', detail: 'is_folder' } as const)
      : ({ code: 'file_missing' } as const);
    return { ok: false, issues: [{ ...issue, at: { file } }] };
  }
}

/** npm runs the command in the project's root; a relative path is meant from where the person stands. */
function fromCaller(path: string, environment: Readonly<Record<string, string | undefined>>): string {
  const fromThere = resolve(environment.INIT_CWD ?? '.', path);
  return existsSync(fromThere) ? fromThere : resolve(path);
}

function tableIssues(text: Checked<string>, { submissions }: RankOptions): readonly Issue[] {
  return text.ok ? checkSubmissionsTable(basename(submissions), text.value) : text.issues;
}

function problems(issues: readonly Issue[], { language }: RankOptions): Ending {
  const lines = issues.map((issue) => `${issueLine(issue, language)}\n`);
  return { exitCode: 1, stdout: '', stderr: lines.join('') };
}

function refusal(line: string, language: Language): Ending {
  return { exitCode: 2, stdout: '', stderr: `${line}\n\n${USAGE[language]}\n` };
}

function unknownPeriod({ period, language }: RankOptions): string {
  return language === 'vi'
    ? `--period: lịch của phong trào không có kỳ “${period}”.`
    : `--period: the campaign’s calendar has no period “${period}”.`;
}

function unknownUnit({ explain, period, language }: RankOptions): string {
  return language === 'vi'
    ? `--explain: kỳ ${period} không có đơn vị mang mã “${explain}”.`
    : `--explain: period ${period} has no unit with the code “${explain}”.`;
}
