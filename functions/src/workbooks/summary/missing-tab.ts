import type { TableTab } from '../../domain/publishing/wanted.ts';
import { LATE_OR_MISSING } from '../colours.ts';
import { byName, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { type PublishedResult, versionLines } from '../published.ts';
import { LATE, NOT_REPORTED } from '../words.ts';

/** Who sent nothing and who was late. */
export function missingTab(published: PublishedResult): TableTab {
  const listed = published.result.units.filter((unit) => unit.status === 'not_reported' || unit.late);
  return readOnlyTable({
    key: 'missing',
    title: 'Thiếu, trễ',
    banner: ['Đơn vị chưa báo cáo hoặc nộp phiếu trễ', ...versionLines(published)],
    columns: [
      textColumn('unit', 'Đơn vị', 240),
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      { ...wordColumn('status', 'Tình trạng', 130), colours: LATE_OR_MISSING },
    ],
    rows: [...listed]
      .sort((a, b) => Number(a.late) - Number(b.late) || byName(a.name, b.name))
      .map((unit) => [unit.name, unit.track, unit.cluster, unit.late ? LATE : NOT_REPORTED]),
  });
}
