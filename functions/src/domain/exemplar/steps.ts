import type { Day } from '../campaign/period.ts';
import { type Decision, decisionId, inForce, type Revoked } from '../decision/decision.ts';
import type { RegisterRow } from '../register/register.ts';
import type { Exemplar } from './exemplar.ts';
import type { ExemplarStep } from './exemplar-step.ts';

/** What an exemplar's life is read from. */
export interface ExemplarFacts {
  readonly decisions: readonly Decision[];
  readonly propagation: readonly RegisterRow[];
  readonly learning: readonly RegisterRow[];
  /** Closed reviews in which the exemplar was held against a learner. */
  readonly reviewed: readonly { readonly exemplar: string; readonly on: Day }[];
}

/** The five steps with the day each was first done; a step that is not done is not here. */
export type ExemplarLife = Readonly<Partial<Record<ExemplarStep, Day>>>;

/**
 * Each step counts only behind the one before it. When the decision of praise is revoked, nothing is done any more:
 * who was not rightly praised is nobody to propagate or to learn from.
 */
export function lifeOf(exemplar: Exemplar, facts: ExemplarFacts): ExemplarLife {
  const days: readonly (readonly [ExemplarStep, Day | undefined])[] = [
    ['built', praisedOn(exemplar, facts)],
    ['propagated', firstDay(facts.propagation, exemplar, 'publishedOn')],
    ['learned', firstDay(facts.learning, exemplar, 'startedOn')],
    [
      'reviewed',
      earliest(facts.reviewed.filter((each) => each.exemplar === exemplar.id).map(({ on }) => on)),
    ],
    ['decided', decidedOn(exemplar, facts)],
  ];
  const life: Partial<Record<ExemplarStep, Day>> = {};
  for (const [step, day] of days) {
    if (day === undefined) break;
    life[step] = day;
  }
  return life;
}

export const stepsDone = (life: ExemplarLife): ReadonlySet<ExemplarStep> =>
  new Set(Object.keys(life) as ExemplarStep[]);

/** Where the decision was revoked for this exemplar alone, the others of the decision stay what they are. */
function praisedOn({ id, decision }: Exemplar, { decisions }: ExemplarFacts): Day | undefined {
  const praise = decisions.find((each) => decisionId(each) === decision);
  const holds = praise !== undefined && inForce(praise).some((each) => (each.became ?? each.exemplar) === id);
  return holds ? praise.signedOn : undefined;
}

/** Since when, and by which decision, an exemplar is none any more. */
export function revocationOf(
  { id, decision }: Exemplar,
  decisions: readonly Decision[],
): Revoked | undefined {
  const praise = decisions.find((each) => decisionId(each) === decision);
  return praise?.subjects.find((each) => (each.became ?? each.exemplar) === id)?.revoked;
}

function decidedOn({ id }: Exemplar, { decisions }: ExemplarFacts): Day | undefined {
  const recognising = decisions.filter(
    (each) =>
      (each.kind === 'caught_up' || each.kind === 'surpassed') &&
      inForce(each).some(({ exemplar }) => exemplar === id),
  );
  return earliest(recognising.map(({ signedOn }) => signedOn));
}

function firstDay(rows: readonly RegisterRow[], { id }: Exemplar, key: string): Day | undefined {
  return earliest(
    rows.filter(({ values }) => values.exemplar === id).map(({ values }) => values[key] as Day),
  );
}

const earliest = (days: readonly Day[]): Day | undefined => [...days].sort()[0];
