import { AppError } from '../../domain/app-error.ts';
import type { Candidate, Learned } from '../../domain/ballot/ballot.ts';
import { standKey, takenIn } from '../../domain/ballot/nominees.ts';
import type { CouncilRules } from '../../domain/campaign/council-rules.ts';
import type { Distance, Standing } from '../../domain/exemplar/distance.ts';
import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import { type Learner, learnersOf, mayStandFor } from '../../domain/exemplar/learners.ts';
import { cleanText } from '../../domain/form/text.ts';
import { present } from '../../domain/present.ts';
import { learnerWords } from '../../messages/vi/candidates.ts';
import type { Reader } from '../../ports/store.ts';
import { readExemplars } from '../exemplar-facts.ts';
import { periodOf, rulesOf } from '../rules-of.ts';
import type { CandidatesContext } from './nomination-candidates.ts';
import { unitNames } from './unit-names.ts';

/** What the officer puts a learner to the vote for, and on what evidence. */
export interface ProposedStanding {
  /** The code of its row among the learners. */
  readonly row: string;
  readonly outcome: 'caught_up' | 'surpassed';
  readonly evidence?: string | undefined;
}

/** A learner as the officer sees it before a review is opened. */
export interface ReviewedLearner {
  readonly row: string;
  readonly name: string;
  readonly exemplar: string;
  readonly exemplarName: string;
  readonly distance?: Distance;
  /** What the numbers propose; absent where there are none. */
  readonly standing?: Standing;
  /** What it may be put to the vote for. */
  readonly mayStandFor: readonly ('caught_up' | 'surpassed')[];
  /** The step that has to be done first. */
  readonly missing?: ExemplarStep;
}

/**
 * Everybody who learns from an exemplar, held against its frozen baseline in the period's result; of them those stand
 * whom the numbers propose, or the officer with evidence, and whose exemplar's steps are done.
 * Throws AppError candidate_not_eligible, evidence_missing, step_missing for what the officer proposes.
 */
export async function reviewCandidates(
  reader: Reader,
  { campaign, period, stored, ballots }: CandidatesContext,
  { proposals, rules }: { readonly proposals: readonly ProposedStanding[]; readonly rules: CouncilRules },
): Promise<{ readonly candidates: readonly Candidate[]; readonly learners: readonly ReviewedLearner[] }> {
  const [setup, exemplars, registrations] = await Promise.all([
    reader.setup(stored.setupVersion),
    readExemplars(reader, campaign),
    reader.registerRows('registration'),
  ]);
  if (setup === undefined) throw new AppError('not_found', { what: 'campaign' });
  const periodRules = rulesOf(setup.campaign, periodOf(setup.campaign, period.id));
  const learners = learnersOf({
    learning: exemplars.facts.learning,
    registrations,
    exemplars: exemplars.all,
    stepsDone: exemplars.stepsDone,
    result: stored.result,
    thresholds: rules.review,
    unitName: unitNames(campaign, periodRules),
  });
  const taken = takenIn(ballots);
  const names = new Map(
    periodRules.tracks
      .flatMap(({ criteria }) => criteria)
      .map(({ code, name }) => [code, `${code} (${name})`]),
  );
  const standing = proposedStandings(learners, proposals);
  return {
    candidates: standing
      .filter(
        ({ learner, outcome }) =>
          !taken.has(
            standKey({ outcome, subject: learner.subject, learned: { exemplar: learner.exemplar.id } }),
          ),
      )
      .map(({ learner, outcome, evidence }) => ({
        id: learner.row.code,
        subject: learner.subject,
        outcome,
        ...learnerWords(learner, outcome, {
          criterionName: (code) => names.get(code) ?? code,
          ...(evidence !== undefined && { evidence }),
        }),
        learned: learnedOf(learner),
      })),
    learners: learners.map(reviewedOf),
  };
}

interface StandingLearner {
  readonly learner: Learner;
  readonly outcome: 'caught_up' | 'surpassed';
  readonly evidence?: string;
}

/** What the officer proposes goes before what the numbers do. */
function proposedStandings(
  learners: readonly Learner[],
  proposals: readonly ProposedStanding[],
): readonly StandingLearner[] {
  const byRow = new Map(proposals.map((proposal) => [proposal.row, proposal]));
  for (const { row } of proposals)
    if (!learners.some((learner) => learner.row.code === row))
      throw new AppError('candidate_not_eligible', { candidate: row });
  return learners.flatMap((learner): StandingLearner[] => {
    const proposal = byRow.get(learner.row.code);
    if (proposal !== undefined) return [asProposed(learner, proposal)];
    const { standing, missing } = learner;
    const isProposed = missing === undefined && (standing === 'caught_up' || standing === 'surpassed');
    return isProposed ? [{ learner, outcome: standing }] : [];
  });
}

function asProposed(learner: Learner, { row, outcome, evidence: given }: ProposedStanding): StandingLearner {
  const { missing, distance, exemplar } = learner;
  if (missing !== undefined) throw new AppError('step_missing', { exemplar: exemplar.id, step: missing });
  if (!mayStandFor(learner).includes(outcome))
    throw new AppError('candidate_not_eligible', { candidate: row });
  const evidence = cleanText(given ?? '');
  if (distance === undefined && evidence === '') throw new AppError('evidence_missing', { candidate: row });
  return { learner, outcome, ...(evidence !== '' && { evidence }) };
}

function learnedOf({ row, exemplar, criteria, distance }: Learner): Learned {
  return present<Learned>({ row: row.code, exemplar: exemplar.id, criteria, distance });
}

function reviewedOf(learner: Learner): ReviewedLearner {
  const { row, name, exemplar, distance, standing, missing } = learner;
  return present<ReviewedLearner>({
    row: row.code,
    name,
    exemplar: exemplar.id,
    exemplarName: exemplar.name,
    distance,
    standing,
    mayStandFor: mayStandFor(learner),
    missing,
  });
}
