import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { RowLook } from '../../domain/publishing/wanted.ts';
import { type PublishedResult, unitsOf } from '../published.ts';
import { gradeName } from '../words.ts';
import { inOrder } from './ranking-tab.ts';
import { BOLD, textLines } from './text-lines.ts';

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
  const missing = units.filter(({ status }) => status === 'not_reported');
  return [
    ...section('Nộp phiếu và xếp loại', [
      countLine(units),
      ...listLine(
        'Nộp trễ',
        units.filter(({ late }) => late),
      ),
      ...listLine('Chưa báo cáo', missing),
      gradeLine(units, track),
    ]),
    ...section('Ghi nhận', recognisedLines(published, track, units)),
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

function listLine(what: string, units: readonly UnitResult[]): string[] {
  return units.length === 0 ? [] : [`${what}: ${units.map(({ name }) => name).join(', ')}.`];
}

/** Of the grades that somebody has. */
function gradeLine(units: readonly UnitResult[], track: TrackRules): string {
  const counts = track.grades.flatMap(({ code }) => {
    const { length } = units.filter(({ status, grade }) => status === 'ranked' && grade.final === code);
    return length === 0 ? [] : [`${gradeName(code, track)}: ${length}`];
  });
  return counts.length === 0 ? '' : `${counts.join('; ')}.`;
}

/** One line for each title, with its units in the table's order; where each cluster has its own, the cluster too. */
function recognisedLines(
  { result }: PublishedResult,
  track: TrackRules,
  units: readonly UnitResult[],
): string[] {
  const lines = track.recognitions.flatMap(({ code, name, scope }) => {
    const chosen = new Set(
      result.recognitions
        .filter((recognition) => recognition.track === track.code && recognition.rule === code)
        .flatMap((recognition) => recognition.chosen.map(({ unitId }) => unitId)),
    );
    const named = units
      .filter(({ unitId }) => chosen.has(unitId))
      .map((unit) => (scope === 'cluster' ? `${unit.name} (${unit.cluster})` : unit.name));
    return named.length === 0 ? [] : [`${name}: ${named.join(', ')}.`];
  });
  return lines.length === 0 ? ['Kỳ này không có đơn vị nào được ghi nhận.'] : lines;
}
