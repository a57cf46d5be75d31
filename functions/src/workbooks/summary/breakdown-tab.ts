import type { Tag } from '../../domain/campaign/tag.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { Subtotal, UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { PRONG_POINTS, TOTALS } from '../colours.ts';
import {
  byName,
  countColumn,
  pointsCell,
  pointsColumn,
  readOnlyTable,
  textColumn,
  wordColumn,
} from '../column.ts';
import { type PublishedResult, unitsOf, versionLines } from '../published.ts';
import { NOT_REPORTED } from '../words.ts';
import { prongCharts } from './charts.ts';

/** The points of one track's units by leg, prong and breakthrough: one score seen three ways. */
export function breakdownTab(published: PublishedResult, track: TrackRules): TableTab {
  const views = [
    ...track.legs.map((tag) => ({ tag, kind: 'legs' as const, word: 'Chân' })),
    ...track.prongs.map((tag) => ({ tag, kind: 'prongs' as const, word: 'Mũi' })),
    ...published.rules.breakthroughs.map((tag) => ({ tag, kind: 'breakthroughs' as const, word: 'Đột phá' })),
  ];
  const units = [...unitsOf(published, track)].sort((a, b) => byName(a.name, b.name));
  return readOnlyTable({
    key: `breakdown:${track.code}`,
    title: `Chân, mũi, đột phá ${track.code}`,
    banner: [`Điểm theo chân, mũi và nhiệm vụ đột phá: ${track.name}`, ...versionLines(published)],
    frozenColumns: 1,
    columns: [
      textColumn('unit', 'Đơn vị', 240),
      { ...countColumn('place', 'Hạng'), widthPixels: 100 }, // or that there was no form
      wordColumn('cluster', 'Cụm, khối', 150),
      ...views.map(({ tag, kind, word }) => ({
        ...pointsColumn(`${kind}:${tag.code}`, `${word}: ${shortName(tag)}`, track, tag.name),
        ...(kind === 'prongs' && { colours: PRONG_POINTS }),
      })),
      pointsColumn('base', 'Điểm tiêu chí', track, 'Trước điểm thưởng và điểm trừ.'),
      pointsColumn('bonus', 'Điểm thưởng', track),
      pointsColumn('deductions', 'Điểm trừ', track),
      { ...pointsColumn('total', 'Tổng điểm', track), colours: TOTALS },
    ],
    rows: units.map((unit) => row(unit, track, views)),
    charts: prongCharts(track.prongs, units.length),
  });
}

type Views = readonly { readonly tag: Tag; readonly kind: 'legs' | 'prongs' | 'breakthroughs' }[];

function row(unit: UnitResult, track: TrackRules, views: Views): CellValue[] {
  if (unit.status === 'not_reported') return [unit.name, NOT_REPORTED, unit.cluster];
  const subtotal = (all: readonly Subtotal[], code: string) =>
    pointsCell(all.find((each) => each.code === code)?.micropoints, track);
  return [
    unit.name,
    unit.place.place ?? null,
    unit.cluster,
    ...views.map(({ kind, tag }) => subtotal(unit[kind], tag.code)),
    ...[unit.base, unit.bonus, unit.deductions, unit.total].map((points) => pointsCell(points, track)),
  ];
}

const LONGEST_HEADER = 60;

function shortName({ name }: Tag): string {
  return name.length <= LONGEST_HEADER ? name : `${name.slice(0, LONGEST_HEADER).replace(/\s+\S*$/, '')}…`;
}
