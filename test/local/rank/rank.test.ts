import { cp, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../functions/src/domain/digest.ts';
import { CSV_COLUMNS } from '../../../local/rank/csv.ts';
import {
  files,
  launchRank,
  rank,
  rankSubmissions,
  rankWithCampaign,
  rowsOf,
  SUBMISSIONS,
  spawnRank,
  withFolder,
} from './command.ts';

describe('npm run rank, from good files', () => {
  it('prints the whole table', async () => {
    const { exitCode, stdout, stderr } = await launchRank(files());
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('expected/table.txt');
  });

  it('prints the whole table in English', async () => {
    const { stdout } = await rank([...files(), '--lang', 'en']);
    await expect(stdout).toMatchFileSnapshot('expected/table.en.txt');
  });

  it('prints the whole ranking as CSV', async () => {
    const { exitCode, stdout } = await spawnRank([...files(), '--format', 'csv']);
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot('expected/ranking.csv');
  });

  it('prints the whole result and its digest as canonical JSON', async () => {
    const { exitCode, stdout } = await spawnRank([...files(), '--format', 'json']);
    const { digest, result, standings, ...rest } = JSON.parse(stdout);
    expect({ exitCode, rest }).toEqual({ exitCode: 0, rest: {} });
    expect(stdout).toBe(`${canonicalJson({ digest, result, standings })}\n`);
    expect(digest).toBe(digestOf(result));
    await expect(`${JSON.stringify({ result, standings }, null, 1)}\n`).toMatchFileSnapshot(
      'expected/result.txt',
    );
  });

  it('explains one unit and prints nothing else', async () => {
    const { exitCode, stdout } = await spawnRank([...files(), '--explain', 'X6']);
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot('expected/explanation.txt');
  });

  it('explains one unit as lines of JSON', async () => {
    const [text, json] = await Promise.all([
      rank([...files(), '--explain', 'X6']),
      rank([...files(), '--explain', 'x6', '--format', 'json']),
    ]);
    const { unitId, lines } = JSON.parse(json.stdout) as { unitId: string; lines: { text: string }[] };
    expect(unitId).toBe('X6');
    const plain = text.stdout.split('\n').map((line) => line.trim());
    expect(lines.map((line) => line.text)).toEqual(plain.filter((line) => line !== ''));
  });

  it('gives the same bytes whatever the order of the rows', async () => {
    const [header = '', ...rows] = (await readFile(SUBMISSIONS, 'utf8')).trimEnd().split('\n');
    const turned = await rankSubmissions([header, ...rows.reverse()], ['--format', 'json']);
    expect(turned).toEqual(await rank([...files(), '--format', 'json']));
  });

  it('reads the columns by Vietnamese headers, in any order, from semicolons and decimal commas', async () => {
    const [header = '', ...rows] = (await readFile(SUBMISSIONS, 'utf8')).trimEnd().split('\n');
    const names: Record<string, string> = {
      period: 'Kỳ',
      unit_id: 'Mã đơn vị',
      criterion: 'Mã tiêu chí',
      reported: 'Kết quả'.normalize('NFD'),
      target: 'Chỉ tiêu',
      appraised: 'Thẩm định',
      note: 'Ghi chú',
      appraisal_note: 'Ý kiến thẩm định',
      late: 'Nộp trễ',
    };
    const columns = header.split(',');
    const turned = [...columns.keys()].reverse();
    const lines = [
      `\ufeff${turned.map((index) => names[columns[index]!]).join(';')}`,
      ...rows.map((row) => {
        const cells = row.split(',').map((cell) => cell.replace(/^(\d+)\.(\d+)$/, '$1,$2'));
        return turned.map((index) => cells[index]).join(';');
      }),
    ];
    expect(await rankSubmissions(lines, ['--format', 'json'])).toEqual(
      await rank([...files(), '--format', 'json']),
    );
  });

  it('answers what if the quota were 25%', async () => {
    const graded = async (run: Promise<{ stdout: string }>) =>
      Object.fromEntries(rowsOf((await run).stdout).map(({ unit_id, grade }) => [unit_id, grade]));
    const csv = ['--format', 'csv'];
    const asIs = await graded(rank([...files(), ...csv]));
    expect(asIs).toEqual({ X1: 'T', X2: 'T', X3: 'XS', X4: 'HT', X5: 'T', X6: 'T', X7: 'KHT', X8: '' });
    // 25% of 7 is still one place; 30% gives two.
    const quarter = await graded(rankWithCampaign((json) => json.replace('"20%"', '"25%"'), csv));
    expect(quarter).toEqual(asIs);
    const more = await graded(rankWithCampaign((json) => json.replace('"20%"', '"30%"'), csv));
    expect(more).toEqual({ ...asIs, X6: 'XS' });
    const rounded = await graded(
      rankWithCampaign((json) => json.replace('"20%"', '"25%"').replace('"floor"', '"ceil"'), csv),
    );
    expect(rounded).toEqual({ ...asIs, X6: 'XS' });
  });

  it('lists every unit of the register as not reported from a file with nothing but its header', async () => {
    const { exitCode, stdout } = await rankSubmissions(['unit_id,criterion,reported'], ['--format', 'csv']);
    expect(exitCode).toBe(0);
    expect(
      rowsOf(stdout).map(({ unit_id, status, place, points }) => [unit_id, status, place, points]),
    ).toEqual(['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8'].map((id) => [id, 'not_reported', '', '']));
  });

  it('has the columns of the CSV in their documented order', async () => {
    const { stdout } = await rankSubmissions(['unit_id,criterion,reported'], ['--format', 'csv']);
    expect(stdout.split('\n')[0]).toBe(CSV_COLUMNS.join(','));
  });

  it('leaves the file and the folder as they were', async () => {
    const before = await readFile(SUBMISSIONS, 'utf8');
    await rank(files());
    expect(await readFile(SUBMISSIONS, 'utf8')).toBe(before);
  });

  it('finds relative paths from where npm was called', async () => {
    const run = await withFolder(async (folder) => {
      await cp(SUBMISSIONS, `${folder}/here.csv`);
      return rank(files({ submissions: 'here.csv' }), { INIT_CWD: folder });
    });
    expect(run.exitCode).toBe(0);
  });
});
