import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { RowLook, TableTab, WantedColumn } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { countColumn, pointsCell, pointsColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { dayText } from '../moment.ts';
import { type PublishedResult, pendingLine, replacedVersion, unitsOf } from '../published.ts';
import { gradeName, NOT_REPORTED } from '../words.ts';
import { printedNotes } from './printed-notes.ts';
import { inOrder } from './ranking-tab.ts';
import { BOLD, textLines } from './text-lines.ts';

/**
 * A4 upright, 210 mm, less the widest margins that official papers may have (decree 30/2020: 35 mm on the left, 20 mm
 * on the right), at 96 pixels to the inch: 155 mm are 585 pixels. A spreadsheet keeps no settings for printing, so the
 * columns themselves fit the page at 100%; Google's own margins of 17.8 mm leave 659 pixels.
 */
export const PAGE_WIDTH_PIXELS = Math.floor(((210 - 35 - 20) / 25.4) * 96);
/** What of it is for text: Sheets leaves some pixels free on both sides of a cell. */
const TEXT_WIDTH_PIXELS = PAGE_WIDTH_PIXELS - 8;

/** Trang in: one track's result as leaders sign it, on paper. The header's rows are frozen: they are on every page. */
export function printTab(campaign: Campaign, published: PublishedResult, track: TrackRules): TableTab {
  const ranked = [...unitsOf(published, track)].sort(inOrder);
  const recognised = new Set(
    published.result.recognitions.flatMap(({ chosen }) => chosen.map(({ unitId }) => unitId)),
  );
  const notes = printedNotes(published, track, TEXT_WIDTH_PIXELS);
  const rows = ranked.map((unit) => row(unit, track, recognised));
  return readOnlyTable({
    key: `print:${track.code}`,
    title: `Trang in ${track.code}`,
    banner: banner(campaign, published, track),
    columns: columnsOf(track),
    rows: [...rows, ...notes.map(({ cells }) => cells)],
    looks: [...rows.map((): RowLook => 'boxed'), ...notes.map(({ look }) => look)],
    paper: true,
  });
}

const HOW_TO_PRINT =
  'Khi in: khổ A4 dọc, tỷ lệ Bình thường (100%), lề mặc định; để các hàng cố định lặp lại trên mỗi trang.';

/** Together as wide as the page. */
function columnsOf(track: TrackRules): WantedColumn[] {
  return [
    { ...countColumn('place', 'Hạng', HOW_TO_PRINT), widthPixels: 42 },
    textColumn('unit', 'Đơn vị', 152),
    { ...wordColumn('cluster', 'Cụm, khối', 88), wrap: true },
    { ...pointsColumn('total', 'Điểm', track), widthPixels: 56 },
    { ...wordColumn('grade', 'Xếp loại', 190), wrap: true }, // the usual names of grades in one line
    wordColumn('recognised', 'Ghi nhận', 57, '✓: được biểu dương, khen thưởng.'),
  ];
}

function row(unit: UnitResult, track: TrackRules, recognised: ReadonlySet<string>): CellValue[] {
  if (unit.status === 'not_reported') return [null, unit.name, unit.cluster, null, NOT_REPORTED, null];
  return [
    unit.place.place ?? null,
    unit.name,
    unit.cluster,
    pointsCell(unit.total, track),
    gradeName(unit.grade.final, track),
    recognised.has(unit.unitId) ? '✓' : null,
  ];
}

function banner(campaign: Campaign, published: PublishedResult, track: TrackRules): string[] {
  const title = `Kết quả thi đua ${formatPeriod(published.period).toLowerCase()}`;
  const lines = [campaign.name, track.name, versionLine(campaign, published), pendingLine(published)];
  return [
    ...textLines(title, TEXT_WIDTH_PIXELS / LARGE),
    ...lines.flatMap((line) => textLines(line ?? '', TEXT_WIDTH_PIXELS / BOLD)),
  ];
}

/** The title's 14 bold points beside 10 plain ones. */
const LARGE = 1.4 * BOLD;

/** "Phiên bản 2, thay phiên bản 1, công bố ngày 25/03/2024. Lý do: …": which of two papers holds. */
function versionLine({ timeZone }: Campaign, published: PublishedResult): string {
  const { version, record } = published;
  const replaced = replacedVersion(published);
  return [
    `Phiên bản ${version}`,
    replaced ? `, thay phiên bản ${replaced.fromVersion}` : '',
    record.state === 'published' ? `, công bố ngày ${dayText(record.changedAt, timeZone)}` : '',
    replaced ? `. Lý do: ${replaced.reason}` : '',
  ].join('');
}
