import type { Subject } from '../../domain/ballot/subject.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import type { Day } from '../../domain/campaign/period.ts';
import { type Decision, decisionId } from '../../domain/decision/decision.ts';
import { subjectKey } from '../../domain/decision/duplicate-reward.ts';
import { type Recognised, recognisedBySubject } from '../../domain/decision/recognised.ts';
import { type CatchingUp, catchingUp } from '../../domain/exemplar/catching-up.ts';
import type { Standing } from '../../domain/exemplar/distance.ts';
import type { Exemplar } from '../../domain/exemplar/exemplar.ts';
import { type ExemplarLife, stepsDone } from '../../domain/exemplar/steps.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { RegisterRow } from '../../domain/register/register.ts';
import { referenceText } from '../../domain/register/register-rules.ts';
import type { PublishedResult } from '../published.ts';

/** What is stored of exemplars, as far as workbooks show it. Nothing of how anybody voted. */
export interface StoredExemplars {
  readonly exemplars: readonly Exemplar[];
  readonly decisions: readonly Decision[];
  readonly lifeOf: (exemplar: Exemplar) => ExemplarLife;
  /** What reviews came to, the newest last. */
  readonly judgements: readonly Judgement[];
  /** Ballots that became void: their periods were reopened. */
  readonly voidBallots: ReadonlySet<string>;
  readonly rows: (register: RegisterId) => readonly RegisterRow[];
  /** The campaigns before this one, the newest first; none if absent. */
  readonly earlier?: readonly EarlierCampaign[];
}

/** What histories take from another campaign. */
export interface EarlierCampaign {
  readonly campaign: Campaign;
  readonly periods: readonly PublishedResult[];
  readonly decisions: readonly Decision[];
  readonly registrations: readonly RegisterRow[];
}

/** What the council said of a learner in a closed and valid review. */
export interface Judgement {
  /** The code of its row among the learners. */
  readonly row: string;
  /** following: it stood, and was not found to have caught up or surpassed. */
  readonly outcome: Standing;
  readonly on: Day;
}

/** The same, looked up once for all the tabs. */
export interface ExemplarView extends StoredExemplars {
  readonly campaign: Campaign;
  readonly periods: readonly PublishedResult[];
  readonly learners: readonly CatchingUp[];
  readonly life: (exemplar: string) => ExemplarLife;
  readonly exemplar: (id: string) => Exemplar | undefined;
  /** Undefined where its praise no longer holds. */
  readonly inForce: (id: string) => Exemplar | undefined;
  readonly recognised: (subject: Subject) => readonly Recognised[];
  readonly registration: (code: string) => RegisterRow | undefined;
  /** As it is called last; an id that nobody has stays an id. */
  readonly unitName: (unitId: string) => string;
  readonly fieldName: (code: unknown) => string;
  /** "DH-2024-001 – Xã An Bình". */
  readonly exemplarName: (id: unknown) => string;
}

export function viewOfExemplars(
  stored: StoredExemplars,
  campaign: Campaign,
  periods: readonly PublishedResult[],
): ExemplarView {
  const { exemplars, decisions, rows } = stored;
  const byId = new Map(exemplars.map((exemplar) => [exemplar.id, exemplar]));
  const lives = new Map(exemplars.map((exemplar) => [exemplar.id, stored.lifeOf(exemplar)]));
  const steps = new Map([...lives].map(([id, life]) => [id, stepsDone(life)]));
  const recognised = recognisedBySubject(decisions);
  const registrations = new Map(rows('registration').map((row) => [row.code, row]));
  const units = namesOf(campaign, periods);
  const fields = new Map((campaign.fields ?? []).map(({ code, name }) => [code, name]));
  const unitName = (unitId: string) => units.get(unitId) ?? unitId;
  return {
    ...stored,
    campaign,
    periods,
    learners: catchingUp({
      learning: rows('learning'),
      registrations: rows('registration'),
      exemplars,
      stepsDone: (id) => steps.get(id) ?? new Set(),
      unitName,
      results: periods.map(({ period, result }) => ({
        period: period.id,
        result,
        thresholds: councilRulesOn(campaign, period.to).review,
      })),
    }),
    life: (id) => lives.get(id) ?? {},
    exemplar: (id) => byId.get(id),
    inForce: (id) => (lives.get(id)?.built === undefined ? undefined : byId.get(id)),
    recognised: (subject) => recognised.get(subjectKey(subject)) ?? [],
    registration: (code) => registrations.get(code),
    unitName,
    fieldName: (code) => (typeof code === 'string' ? (fields.get(code) ?? code) : ''),
    exemplarName: (id) => referenceText(String(id), byId.get(String(id))?.name ?? ''),
  };
}

/** The name in the newest published period, else the last row of the register. */
function namesOf({ units }: Campaign, periods: readonly PublishedResult[]): ReadonlyMap<string, string> {
  const now = periods.at(-1)?.rules.units ?? [];
  return new Map([...units, ...now].map(({ id, name }) => [id, name]));
}

/** The newest decision on one learner and its exemplar, if there is one: the last in force, else the last. */
export function decisionOn(
  { subject, exemplar }: Pick<CatchingUp, 'subject' | 'exemplar'>,
  { recognised }: Pick<ExemplarView, 'recognised'>,
): Recognised | undefined {
  const all = recognised(subject).filter(
    ({ decision, decided }) => isOfReview(decision) && decided.exemplar === exemplar.id,
  );
  return all.findLast(({ decided }) => decided.revoked === undefined) ?? all.at(-1);
}

const isOfReview = ({ kind }: Decision): boolean => kind === 'caught_up' || kind === 'surpassed';

/** The decision that made somebody an exemplar. */
export function praiseOf(
  { id, decision, subject }: Exemplar,
  { recognised }: Pick<ExemplarView, 'recognised'>,
): Recognised | undefined {
  return recognised(subject).find(
    (each) => decisionId(each.decision) === decision && (each.decided.became ?? each.decided.exemplar) === id,
  );
}
