import fc from 'fast-check';
import type { ParsedCampaign } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { BallotRules } from '../../functions/src/domain/ballot/ballot.ts';
import type { Campaign, Track, WorkingDays } from '../../functions/src/domain/campaign/campaign.ts';
import type { Criterion, Scoring } from '../../functions/src/domain/campaign/criterion.ts';
import type { Calendar, Day } from '../../functions/src/domain/campaign/period.ts';
import type {
  CouncilSections,
  Gate,
  Grade,
  Quota,
  RankKey,
  RecognitionRule,
  Settings,
  TieBreak,
} from '../../functions/src/domain/campaign/settings.ts';
import type { Tag } from '../../functions/src/domain/campaign/tag.ts';
import type { Unit } from '../../functions/src/domain/campaign/unit.ts';
import { WEEKDAYS } from '../../functions/src/domain/campaign/working-days.ts';
import { cleanText } from '../../functions/src/domain/form/text.ts';
import { type Decimal, parseDecimal } from '../../functions/src/domain/numbers/decimal.ts';
import type { Micropoints } from '../../functions/src/domain/numbers/micropoints.ts';
import type { Member } from '../../functions/src/ports/member.ts';

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

const DAYS = ['2024-01-01', '2024-02-29', '2024-06-30', '2024-07-01', '2024-12-31'] as Day[];

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

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('a "b", c;\nd', 'Mỹ Hoà', '=1+1', "'x", '-5'),
  )
  .map(cleanText)
  .filter((text) => text !== '');

const anyPoints = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((hundredths) => (hundredths * 10_000) as Micropoints);
const anyDecimal = fc.integer({ min: 1, max: 100_000 }).map((n) => parseDecimal(`${n}e-3`)!);
const anyRatio = fc.integer({ min: 1, max: 100 }).map((n) => parseDecimal(`${n}e-2`)!);

const anyLaunch = fc.record(
  { date: fc.constantFrom(...DAYS), number: fc.constantFrom('330-KH/TU', '05'), text: anyText },
  { requiredKeys: ['date'] },
);

function distinct(letter: string, least: number, most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((n) => `${letter}${n}`),
    { minLength: least, maxLength: most },
  );
}

function anyTags(letter: string, least: number, most: number): fc.Arbitrary<Tag[]> {
  return distinct(letter, least, most).chain((codes) =>
    fc.tuple(...codes.map((code) => anyText.map((name) => ({ code, name })))),
  );
}

function anyTrack(code: string): fc.Arbitrary<Track> {
  return fc.record({
    code: fc.constant(code),
    name: anyText,
    legs: anyTags('L', 0, 2),
    prongs: anyTags('P', 0, 2),
    groups: anyTags('G', 0, 2),
  });
}

const anyValidity = fc
  .uniqueArray(fc.constantFrom(...DAYS), { minLength: 2, maxLength: 2 })
  .chain((days) =>
    fc.subarray(['validFrom', 'validTo'] as const).map((kept) => ({ kept, days: days.toSorted() })),
  )
  .map(({ kept, days }) => ({
    ...(kept.includes('validFrom') && { validFrom: days[0]! }),
    ...(kept.includes('validTo') && { validTo: days[1]! }),
  }));

const GRADES: readonly Grade[] = [
  { code: 'XS', name: 'Xuất sắc', min: 90_000_000 as Micropoints },
  { code: 'TOT', name: 'Tốt', min: 62_500_000 as Micropoints },
  { code: 'KHT', name: 'Không hoàn thành' },
];

const anyTieBreak: fc.Arbitrary<TieBreak> = fc.record({
  key: fc.constantFrom<RankKey>('total', 'base', 'bonus', 'deductions', 'deduction_count', 'previous_place'),
  order: fc.constantFrom('ascending', 'descending'),
});

const anyCut = fc.oneof(
  fc.record({ tieAtCut: fc.constantFrom('nobody' as const, 'everybody' as const) }),
  fc.record({
    tieAtCut: fc.constant('next_key' as const),
    nextKeys: fc.array(anyTieBreak, { minLength: 1, maxLength: 2 }),
  }),
);

const anyScope = fc.constantFrom('cluster' as const, 'track' as const);
const anyRounding = fc.constantFrom('floor' as const, 'round' as const, 'ceil' as const);

const anyQuota: fc.Arbitrary<Quota> = fc
  .tuple(
    fc.record(
      {
        grade: fc.constantFrom('XS', 'TOT'),
        ratio: anyRatio,
        special: anyRatio.map((ratio) => ({ attribute: 'loại', value: 'lớn', ratio })),
        of: fc.subarray(['XS', 'TOT'], { minLength: 1 }),
        scope: anyScope,
        rounding: anyRounding,
        least: fc.nat(3),
      },
      { requiredKeys: ['grade', 'ratio', 'scope', 'rounding'] },
    ),
    anyCut,
  )
  .map(([quota, cut]) => ({ ...quota, ...cut }));

