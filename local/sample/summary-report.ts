import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { type AlignedColumn, alignedTable } from '../rank/aligned.ts';
import type { Person } from './people.ts';

/** Which columns of a tab are printed: a terminal is narrower than a sheet. */
interface Excerpt {
  readonly tab: string;
  readonly columns: readonly string[];
}

const RANKING_COLUMNS = ['Hạng', 'Đơn vị', 'Cụm, khối', 'Tổng điểm', 'Xếp loại', 'Ghi nhận', 'Lưu ý'];
const RECOGNITION_COLUMNS = ['Danh hiệu, nội dung', 'Phạm vi', 'Hạng', 'Đơn vị', 'Kết quả', 'Lý do'];
const MISSING_COLUMNS = ['Đơn vị', 'Cụm, khối', 'Tình trạng'];

/** What leaders read, as lines for a terminal: taken from the summary workbook itself, by a leader's account. */
export async function summaryReport(
  leader: Person,
  spreadsheetId: string,
  tracks: readonly string[],
): Promise<string[]> {
  const excerpts: Excerpt[] = [
    ...tracks.map((track) => ({ tab: `Xếp hạng ${track}`, columns: RANKING_COLUMNS })),
    { tab: 'Ghi nhận', columns: RECOGNITION_COLUMNS },
    { tab: 'Thiếu, trễ', columns: MISSING_COLUMNS },
  ];
  const lines: string[] = [];
  for (const { tab, columns } of excerpts)
    lines.push('', ...excerptLines(await leader.readShown(spreadsheetId, tab), columns));
  return lines;
}

/** A tab's banner and its chosen columns. */
function excerptLines({ values }: FormCells, wanted: readonly string[]): string[] {
  const headerAt = values.findIndex((row) => wanted.filter((header) => row.includes(header)).length > 1);
  if (headerAt < 0) throw new Error(`no table with ${wanted.join(', ')}`);
  const header = values[headerAt]!;
  const rows = values.slice(headerAt + 1).filter((row) => row.some((cell) => cell !== ''));
  const indexes = wanted.map((name) => header.indexOf(name)).filter((index) => index >= 0);
  const columns = indexes.map(
    (index): AlignedColumn => ({ header: text(header[index]), align: alignmentOf(rows, index) }),
  );
  return [
    ...values
      .slice(0, headerAt)
      .map((row) => text(row[0]))
      .filter((line) => line !== ''),
    '',
    ...alignedTable(
      columns,
      rows.map((row) => indexes.map((index) => text(row[index]))),
    ),
  ];
}

/** Numbers as the sheet shows them, "97,50", stand to the right. */
function alignmentOf(rows: FormCells['values'], index: number): 'left' | 'right' {
  const filled = rows.map((row) => text(row[index])).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^-?[\d.,]+$/.test(cell)) ? 'right' : 'left';
}

const text = (cell: CellValue | undefined): string => String(cell ?? '');
