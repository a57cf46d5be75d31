import type { PeriodId } from '../campaign/period.ts';
import { subjectKey } from '../decision/duplicate-reward.ts';
import type { PeriodResult, Recognition, UnitResult } from '../evaluation/period-result.ts';
import type { RegisterRow } from '../register/register.ts';
import { rewardedByUnit } from '../register/registers/unit-vote-rules.ts';
import type { Ballot, Candidate, Outcome } from './ballot.ts';
import { counts, stateOf } from './ballot-state.ts';
import type { Subject } from './subject.ts';

/** Who is put to the vote for one period, and what it follows from. */
export type Nominee = RankedNominee | ProposedNominee;

/** A unit that the ranking, the quota and the gates chose. */
export interface RankedNominee {
  readonly by: 'ranking';
  readonly outcome: Outcome;
  readonly unit: UnitResult;
  /** Every rule that chose it, with its reasons. */
  readonly chosen: readonly {
    readonly recognition: Recognition;
    readonly entry: Recognition['chosen'][number];
  }[];
}

/** A collective or person whose unit voted on it and proposes it. */
export interface ProposedNominee {
  readonly by: 'unit';
  readonly outcome: Outcome;
  readonly vote: RegisterRow;
  readonly registration: RegisterRow;
  /** The vote, this one or another, by which the unit rewarded the same achievement itself. */
  readonly rewarded?: RegisterRow;
}

/**
 * Everybody who may stand: units in the order of the results, then what units propose, in the order of their codes.
 * Praise and reward are voted on apart, so a subject may stand twice.
 */
export function nomineesOf(
  result: PeriodResult,
  registers: { readonly votes: readonly RegisterRow[]; readonly registrations: readonly RegisterRow[] },
): readonly Nominee[] {
  return [...rankedNominees(result), ...proposedNominees(result.period, registers)];
}

function rankedNominees({ units, recognitions }: PeriodResult): readonly RankedNominee[] {
  return units.flatMap((unit) =>
    (['praise', 'reward'] as const).flatMap((outcome): RankedNominee[] => {
      const chosen = recognitions
        .filter((recognition) => recognition.outcome === outcome)
        .flatMap((recognition) =>
          recognition.chosen
            .filter(({ unitId }) => unitId === unit.unitId)
            .map((entry) => ({ recognition, entry })),
        );
      return chosen.length === 0 ? [] : [{ by: 'ranking', outcome, unit, chosen }];
    }),
  );
}

function proposedNominees(
  period: PeriodId,
  { votes, registrations }: Parameters<typeof nomineesOf>[1],
): readonly ProposedNominee[] {
  const registered = new Map(registrations.map((row) => [row.code, row]));
  return votes
    .filter(({ values }) => values.period === period && values.proposed === true)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((vote) => {
      const registration = registered.get(String(vote.values.registration));
      if (registration === undefined) return [];
      const rewarded = rewardedByUnit(votes, {
        registration: registration.code,
        achievement: String(vote.values.achievement ?? ''),
      });
      const nominee = { by: 'unit', vote, registration, ...(rewarded && { rewarded }) } as const;
      return outcomesOf(nominee).map((outcome) => ({ ...nominee, outcome }));
    });
}

/** What the unit rewarded itself is not rewarded again (law 06/2022/QH15), and may still be praised before all. */
function outcomesOf({ rewarded }: Pick<ProposedNominee, 'rewarded'>): readonly Outcome[] {
  return rewarded === undefined ? ['praise', 'reward'] : ['praise'];
}

export function subjectOf(nominee: Nominee): Subject {
  if (nominee.by === 'ranking') return { kind: 'unit', unitId: nominee.unit.unitId };
  const { code, unitId = '' } = nominee.registration;
  return { kind: 'registrant', unitId, registration: code };
}

/** "praise-X29110": the same subject for the same outcome is the same candidate in every ballot. */
export function nomineeId(nominee: Nominee): string {
  const subject = subjectOf(nominee);
  return `${nominee.outcome}-${subject.kind === 'unit' ? subject.unitId : subject.registration}`;
}

/** What is already put to the vote, or was validly voted on, is not put to it again: see standKey. */
export function takenIn(ballots: readonly Ballot[]): ReadonlySet<string> {
  return new Set(
    ballots
      .filter((ballot) => stateOf(ballot) === 'open' || counts(ballot))
      .flatMap(({ candidates }) => candidates.map(standKey)),
  );
}

/** One text for one subject standing for one outcome; whoever learns from two exemplars stands twice. */
export function standKey({
  outcome,
  subject,
  learned,
}: Pick<Candidate, 'outcome' | 'subject'> & { readonly learned?: { readonly exemplar: string } }): string {
  return `${outcome} ${subjectKey(subject)} ${learned?.exemplar ?? ''}`;
}