const anyGate: fc.Arbitrary<Gate> = fc.record(
  {
    code: fc.constant('G1'),
    name: anyText,
    capGrade: fc.constantFrom('XS', 'TOT'),
    barsRecognition: fc.boolean(),
    whenLate: fc.boolean(),
    whenBelow: fc.array(fc.record({ key: fc.constant('base' as const), min: anyPoints(-5, 90) }), {
      maxLength: 1,
    }),
  },
  { requiredKeys: ['code', 'name', 'barsRecognition'] },
);

const anyRecognition: fc.Arbitrary<RecognitionRule> = fc
  .tuple(
    fc.record(
      {
        code: fc.constant('BD'),
        name: anyText,
        outcome: fc.constantFrom('praise' as const, 'reward' as const),
        scope: anyScope,
        leastGrade: fc.constantFrom('XS', 'TOT'),
        leastPoints: anyPoints(0, 100),
      },
      { requiredKeys: ['code', 'name', 'outcome', 'scope'] },
    ),
    fc.oneof(
      fc.record({ first: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ share: fc.record({ ratio: anyRatio, rounding: anyRounding }) }),
    ),
    anyCut,
  )
  .map(([rule, cutBy, cut]) => ({ ...rule, ...cutBy, ...cut }));

/** For all or for one track, always or for some time. */
function anySettings(tracks: readonly Track[]): fc.Arbitrary<Settings> {
  const anyTrack = fc.option(fc.constantFrom(...tracks.map(({ code }) => code)), { nil: undefined });
  return fc
    .tuple(anyTrack, anyValidity, anySections, anyCouncil)
    .map(([track, validity, sections, council]) => ({
      ...(track ? { track } : council),
      ...validity,
      ...sections,
    }));
}

/** Grades and gates come with every entry, so that whatever names them finds them. */
const anySections: fc.Arbitrary<Settings> = fc.record(
  {
    totals: fc.record(
      {
        bonusCap: anyPoints(0, 10),
        deductionFloor: anyPoints(-10, 0),
        gradedUpTo: anyPoints(1, 100),
        least: anyPoints(-5, 5),
      },
      { requiredKeys: [] },
    ),
    grades: fc.constant(GRADES),
    gates: fc.array(anyGate, { maxLength: 1 }),
    quotas: fc.array(anyQuota, { maxLength: 1 }),
    ranking: fc.record(
      {
        leading: fc.constantFrom('points' as const, 'grade_then_points' as const),
        pointsOrder: fc.constantFrom('ascending' as const, 'descending' as const),
        places: fc.constantFrom('competition' as const, 'dense' as const),
        decimals: fc.nat(6),
        tieBreaks: fc.array(anyTieBreak, { maxLength: 3 }),
      },
      { requiredKeys: ['leading', 'places', 'tieBreaks'] },
    ),
    recognitions: fc.array(anyRecognition, { maxLength: 1 }),
    standings: fc.record({
      method: fc.constantFrom('sum' as const, 'average' as const),
      missing: fc.constantFrom('zero' as const, 'skip' as const),
    }),
  },
  { requiredKeys: ['grades'] },
);

const anyBallotRules: fc.Arbitrary<BallotRules> = fc.record({
  secrecy: fc.constantFrom('secret' as const, 'open' as const),
  quorum: fc.constantFrom(...['0', '0.5', '0.666666666667', '1'].map((text) => parseDecimal(text)!)),
  base: fc.constantFrom('all' as const, 'voted' as const),
  pass: anyRatio,
  above: fc.boolean(),
});

/** Of entries for all tracks alone. */
const anyCouncil: fc.Arbitrary<CouncilSections> = fc.record(
  {
    ballots: fc.record({ nomination: anyBallotRules, review: anyBallotRules }, { requiredKeys: [] }),
    decisions: fc.record(
      {
        scheme: fc.constantFrom('{n}/QĐ-BCĐ', '{nnn}/{year}'),
        parent: anyText,
        issuer: anyText,
        place: anyText,
        grounds: fc.array(anyText, { maxLength: 2 }),
        recipients: fc.array(anyText, { maxLength: 2 }),
        signers: distinct('S', 1, 2).chain((codes) =>
          fc.tuple(
            ...codes.map((code) =>
              fc.record(
                { code: fc.constant(code), name: anyText, position: anyText, onBehalf: anyText },
                { requiredKeys: ['code', 'name', 'position'] },
              ),
            ),
          ),
        ),
      },
      { requiredKeys: ['scheme', 'issuer', 'place', 'grounds', 'recipients', 'signers'] },
    ),
    review: fc.record({
      caughtUp: fc.integer({ min: 1, max: 10_000 }),
      surpassed: fc.integer({ min: 10_000, max: 20_000 }),
    }),
  },
  { requiredKeys: [] },
);

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

function anyCriteria(track: Track, breakthroughs: readonly Tag[]): fc.Arbitrary<Criterion[]> {
  return distinct(`${track.code}-C`, 1, 5).chain((codes) =>
    fc.tuple(...codes.map((code) => anyCriterion(code, track, breakthroughs))),
  );
}

