import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { countColumn, pointsCell, pointsColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { momentText } from '../moment.ts';
import { type PublishedVersion, unitsOf } from '../published.ts';
import { gradeName, NOT_REPORTED } from '../words.ts';
import { inOrder, recognitionsByUnit } from './ranking-tab.ts';

/** Rows of this tab are of every unit in every replaced version; older ones are kept, and no longer shown. */
const MOST_ROWS = 20_000;

/** Bản cũ: every ranking that was published and then replaced, as it stood, newest first. None, no tab. */
export function replacedTab(versions: readonly PublishedVersion[], timeZone: string): TableTab[] {
  const replaced = versions.filter((version) => version.replaced !== undefined).toReversed();
  if (replaced.length === 0) return [];
  return [
    readOnlyTable({
      key: 'replaced',
      title: 'Bản cũ',
      banner: [
        'BẢN CŨ – kết quả đã công bố và đã được thay, giữ nguyên để đối chiếu; không dùng các số liệu ở đây',
        ...replaced.map((version) => lineOf(version, timeZone)),
      ],
      frozenColumns: 3,
      columns: [
        wordColumn('period', 'Kỳ', 130),
        countColumn('version', 'Phiên bản'),
        textColumn('unit', 'Đơn vị', 240),
        wordColumn('track', 'Đối tượng', 90),
        countColumn('place', 'Hạng'),
        wordColumn('cluster', 'Cụm, khối', 150),
        countColumn('clusterPlace', 'Hạng trong cụm'),
        pointsColumn('total', 'Tổng điểm'),
        wordColumn('grade', 'Xếp loại', 190),
        wordColumn('recognised', 'Ghi nhận', 130),
      ],
      rows: replaced.flatMap(rowsOf).slice(0, MOST_ROWS),
    }),
  ];
}

/** "Tháng 03/2024, phiên bản 1: thay bằng phiên bản 2 lúc … Lý do: …" */
function lineOf({ published, replaced }: PublishedVersion, timeZone: string): string {
  const { by, at, reason } = replaced!;
  return `${formatPeriod(published.period)}, phiên bản ${published.version}: thay bằng phiên bản ${by} lúc ${momentText(at, timeZone)}. Lý do: ${reason}`;
}

function rowsOf({ published }: PublishedVersion): CellValue[][] {
  const recognised = recognitionsByUnit(published);
  return published.rules.tracks.flatMap((track) =>
    [...unitsOf(published, track)]
      .sort(inOrder)
      .map((unit) => [
        formatPeriod(published.period),
        published.version,
        ...unitCells(unit, track, recognised.get(unit.unitId)),
      ]),
  );
}

function unitCells(unit: UnitResult, track: TrackRules, recognised: string | undefined): CellValue[] {
  const { name, cluster, place, clusterPlace, total, grade } = unit;
  if (unit.status === 'not_reported')
    return [name, track.code, null, cluster, null, null, NOT_REPORTED, null];
  return [
    name,
    track.code,
    place.place ?? null,
    cluster,
    clusterPlace.place ?? null,
    pointsCell(total, track),
    gradeName(grade.final, track) || null,
    recognised ?? null,
  ];
}
