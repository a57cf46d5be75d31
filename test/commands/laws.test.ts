import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../functions/src/adapters/firestore/documents.ts';
import { ExportFolder } from '../../functions/src/commands/export/export-folder.ts';
import type { ExportedTab } from '../../functions/src/commands/exported-workbook.ts';
import { openExport } from '../../functions/src/commands/import/export-on-disk.ts';
import { planTyped } from '../../functions/src/commands/import/plan-typed.ts';
import { fileOf } from '../../functions/src/commands/manifest.ts';
import { canonicalJson } from '../../functions/src/domain/digest.ts';
import type { CurrentTab } from '../../functions/src/domain/publishing/current.ts';
import type { TableTab } from '../../functions/src/domain/publishing/wanted.ts';

let root: string;
let made = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'laws-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).map((stringValue) => ({ stringValue })),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => ({ integerValue: String(n) })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => ({ doubleValue: Object.is(n, -0) ? 0 : n })),
  fc.constant({ timestampValue: '2024-03-20T03:00:00.123456Z' }),
  fc.base64String({ maxLength: 12 }).map((bytesValue) => ({ bytesValue })),
  fc.constantFrom({ nullValue: null }, { booleanValue: true }, { mapValue: {} }, { arrayValue: {} }),
);
const fields = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), scalar, {
  maxKeys: 4,
  noNullPrototype: true,
});
const path = fc.constantFrom(
  '',
  'periods/2024-03',
  'periods/2024-03/submissions/A',
  'members/a@x.example',
  'log/z',
);
const documents = fc.uniqueArray(fc.record({ path, fields }), {
  selector: (each) => each.path,
  minLength: 1,
});

function write(all: readonly StoredDocument[]): string {
  const folder = join(root, String(made++));
  const exported = new ExportFolder(folder);
  for (const document of all) exported.addLines(fileOf(document.path), [canonicalJson(document)]);
  exported.finish({
    format: 'dien-hinh export',
    version: 1,
    campaign: 'C',
    takenAt: '2024-05-04T01:00:00.000Z',
    documents: all.length,
    missingWorkbooks: [],
    results: [],
  });
  return folder;
}

async function read(folder: string): Promise<readonly StoredDocument[]> {
  const all: StoredDocument[] = [];
  for await (const lot of (await openExport(folder)).documents()) all.push(...lot);
  return all;
}
const byPath = (all: readonly StoredDocument[]) => [...all].sort((a, b) => (a.path < b.path ? -1 : 1));

describe('an export', () => {
  it('gives back any documents as they were, and the same digest for the same', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (all) => {
        const [one, other] = [write(all), write(all)];
        expect(byPath(await read(one))).toEqual(byPath(all));
        expect((await openExport(one)).manifest.digest).toBe((await openExport(other)).manifest.digest);
      }),
      { numRuns: 40 },
    );
  });

  it('with any one byte changed is refused, and its file named', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (all, f, at, by) => {
          const folder = write(all);
          const names = Object.keys((await openExport(folder)).manifest.files);
          const name = names[f % names.length]!;
          const bytes = readFileSync(join(folder, name));
          bytes[at % bytes.length]! ^= by;
          writeFileSync(join(folder, name), bytes);
          await expect(openExport(folder)).rejects.toThrow(name);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const KEYS = ['code', 'name', 'points'] as const;
const wanted: TableTab = {
  kind: 'table',
  key: 't',
  title: 'T',
  banner: [],
  columns: KEYS.map((key) => ({ key, header: key, widthPixels: 10, entry: 'filled' })),
  rows: [],
  rowKey: ['code'],
  protection: 'given',
};
const cell = fc.option(fc.oneof(fc.string({ maxLength: 4 }), fc.integer({ max: 99 })), { nil: null });
const body = fc.array(fc.tuple(fc.option(fc.constantFrom('K1', 'K2', 'k3'), { nil: null }), cell, cell), {
  maxLength: 6,
});
type Row = readonly (string | number | null)[];

/** Columns as people may have moved them. */
const exportedTab = (rows: readonly Row[]): ExportedTab => ({
  key: 't',
  title: 'T',
  header: 1,
  columns: KEYS.map((key, i) => ({ key, at: 2 - i })),
  values: [[], ['points', 'name', 'code'], ...rows.map((row) => [...row].reverse())],
  notes: [],
});

function currentTab(rows: readonly Row[], rowCount = 4): CurrentTab {
  const mark = (key: string, value: string, at: number) => ({ id: 1, key, value, at });
  return {
    sheetId: 1,
    title: 'T',
    rowCount,
    columnCount: 3,
    frozenRows: 0,
    values: [[...KEYS], ...rows],
    marks: [],
    columnMarks: KEYS.map((key, i) => mark('dien-hinh.column', key, i)),
    rowMarks: [mark('dien-hinh.row', 'header', 0)],
    protections: [],
    colourRules: [],
    charts: [],
  };
}

/** The tab after its plan. */
function applied(tab: CurrentTab, { requests }: ReturnType<typeof planTyped>): CurrentTab {
  const values = tab.values.map((row) => [...row]);
  let { rowCount } = tab;
  for (const request of requests)
    if ('appendDimension' in request) rowCount += request.appendDimension.length;
    else if ('updateCells' in request) {
      const { start, rows } = request.updateCells as {
        start: { rowIndex: number; columnIndex: number };
        rows: { values: { userEnteredValue?: { stringValue?: string; numberValue?: number } }[] }[];
      };
      expect(start.rowIndex).toBeLessThan(rowCount);
      const { stringValue, numberValue } = rows[0]!.values[0]!.userEnteredValue ?? {};
      while (values.length <= start.rowIndex) values.push([]);
      values[start.rowIndex]![start.columnIndex] = stringValue ?? numberValue ?? null;
    }
  return { ...tab, values, rowCount };
}

const blank = (value: unknown) => value === null || value === undefined || value === '';
const shown = (row: readonly unknown[]) =>
  JSON.stringify(KEYS.map((_, i) => (blank(row[i]) ? null : row[i])));

describe('what people had typed', () => {
  it('is all there again, and doing it once more changes nothing', () => {
    fc.assert(
      fc.property(body, body, (typed, there) => {
        // Of rows under one key the sheet's validator takes none, so neither side has two.
        const once = (rows: readonly Row[]) =>
          rows.filter(([code], i) => blank(code) || rows.findIndex(([other]) => other === code) === i);
        const exported = exportedTab(once(typed));
        const current = currentTab(once(there));
        const after = applied(current, planTyped(wanted, exported, current));
        const rows = new Set(after.values.slice(1).map(shown));
        for (const row of once(typed)) if (!row.every(blank)) expect(rows).toContain(shown(row));
        for (const row of once(there))
          if (blank(row[0]) && !row.every(blank)) expect(rows).toContain(shown(row));
        expect(planTyped(wanted, exported, after).requests).toEqual([]);
      }),
    );
  });
});
