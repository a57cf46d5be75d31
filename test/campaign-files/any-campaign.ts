import fc from 'fast-check';
import type { ParsedCampaign } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { Campaign, Track, WorkingDays } from '../../functions/src/domain/campaign/campaign.ts';
import type { Calendar, Day } from '../../functions/src/domain/campaign/period.ts';
import type { Unit } from '../../functions/src/domain/campaign/unit.ts';
import { WEEKDAYS } from '../../functions/src/domain/campaign/working-days.ts';
import type { Member } from '../../functions/src/ports/member.ts';
import { anyCriteria } from './any-criteria.ts';
import { anySettings } from './any-settings.ts';
import { anyDecimal, anyTags, anyText, anyValidity, DAYS, distinct } from './any-values.ts';

/** Any campaign that is right: what it names it declares, and its groups say no maximum. */
export function anyCampaign(): fc.Arbitrary<ParsedCampaign> {
  return fc
    .record({
      tracks: distinct('T', 1, 3).chain((codes) => fc.tuple(...codes.map(anyTrack))),
      breakthroughs: anyTags('D', 0, 2),
      calendar: fc.constantFrom<Calendar>(calendarOf('month'), calendarOf('week'), inRounds()),
    })
    .chain(({ tracks, breakthroughs, calendar }) =>
      fc.tuple(
        fc.record<Campaign>(
          {
            code: fc.constant('TD-2024'),
            name: anyText,
            motto: anyText,
            follows: fc.constantFrom('TD-2023', 'TD.2022_a'),
            launch: anyLaunch,
            timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC'),
            calendar: fc.constant(calendar),
            workingDays: anyWorkingDays,
            tracks: fc.constant(tracks),
            breakthroughs: fc.constant(breakthroughs),
            fields: anyTags('L', 1, 3),
            settings: fc.array(anySettings(tracks), { maxLength: 3 }),
            units: distinct('U', 1, 6).chain((ids) => fc.tuple(...ids.map((id) => anyUnit(id, tracks)))),
            criteria: fc
              .tuple(...tracks.map((track) => anyCriteria(track, breakthroughs)))
              .map((all) => all.flat()),
            targets: fc.constant([]),
          },
          {
            requiredKeys: [
              'code',
              'name',
              'timeZone',
              'calendar',
              'tracks',
              'breakthroughs',
              'settings',
              'units',
              'criteria',
              'targets',
            ],
          },
        ),
        fc.constant([] as readonly Member[]),
      ),
    )
    .chain(([campaign]) =>
      fc.record({
        campaign: anyTargets(campaign).map((targets) => ({ ...campaign, targets })),
        members: distinct('m', 0, 3).chain((names) =>
          fc.tuple(...names.map((name) => anyMember(name, campaign))),
        ),
      }),
    );
}

function calendarOf(kind: Calendar['kind']): Calendar {
  return {
    kind,
    from: '2024-01-01' as Day,
    to: '2024-12-31' as Day,
    submitWithinDays: 5,
    appraiseWithinDays: 5,
    voteWithinDays: 12,
    publishWithinDays: 40,
  };
}

const anyWorkingDays: fc.Arbitrary<WorkingDays> = fc.record({
  weekend: fc.subarray([...WEEKDAYS], { maxLength: 6 }),
  holidays: fc.subarray(DAYS),
  alsoWorking: fc.subarray(DAYS),
  deadlines: fc.constantFrom('as_written', 'next_working_day'),
  remindDaysBefore: fc.nat(30),
});

function inRounds(): Calendar {
  const [a, b, c, d] = DAYS;
  const rounds = [
    { code: 'R1', name: 'Đợt 1', from: a!, to: b! },
    { code: 'R2', name: 'Đợt 2', from: c!, to: d! },
  ];
  return { ...calendarOf('round'), rounds };
}

const anyLaunch = fc.record(
  { date: fc.constantFrom(...DAYS), number: fc.constantFrom('330-KH/TU', '05'), text: anyText },
  { requiredKeys: ['date'] },
);

function anyTrack(code: string): fc.Arbitrary<Track> {
  return fc.record({
    code: fc.constant(code),
    name: anyText,
    legs: anyTags('L', 0, 2),
    prongs: anyTags('P', 0, 2),
    groups: anyTags('G', 0, 2),
  });
}

function anyUnit(id: string, tracks: readonly Track[]): fc.Arbitrary<Unit> {
  return fc
    .tuple(
      fc.record(
        {
          id: fc.constant(id),
          name: anyText,
          track: fc.constantFrom(...tracks.map(({ code }) => code)),
          cluster: anyText,
          participant: anyText,
          // Every unit has one, so that the column is there for whoever names it.
          attributes: fc.record(
            { loại: fc.constantFrom('lớn', 'nhỏ'), 'mã cũ': anyText },
            { requiredKeys: ['loại'] },
          ),
        },
        { requiredKeys: ['id', 'name', 'track', 'cluster', 'attributes'] },
      ),
      anyValidity,
    )
    .map(([unit, validity]) => ({ ...unit, ...validity }));
}

/** One target at most for a unit and a criterion that has one. */
function anyTargets({ units, criteria }: Campaign): fc.Arbitrary<Campaign['targets']> {
  const possible = units.flatMap((unit) =>
    criteria
      .filter(
        ({ track, scoring }) => track === unit.track && ('scope' in scoring || scoring.kind === 'percent'),
      )
      .map((criterion) => ({ unitId: unit.id, criterion: criterion.code })),
  );
  return fc
    .subarray(possible)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((names) =>
          fc.tuple(anyDecimal, anyValidity).map(([target, validity]) => ({ ...names, target, ...validity })),
        ),
      ),
    );
}

function anyMember(name: string, { units }: Campaign): fc.Arbitrary<Member> {
  const email = `${name}@example.org`;
  return fc.oneof(
    fc
      .subarray(
        units.map(({ id }) => id),
        { minLength: 1 },
      )
      .map((unitIds): Member => ({ email, roles: ['unit_editor'], unitIds })),
    fc
      .subarray(['officer', 'council_member', 'leader', 'admin'] as const, { minLength: 1 })
      .map((roles): Member => ({ email, roles, unitIds: [] })),
  );
}
