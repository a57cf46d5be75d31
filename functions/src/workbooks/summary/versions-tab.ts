import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { momentCell } from '../moment.ts';
import { type PublishedVersion, pendingLine } from '../published.ts';

/** Các phiên bản: what was published when, what took its place and why, newest period first. */
export function versionsTab(versions: readonly PublishedVersion[], timeZone: string): TableTab {
  return readOnlyTable({
    key: 'versions',
    title: 'Các phiên bản',
    banner: ['Mọi kết quả đã công bố', HOW_TO_READ],
    frozenColumns: 2,
    columns: [
      wordColumn('period', 'Kỳ', 130),
      countColumn('version', 'Phiên bản'),
      wordColumn('state', 'Tình trạng', 220),
      { ...wordColumn('evaluatedAt', 'Đánh giá lúc', 140), format: { kind: 'moment' } },
      { ...wordColumn('publishedAt', 'Công bố lúc', 140), format: { kind: 'moment' } },
      { ...wordColumn('replacedAt', 'Thay lúc', 140), format: { kind: 'moment' } },
      textColumn('reason', 'Lý do thay', 320),
      countColumn('setup', 'Cấu hình', 'Phiên bản cấu hình đã dùng để đánh giá.'),
      textColumn(
        'digest',
        'Mã kiểm tra',
        300,
        'SHA-256 của kết quả: đánh giá lại đúng dữ liệu ấy phải ra đúng mã này.',
      ),
    ],
    rows: versions
      .toReversed()
      .map((version) => [
        formatPeriod(version.published.period),
        version.published.version,
        stateOf(version),
        momentCell(version.evaluatedAt, timeZone),
        momentCell(version.publishedAt, timeZone),
        version.replaced === undefined ? null : momentCell(version.replaced.at, timeZone),
        version.replaced?.reason ?? null,
        version.setupVersion,
        version.digest,
      ]),
  });
}

const HOW_TO_READ =
  'Kết quả đã công bố không bị sửa hay xóa. Khi một kỳ được chỉnh sửa, phiên bản mới thay phiên bản cũ; bản cũ ở tab “Bản cũ”.';

function stateOf({ published, replaced }: PublishedVersion): string {
  if (replaced !== undefined) return `đã thay bằng phiên bản ${replaced.by}`;
  return pendingLine(published) === undefined ? 'đang dùng' : 'đang dùng, kỳ đang được chỉnh sửa';
}
