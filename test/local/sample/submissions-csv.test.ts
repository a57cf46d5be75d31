import { cp, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCampaignFolder } from '../../../local/campaign-folder.ts';
import { submissionsCsv } from '../../../local/sample/submissions-csv.ts';
import { rank, rowsOf, withFolder } from '../rank/command.ts';

const FOLDER = 'examples/ba-tri-2024';
const FILE = `${FOLDER}/submissions.csv`;

describe('the sample’s submissions as a file', () => {
  it('are what local/sample/write-submissions.ts writes', async () => {
    const read = await readCampaignFolder(FOLDER);
    if (!read.ok) throw new Error('the sample campaign has problems');
    expect(await readFile(FILE, 'utf8')).toBe(submissionsCsv(read.value.campaign));
  });

  it('rank as the office publishes the month', async () => {
    const { exitCode, stdout, stderr } = await rank(argumentsFor(FOLDER));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const track of ['CQ', 'XA']) {
      const rows = rowsOf(stdout).filter((row) => row.track === track);
      const ranked = rows.map(({ place, name, points }) => [place, name, shown(points!)].join(' '));
      expect(ranked.sort()).toEqual((await published(track)).sort());
    }
  });

  it('answer docs/rank.md’s question what if the quota were 25%', async () => {
    const before = await rank(argumentsFor(FOLDER));
    const after = await withFolder(async (folder) => {
      await cp(FOLDER, folder, { recursive: true });
      const json = await readFile(`${FOLDER}/campaign.json`, 'utf8');
      await writeFile(`${folder}/campaign.json`, json.replace('"ratio": "20%"', '"ratio": "25%"'));
      return rank(argumentsFor(folder));
    });
    const grades = new Map(rowsOf(before.stdout).map(({ name, grade }) => [name, grade]));
    const changed = rowsOf(after.stdout).filter(({ name, grade }) => grades.get(name) !== grade);
    expect(changed.map(({ name, grade }) => [name, grades.get(name!), grade])).toEqual([
      ['Xã An Ngãi Trung', 'TOT', 'XS'],
      ['Xã Vĩnh Hòa', 'TOT', 'XS'],
    ]);
  });
});

const argumentsFor = (folder: string): readonly string[] => [
  '--campaign',
  folder,
  '--submissions',
  FILE,
  '--period',
  '2024-03',
  '--format',
  'csv',
];

/** Place, name and points of a published table; who sent nothing has a name alone. */
async function published(track: string): Promise<string[]> {
  const text = await readFile(`test/journeys/published/Xếp hạng ${track}.tsv`, 'utf8');
  const lines = text.split('\n').map((line) => line.split('\t'));
  const from = lines.findIndex(([first]) => first === 'Hạng') + 1;
  return lines.slice(from).map(([place, name, , , points]) => [place, name, points].join(' '));
}

const shown = (points: string): string => (points === '' ? '' : Number(points).toFixed(2).replace('.', ','));
