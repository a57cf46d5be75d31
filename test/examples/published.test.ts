import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchRank, ROOT, rowsOf, spawnRank } from '../local/rank/command.ts';

const EXAMPLES = join(ROOT, 'examples');

async function published(name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return rowsOf(await readFile(join(EXAMPLES, name, 'published.csv'), 'utf8'));
}

function argumentsFor(name: string, period: string): readonly string[] {
  const folder = join(EXAMPLES, name);
  const submissions = join(folder, 'submissions.csv');
  return ['--campaign', folder, '--submissions', submissions, '--period', period, '--format', 'csv'];
}

async function ranked(name: string, period: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const run = await spawnRank(argumentsFor(name, period));
  expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: '' });
  return rowsOf(run.stdout);
}

const byUnit = (a: readonly string[], b: readonly string[]): number => (a[1]! < b[1]! ? -1 : 1);

/** Place, unit and name of every row; units that share a place come in no order of their own. */
function places(rows: readonly Readonly<Record<string, string>>[]): readonly (readonly string[])[] {
  return rows
    .map(({ place = '', unit_id = '', name = '' }) => [place, unit_id, name])
    .sort((a, b) => Number(a[0]) - Number(b[0]) || byUnit(a, b));
}

function points(rows: readonly Readonly<Record<string, string>>[]): readonly (readonly string[])[] {
  return rows.map(({ points = '', unit_id = '' }) => [points, unit_id]).sort(byUnit);
}

describe('a published ranking', () => {
  it('comes out by gold, silver, bronze with shared places: Paris 2024', async () => {
    const table = await published('paris-2024-medals');
    expect(table).toHaveLength(91);
    expect(places(await ranked('paris-2024-medals', 'paris-2024'))).toEqual(places(table));
  });

  it('comes out by points, goal difference, goals: Premier League 2021-22', async () => {
    const table = await published('premier-league-2021-22');
    const own = await ranked('premier-league-2021-22', '2021-22');
    expect(table).toHaveLength(20);
    expect(places(own)).toEqual(places(table));
    expect(points(own)).toEqual(points(table));
  });

  it('comes out by weighted votes: NBA Most Valuable Player 2019-20', async () => {
    const table = await published('nba-mvp-2020');
    const own = await ranked('nba-mvp-2020', '2019-20');
    expect(table).toHaveLength(12);
    expect(places(own)).toEqual(places(table));
    expect(points(own)).toEqual(points(table));
  });

  it('comes out by weighted sub-indices, within what their rounding hides: PCI 2021', async () => {
    const table = await published('pci-2021');
    const own = await ranked('pci-2021', '2021');
    expect(table).toHaveLength(21);
    expect(places(own)).toEqual(places(table));
    const hundredths = points(own).map(([score], index) =>
      Math.abs(Math.round(Number(score) * 100) - Math.round(Number(points(table)[index]![0]) * 100)),
    );
    expect(Math.max(...hundredths)).toBe(2);
  });

  it('comes out of the launcher too, as npm run rank starts it', async () => {
    const run = await launchRank(argumentsFor('nba-mvp-2020', '2019-20'));
    expect(run.exitCode).toBe(0);
    expect(places(rowsOf(run.stdout))).toEqual(places(await published('nba-mvp-2020')));
  });
});
