import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rank, rowsOf, withFolder } from './command.ts';

/** A table to rank: criteria as rows of criteria.csv, units with their answers by criterion. */
export interface SmallTable {
  /** code,name,method,parameters,coefficient,max_points,required */
  readonly criteria: readonly string[];
  readonly ranking?: object;
  readonly settings?: object;
  /** A blank answer is a row with a blank; an absent one is no row. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly register?: string;
}

/** Ranks a table through the campaign's files, and answers with place, points and total of each ranked unit. */
export function rankTable(table: SmallTable): Promise<Readonly<Record<string, readonly string[]>>> {
  return withFolder(async (folder) => {
    const campaign = join(folder, 'campaign');
    const submissions = join(folder, 'submissions.csv');
    await mkdir(campaign);
    await writeFile(join(campaign, 'campaign.json'), JSON.stringify(campaignJson(table)));
    await writeFile(join(campaign, 'criteria.csv'), lines([CRITERIA_HEADER, ...table.criteria]));
    const ids = Object.keys(table.answers);
    const register = table.register ?? lines(['unit_id,name', ...ids.map((id) => `${id},Unit ${id}`)]);
    await writeFile(join(campaign, 'units.csv'), register);
    const answers = ids.flatMap((id) =>
      Object.entries(table.answers[id]!).map(([criterion, answer]) => `${id},${criterion},"${answer}"`),
    );
    await writeFile(submissions, lines(['unit_id,criterion,reported', ...answers]));
    const run = await rank([
      ...['--campaign', campaign, '--submissions', submissions],
      ...['--period', '2024', '--format', 'csv', '--lang', 'en'],
    ]);
    if (run.exitCode !== 0) throw new Error(run.stderr);
    return Object.fromEntries(
      rowsOf(run.stdout).map((row) => [row.unit_id!, [row.place!, row.points!, row.total!]]),
    );
  });
}

const CRITERIA_HEADER = 'code,name,method,parameters,coefficient,max_points,required';

function campaignJson({ ranking, settings }: SmallTable): object {
  return {
    campaign: { code: 'TABLE', name: 'A table' },
    calendar: { kind: 'year', from: '2024-01-01', to: '2024-12-31' },
    tracks: [{ code: 'ALL', name: 'All' }],
    settings: [{ ...(ranking && { ranking }), ...settings }],
  };
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
