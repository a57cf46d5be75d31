import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { type AlignedColumn, alignedTable } from '../rank/aligned.ts';
import type { Person } from './people.ts';
import { tableIn, text } from './table-in.ts';

/** Which columns of a tab are printed: a terminal is narrower than a sheet. */
interface Excerpt {
  readonly tab: string;
  readonly columns: readonly string[];
}

const RANKING_COLUMNS = ['Hạng', 'Đơn vị', 'Cụm, khối', 'Tổng điểm', 'Xếp loại', 'Ghi nhận', 'Lưu ý'];
const MISSING_COLUMNS = ['Đơn vị', 'Cụm, khối', 'Tình trạng'];

/** What leaders read, as lines for a terminal: taken from the summary workbook itself, by a leader's account. */
export async function summaryReport(
  leader: Person,
  spreadsheetId: string,
  tracks: readonly string[],
): Promise<string[]> {
  const excerpts: Excerpt[] = [
    ...tracks.map((track) => ({ tab: `Xếp hạng ${track}`, columns: RANKING_COLUMNS })),
    { tab: 'Thiếu, trễ', columns: MISSING_COLUMNS },
  ];
  const lines: string[] = [];
  for (const { tab, columns } of excerpts)
    lines.push('', ...excerptLines(await leader.readShown(spreadsheetId, tab), columns));
  return [...lines, '', ...recognitionLines(await leader.readShown(spreadsheetId, 'Ghi nhận'))];
}

/** Grouped by title and scope: the reasons are sentences, too long for a column. */
function recognitionLines(cells: FormCells): string[] {
  const { banner, header, rows } = tableIn(cells, ['Đơn vị', 'Kết quả', 'Lý do']);
  const at = (row: readonly CellValue[], name: string) => text(row[header.indexOf(name)]);
  const lines = [...banner];
  let title = '';
  for (const row of rows) {
    const next = `${at(row, 'Danh hiệu, nội dung')}, ${at(row, 'Đối tượng')} – ${at(row, 'Phạm vi')}`;
    if (next !== title) lines.push(`  ${next}`);
    title = next;
    lines.push(`    ${at(row, 'Đơn vị')}: ${at(row, 'Kết quả')} (${at(row, 'Lý do')})`);
  }
  return lines;
}

/** A tab's banner and its chosen columns. */
function excerptLines(cells: FormCells, wanted: readonly string[]): string[] {
  const { banner, header, rows } = tableIn(cells, wanted);
  const indexes = wanted.map((name) => header.indexOf(name)).filter((index) => index >= 0);
  const columns = indexes.map(
    (index): AlignedColumn => ({ header: text(header[index]), align: alignmentOf(rows, index) }),
  );
  const table = alignedTable(
    columns,
    rows.map((row) => indexes.map((index) => text(row[index]))),
  );
  return [...banner, '', ...table];
}

/** Numbers as the sheet shows them, "97,50", stand to the right. */
function alignmentOf(rows: FormCells['values'], index: number): 'left' | 'right' {
  const filled = rows.map((row) => text(row[index])).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^-?[\d.,]+$/.test(cell)) ? 'right' : 'left';
}
