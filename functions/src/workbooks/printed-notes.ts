import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../domain/evaluation/period-result.ts';
import type { CellValue } from '../domain/form/form.ts';
import type { RowLook } from '../domain/publishing/wanted.ts';
import { type PublishedResult, unitsOf } from './published.ts';
import { inOrder } from './ranking-tab.ts';
import { BOLD, textLines } from './text-lines.ts';
import { gradeName } from './words.ts';

/** A row of the printed page, in the columns place, unit, cluster, total, grade, recognised. */
export interface PrintedRow {
  readonly look: RowLook | undefined;
  readonly cells: readonly CellValue[];
}

/** What stands below the printed ranking: counts, who is recognised, who sent nothing, and room to sign. */
export function printedNotes(
  published: PublishedResult,
  track: TrackRules,
  widthPixels: number,
): PrintedRow[] {
  const units = [...unitsOf(published, track)].sort(inOrder);
  const section = (heading: string, lines: readonly string[]) => [
    BLANK,
    ...textLines(heading, widthPixels / BOLD).map((text) => row('heading', text)),
    ...lines.flatMap((line) => textLines(line, widthPixels)).map((text) => row('line', text)),
  ];
  return [
    ...section('Nộp phiếu và xếp loại', [countLine(units), ...lateLines(units), gradeLine(units, track)]),
    ...section('Đơn vị được ghi nhận', recognisedLines(published, track, units)),
    ...section('Đơn vị chưa báo cáo', [listed(units.filter(({ status }) => status === 'not_reported'))]),
    BLANK,
    row('signature', null, null, null, null, '......, ngày ...... tháng ...... năm ......'),
    row('signature', null, 'NGƯỜI LẬP BIỂU', null, null, 'LÃNH ĐẠO KÝ DUYỆT'),
    row('signature', null, '(Ký, ghi rõ họ tên)', null, null, '(Ký, ghi rõ họ tên)'),
  ];
}

const COLUMNS = 6;
const BLANK = row(undefined);

function row(look: RowLook | undefined, ...cells: readonly CellValue[]): PrintedRow {
  return { look, cells: Array.from({ length: COLUMNS }, (_, i) => cells[i] ?? null) };
}

function countLine(units: readonly UnitResult[]): string {
  const count = (is: (unit: UnitResult) => boolean) => units.filter(is).length;
  const onTime = count(({ status, late }) => status === 'ranked' && !late);
  const missing = count(({ status }) => status === 'not_reported');
  return `Trong ${units.length} đơn vị: ${onTime} nộp đúng hạn, ${count(({ late }) => late)} nộp trễ, ${missing} chưa báo cáo.`;
}

function lateLines(units: readonly UnitResult[]): string[] {
  const late = units.filter((unit) => unit.late);
  return late.length === 0 ? [] : [`Nộp trễ: ${listed(late)}`];
}

function gradeLine(units: readonly UnitResult[], track: TrackRules): string {
  const counts = track.grades.map(({ code }) => {
    const reached = units.filter(({ status, grade }) => status === 'ranked' && grade.final === code);
    return `${gradeName(code, track)}: ${reached.length}`;
  });
  return `${counts.join('; ')}.`;
}

/** One line for each unit, in the table's order, with everything it is recognised for. */
function recognisedLines(
  { result }: PublishedResult,
  track: TrackRules,
  units: readonly UnitResult[],
): string[] {
  const ours = result.recognitions.filter((recognition) => recognition.track === track.code);
  const lines = units.flatMap(({ unitId, name, cluster }) => {
    const titles = ours
      .filter(({ chosen }) => chosen.some((each) => each.unitId === unitId))
      .map(({ rule }) => track.recognitions.find(({ code }) => code === rule)?.name ?? rule);
    return titles.length === 0 ? [] : [`${name} (${cluster}): ${titles.join('; ')}.`];
  });
  return lines.length === 0 ? [NOBODY] : lines;
}

function listed(units: readonly UnitResult[]): string {
  return units.length === 0 ? NOBODY : `${units.map(({ name }) => name).join(', ')}.`;
}

const NOBODY = 'Không có đơn vị nào.';
