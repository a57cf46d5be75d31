import type { Ballot } from '../domain/ballot/ballot.ts';
import { counts } from '../domain/ballot/ballot-state.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Exemplar } from '../domain/exemplar/exemplar.ts';
import type { ExemplarStep } from '../domain/exemplar/exemplar-step.ts';
import { type ExemplarFacts, type ExemplarLife, lifeOf, stepsDone } from '../domain/exemplar/steps.ts';
import type { Reader } from '../ports/store.ts';
import { dayIn } from './day-in.ts';

/** Every exemplar, in force or not, and what their lives are read from. */
export interface Exemplars {
  readonly all: readonly Exemplar[];
  readonly facts: ExemplarFacts;
  readonly lifeOf: (exemplar: Exemplar) => ExemplarLife;
  readonly stepsDone: (id: string) => ReadonlySet<ExemplarStep>;
  readonly isInForce: (exemplar: Exemplar) => boolean;
}

export async function readExemplars(reader: Reader, campaign: Campaign): Promise<Exemplars> {
  const [all, decisions, propagation, learning, ballots] = await Promise.all([
    reader.exemplars(),
    reader.decisions(),
    reader.registerRows('propagation'),
    reader.registerRows('learning'),
    reader.ballots(),
  ]);
  return exemplarsOf(all, { decisions, propagation, learning, reviewed: reviewedIn(ballots, campaign) });
}

/** Each life is read from the facts once: every unit's workbook asks for all of them. */
export function exemplarsOf(all: readonly Exemplar[], facts: ExemplarFacts): Exemplars {
  const byId = new Map(all.map((exemplar) => [exemplar.id, exemplar]));
  const lives = new Map<Exemplar, ExemplarLife>();
  const life = (exemplar: Exemplar) => {
    const known = lives.get(exemplar) ?? lifeOf(exemplar, facts);
    lives.set(exemplar, known);
    return known;
  };
  return {
    all,
    facts,
    lifeOf: life,
    stepsDone: (id) => {
      const exemplar = byId.get(id);
      return exemplar === undefined ? new Set() : stepsDone(life(exemplar));
    },
    isInForce: (exemplar) => life(exemplar).built !== undefined,
  };
}

/** Whom closed and valid reviews held somebody against, and when. */
export function reviewedIn(
  ballots: readonly Ballot[],
  { timeZone }: Pick<Campaign, 'timeZone'>,
): ExemplarFacts['reviewed'] {
  return ballots
    .filter((ballot) => ballot.purpose === 'review' && counts(ballot))
    .flatMap(({ candidates, closing }) =>
      candidates.flatMap(({ learned }) =>
        learned === undefined ? [] : [{ exemplar: learned.exemplar, on: dayIn(timeZone, closing!.at) }],
      ),
    );
}