function anyCriterion(code: string, track: Track, breakthroughs: readonly Tag[]): fc.Arbitrary<Criterion> {
  const codeOf = (tags: readonly Tag[]) =>
    fc.option(fc.constantFrom(undefined, ...tags.map((tag) => tag.code)), { nil: undefined });
  return fc
    .record({
      rule: anyRule,
      text: fc.record({ measure: anyText, evidence: anyText }, { requiredKeys: [] }),
      name: anyText,
      group: codeOf(track.groups),
      leg: codeOf(track.legs),
      prong: codeOf(track.prongs),
      breakthroughs: fc.subarray(breakthroughs.map((tag) => tag.code)),
      coefficient: anyDecimal,
      condition: fc.option(fc.subarray(['lớn', 'nhỏ', 'rất nhỏ'], { minLength: 1 }), { nil: undefined }),
      mayBeNotApplicable: fc.boolean(),
      required: fc.boolean(),
      validity: anyValidity,
    })
    .map(({ rule, text, group, leg, prong, condition, validity, ...rest }) => {
      const isOutside = ['bonus', 'deduction', 'information'].includes(rule.scoring.kind);
      return {
        track: track.code,
        code,
        ...rest,
        ...rule,
        ...text,
        ...(group && !isOutside && { group }),
        ...(leg && { leg }),
        ...(prong && { prong }),
        ...(condition && { notApplicableWhen: { attribute: 'loại', values: condition } }),
        ...validity,
      };
    });
}

const anyTarget = fc
  .tuple(
    fc.record(
      { basis: fc.constantFrom('period' as const, 'cumulative' as const), target: anyDecimal },
      { requiredKeys: ['basis'] },
    ),
    fc.boolean(),
  )
  .map(([target, ofYear]) => ({
    ...target,
    ...(ofYear && target.basis === 'cumulative' && { yearTarget: true }),
  }));

type Rule = { readonly scoring: Scoring; readonly max: Micropoints; readonly mayBeNegative?: true };

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record(
    {
      mayBeNegative: fc.constant(true as const),
      scoring: fc.record(
        { kind: fc.constant('direct' as const), step: fc.constant('0.25' as Decimal) },
        { requiredKeys: ['kind'] },
      ),
      max: fc.constant(12_500_000 as Micropoints),
    },
    { requiredKeys: ['scoring', 'max'] },
  ),
  fc.record({
    scoring: fc
      .tuple(
        fc.record(
          { kind: fc.constant('percent' as const), minimumRatio: anyRatio },
          { requiredKeys: ['kind'] },
        ),
        anyTarget,
      )
      .map(([a, b]) => ({ ...a, ...b })),
    max: anyPoints(1, 50),
  }),
  fc.record({ scoring: anyTiers(), max: fc.constant(20_000_000 as Micropoints) }),
  fc.record({ scoring: fc.constant({ kind: 'yes_no' as const }), max: anyPoints(1, 50) }),
  fc.record({
    scoring: fc.record({
      kind: fc.constantFrom('count' as const, 'bonus' as const),
      micropointsEach: anyPoints(1, 5),
    }),
    max: anyPoints(1, 50),
  }),
  fc.record({
    scoring: fc
      .tuple(fc.record({ kind: fc.constant('peer_relative' as const), scope: anyScope }), anyTarget)
      .map(([a, b]) => ({ ...a, ...b })),
    max: anyPoints(1, 50),
  }),
  fc.record({
    scoring: fc.record(
      {
        kind: fc.constant('deduction' as const),
        micropointsEach: anyPoints(-5, -1),
        automatic: fc.constant('late' as const),
      },
      { requiredKeys: ['kind', 'micropointsEach'] },
    ),
    max: anyPoints(-20, 0),
  }),
  fc.record({
    scoring: fc.record({
      kind: fc.constant('information' as const),
      answer: fc.constantFrom('number' as const, 'text' as const, 'yes_no' as const),
    }),
    max: fc.constant(0 as Micropoints),
  }),
);

function anyTiers(): fc.Arbitrary<Scoring> {
  return fc
    .record({
      of: fc.constantFrom('value' as const, 'ratio' as const),
      direction: fc.constantFrom('at_least' as const, 'at_most' as const),
      limits: fc.uniqueArray(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 4 }),
      points: fc.array(anyPoints(0, 20), { minLength: 5, maxLength: 5 }),
      target: anyTarget,
    })
    .map(({ of, direction, limits, points, target }) => {
      const sign = direction === 'at_least' ? -1 : 1;
      const falling = points.toSorted((a, b) => b - a);
      const tiers = limits
        .toSorted((a, b) => (a - b) * sign)
        .map((limit, index) => ({ limit: parseDecimal(limit)!, micropoints: falling[index]! }));
      return {
        kind: 'tiered',
        of,
        direction,
        tiers,
        otherwise: falling.at(-1)!,
        ...(of === 'ratio' ? target : { basis: target.basis }),
      };
    });
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
