import type { Day } from '../../domain/campaign/period.ts';
import { subjectKey } from '../../domain/decision/duplicate-reward.ts';
import { recognisedBySubject } from '../../domain/decision/recognised.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import { levelText } from '../../domain/form/text.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { recognisedWords } from '../../messages/vi/exemplar-words.ts';
import { formatDay } from '../../messages/vi/format.ts';
import type { PublishedResult } from '../published.ts';
import type { EarlierCampaign } from './exemplar-view.ts';

/** By unit id, what an earlier campaign says of it: how often it reported, how far it came, what was decided. */
export function unitHistories(
  { periods, decisions }: EarlierCampaign,
  unitName: (unitId: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const recognised = recognisedBySubject(decisions);
  const results = Map.groupBy(
    periods.flatMap(({ result }) => result.units),
    ({ unitId }) => unitId,
  );
  const chosen = chosenPeriods(periods);
  return new Map(
    [...results].map(([unitId, units]) => {
      const { name } = units.at(-1)!;
      return [
        unitId,
        [
          ...(name === unitName(unitId) ? [] : [`Tên khi đó: ${name}`]),
          placeWords(units, chosen.get(unitId) ?? 0),
          ...(recognised.get(subjectKey({ kind: 'unit', unitId })) ?? []).map(recognisedWords),
        ],
      ];
    }),
  );
}

/** By unit, in how many periods it was chosen for something. */
function chosenPeriods(periods: readonly PublishedResult[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of periods) {
    const chosen = result.recognitions.flatMap((recognition) => recognition.chosen);
    for (const unitId of new Set(chosen.map((each) => each.unitId)))
      counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  }
  return counts;
}

/** "Có báo cáo 11/12 kỳ; hạng cao nhất 2; được chọn ghi nhận 3 kỳ". */
function placeWords(units: readonly UnitResult[], chosen: number): string {
  const reported = units.filter(({ status }) => status === 'ranked');
  const places = reported.flatMap(({ place }) => place.place ?? []);
  return [
    `Có báo cáo ${reported.length}/${units.length} kỳ`,
    ...(places.length === 0 ? [] : [`hạng cao nhất ${Math.min(...places)}`]),
    ...(chosen === 0 ? [] : [`được chọn ghi nhận ${chosen} kỳ`]),
  ].join('; ');
}

/**
 * By nameKey, what earlier campaigns say of whoever was registered under that name by the same unit. People have no
 * number here that would tell them apart.
 */
export function registrantHistories(
  earlier: readonly EarlierCampaign[],
): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const { campaign, decisions, registrations } of earlier) {
    const recognised = recognisedBySubject(decisions);
    for (const registration of registrations) {
      const { code, unitId = '', values } = registration;
      const subject = { kind: 'registrant', unitId, registration: code } as const;
      const key = nameKey(registration);
      lines.set(key, [
        ...(lines.get(key) ?? []),
        `${campaign.name}: đăng ký ngày ${formatDay(values.registeredOn as Day)}`,
        ...(recognised.get(subjectKey(subject)) ?? []).map(recognisedWords),
      ]);
    }
  }
  return lines;
}

/** The same kind, of the same name, of the same unit. */
export function nameKey({ unitId = '', values: { kind, name } }: RegisterRow): string {
  return JSON.stringify([unitId, kind, levelText(String(name))]);
}
