import type { TrackRules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { StandingsResult, UnitStanding } from '../../functions/src/domain/evaluation/standings.ts';
import { wordsOf } from '../../functions/src/messages/vi/explanation/explain-lookup.ts';
import { formatPeriod } from '../../functions/src/messages/vi/format.ts';
import { alignedTable } from './aligned.ts';
import type { Language } from './arguments.ts';
import { inOrder, type RankedPeriod, recognisedBy, showPoints, unitsOf } from './ranked.ts';
import { gradeName, type Names, quotaSentence, recognitionSentences } from './sentences.ts';
import { WORDS, type Words } from './words.ts';

/** The ranking as people read it: per track and per cluster, with the quotas' and recognitions' outcomes. */
export function formatTable(ranked: RankedPeriod, language: Language): string {
  const { campaign, rules } = ranked;
  const period = language === 'vi' ? formatPeriod(rules.period) : (rules.period.name ?? rules.period.id);
  const sections = rules.tracks
    .filter((track) => unitsOf(ranked.result, track).length > 0)
    .map((track) => trackSection(ranked, track, language));
  return `${[[`${campaign.name} · ${period}`], ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function trackSection(ranked: RankedPeriod, track: TrackRules, language: Language): readonly string[] {
  const { result, rules } = ranked;
  const words = WORDS[language];
  const units = unitsOf(result, track);
  const clusters = [...new Set(units.map(({ cluster }) => cluster))].sort(byVietnamese);
  const unitNames = new Map(rules.units.map(({ id, name }) => [id, name]));
  const names: Names = {
    language,
    track,
    unit: (id) => unitNames.get(id) ?? id,
    words: wordsOf(track, rules, result),
  };

  const lines: string[] = [`${track.name} (${track.code})`];
  lines.push(...standing(ranked, units, (unit) => unit.place.place, names, words));
  if (clusters.length > 1)
    for (const cluster of clusters)
      lines.push(
        '',
        `${track.code} · ${cluster}`,
        ...standing(
          ranked,
          units.filter((unit) => unit.cluster === cluster),
          (unit) => unit.clusterPlace.place,
          names,
          words,
        ),
      );

  const quotas = result.quotas.filter((quota) => quota.track === track.code);
  if (quotas.length > 0)
    lines.push('', `${words.quotas} (${track.code})`, ...quotas.map((quota) => quotaSentence(quota, names)));
  const recognitions = result.recognitions.filter((recognition) => recognition.track === track.code);
  if (recognitions.length > 0) lines.push('', `${words.recognitions} (${track.code})`);
  for (const recognition of recognitions) lines.push(...recognitionSentences(recognition, names));
  lines.push(...soFar(ranked.standings.quarter, words.quarterToDate, names, words));
  lines.push(...soFar(ranked.standings.year, words.yearToDate, names, words));
  return lines;
}

/** The ranked units of a track or cluster as a table, and those that sent nothing in one line below it. */
function standing(
  ranked: RankedPeriod,
  units: readonly UnitResult[],
  placeOf: (unit: UnitResult) => number | undefined,
  names: Names,
  words: Words,
): readonly string[] {
  const { track } = names;
  const inCluster = new Set(units.map(({ cluster }) => cluster)).size === 1;
  const recognised = recognisedBy(ranked.result);
  const shownValues = comparedValues(track);
  const rows = inOrder(units)
    .filter(({ status }) => status === 'ranked')
    .sort((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0))
    .map((unit) => [
      String(placeOf(unit) ?? ''),
      unit.name,
      inCluster ? '' : unit.cluster,
      isScored(track) ? showPoints(unit.total, track.ranking.decimals, words.decimalMark) : '',
      ...shownValues.map((code) => showValue(unit, code, words)),
      track.grades.length === 0 ? '' : gradeName(unit.grade.final, names),
      (recognised.get(unit.unitId) ?? [])
        .map((code) => track.recognitions.find((rule) => rule.code === code)?.name ?? code)
        .join('; '),
      [...unit.gates.map(({ code }) => code), ...(unit.late ? [words.late] : [])].join('; '),
    ]);
  const absent = units.filter(({ status }) => status === 'not_reported').map(({ name }) => name);
  return [
    ...(rows.length === 0
      ? [words.nobodyRanked]
      : alignedTable(
          [
            { header: words.place, align: 'right' },
            { header: words.unit, align: 'left' },
            { header: words.cluster, align: 'left' },
            { header: words.points, align: 'right' },
            ...shownValues.map((header) => ({ header, align: 'right' as const })),
            { header: words.grade, align: 'left' },
            { header: words.recognised, align: 'left' },
            { header: words.gates, align: 'left' },
          ],
          rows,
        )),
    ...(absent.length === 0 ? [] : [words.notReported(absent.sort(byVietnamese))]),
  ];
}

/** Where everything is only told, as in a medal table, nobody has points. */
function isScored({ criteria }: TrackRules): boolean {
  return criteria.some(({ scoring }) => scoring.kind !== 'information');
}

/** Criteria whose values decide ties: in a medal table they are the whole ranking. */
function comparedValues({ ranking }: TrackRules): readonly string[] {
  return ranking.tieBreaks.flatMap(({ key }) =>
    key.startsWith('value:') ? [key.slice('value:'.length)] : [],
  );
}

function showValue(unit: UnitResult, code: string, words: Words): string {
  const result = unit.criteria.find((criterion) => criterion.code === code);
  const value = result?.working?.ownValue ?? result?.value;
  return value === undefined ? '–' : value.replace('.', words.decimalMark);
}

/** What the periods so far add up to; units that are gone have their points and no place. */
function soFar(
  standings: StandingsResult | undefined,
  title: string,
  { track }: Names,
  words: Words,
): readonly string[] {
  const units = standings?.units.filter((unit) => unit.track === track.code && unit.reported > 0) ?? [];
  if (standings === undefined || units.length === 0) return [];
  const rank = (unit: UnitStanding): number => unit.place.place ?? Number.MAX_SAFE_INTEGER;
  const rows = [...units]
    .sort((a, b) => rank(a) - rank(b) || (a.unitId < b.unitId ? -1 : 1))
    .map((unit) => [
      String(unit.place.place ?? '–'),
      unit.name,
      showPoints(unit.total, track.ranking.decimals, words.decimalMark),
      ...unit.periods.map(({ total }) =>
        total === undefined ? '–' : showPoints(total, track.ranking.decimals, words.decimalMark),
      ),
    ]);
  return [
    '',
    `${track.code} · ${title}`,
    ...alignedTable(
      [
        { header: words.place, align: 'right' },
        { header: words.unit, align: 'left' },
        { header: words.points, align: 'right' },
        ...standings.periods.map((period) => ({ header: period, align: 'right' as const })),
      ],
      rows,
    ),
  ];
}

const byVietnamese = new Intl.Collator('vi', { numeric: true }).compare;
