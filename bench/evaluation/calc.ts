import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContestRow } from './contest.ts';
import type { RankedRow } from './ranked-row.ts';

/** How LibreOffice Calc did: undefined where it took longer than it was given. */
export interface CalcRun {
  /** Of the whole command: start, load, recalculate, write. */
  readonly ms: number;
  readonly rows: readonly RankedRow[];
}

/**
 * The contest as a sheet with formulas, as people keep it: points per criterion, a total, places by RANK and
 * COUNTIFS; loaded, recalculated and written as CSV by Calc without a window.
 */
export async function recalculate(
  rows: readonly ContestRow[],
  withinMs: number,
): Promise<CalcRun | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'calc-'));
  try {
    await writeFile(join(folder, 'contest.fods'), sheetOf(rows));
    const startedAt = performance.now();
    const isDone = await convert(folder, withinMs);
    const ms = performance.now() - startedAt;
    return isDone ? { ms, rows: parse(await readFile(join(folder, 'contest.csv'), 'utf8')) } : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function convert(folder: string, withinMs: number): Promise<boolean> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [
    profile,
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    folder,
    join(folder, 'contest.fods'),
  ];
  return new Promise((resolve, reject) => {
    execFile('soffice', args, { timeout: withinMs, killSignal: 'SIGKILL' }, (error) => {
      if (error === null) resolve(true);
      else if (error.killed) resolve(false);
      else reject(error);
    });
  });
}

/** Columns: A unit, B cluster, C–P the values, Q–S the targets, T total, U P1's points, V place, W place in the cluster, X grade. */
function sheetOf(rows: readonly ContestRow[]): string {
  const last = rows.length;
  const lines = rows.map(({ unit, cluster, values, targets }, i) => {
    const row = i + 1;
    const percent = (value: string, target: string) =>
      `ROUND(10*MIN([.${value}${row}]/[.${target}${row}];1);6)`;
    const tier = (of: string) =>
      `IF([.${of}${row}]>=95;10;IF([.${of}${row}]>=80;7;IF([.${of}${row}]>=50;4;0)))`;
    const cell = (column: string) => `[.${column}${row}]`;
    const all = (column: string) => `[.$${column}$1:.$${column}$${last}]`;
    const total =
      `ROUND(SUM([.C${row}:.F${row}])+${cell('U')}+${percent('H', 'R')}+${percent('I', 'S')}+${tier('J')}+${tier('K')}` +
      `+5*${cell('L')}+5*${cell('M')}+MIN(0.5*${cell('N')};10)+MIN(2*${cell('O')};6)+MAX(-${cell('P')};-5);2)`;
    const better = (within: string) =>
      `1+COUNTIFS(${within}${all('T')};">"&${cell('T')})+COUNTIFS(${within}${all('T')};${cell('T')};${all('Y')};">"&${cell('Y')})`;
    const formulas = [
      total,
      percent('G', 'Q'),
      better(''),
      better(`${all('B')};${cell('B')};`),
      `IF(${cell('T')}>=90;"A";IF(${cell('T')}>=70;"B";IF(${cell('T')}>=50;"C";"D")))`,
      `ROUND(${cell('U')};2)`,
    ];
    return [
      '<table:table-row>',
      ...[unit, cluster].map(
        (text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`,
      ),
      ...[...values, ...targets].map(
        (value) => `<table:table-cell office:value-type="float" office:value="${value}"/>`,
      ),
      ...formulas.map((formula) => `<table:table-cell table:formula="of:=${escaped(formula)}"/>`),
      '</table:table-row>',
    ].join('');
  });
  return `${HEAD}<office:body><office:spreadsheet><table:table table:name="contest">${lines.join('\n')}</table:table></office:spreadsheet></office:body></office:document>`;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function parse(csv: string): readonly RankedRow[] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = line.split(',');
      return {
        unit: cells[0]!,
        total: Math.round(Number(cells[19]) * 100),
        place: Number(cells[21]),
        clusterPlace: Number(cells[22]),
        grade: cells[23]!,
      };
    });
}
