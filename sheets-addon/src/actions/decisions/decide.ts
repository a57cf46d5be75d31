import type { Outcome } from '../../../../functions/src/domain/ballot/ballot.ts';
import type { RegisterRules } from '../../../../functions/src/domain/register/register-rules.ts';
import type {
  BallotAnswer,
  CandidateAnswer,
  DecisionAnswer,
  DecisionsAnswer,
  IssuedDecision,
} from '../../backend/council-answers.ts';
import { type CallArguments, linesOf } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Field, Screen } from '../../screen.ts';
import { candidateDetails, readBallots } from '../council/ballot-blocks.ts';
import { type OfficeVisit, officeVisit } from '../office/office-visit.ts';
import { refilled } from '../refilled.ts';
import { type Action, address, buttons, call, campaignOf, screen, text } from '../visit.ts';
import { decidedButtons } from './decision.ts';
import { readDecisions, shownDay, signingFields, signingOf } from './read-decisions.ts';

/** Ban hành quyết định, the question: on whom of those who passed a ballot and are without a decision of that kind. */
export const decide: Action = (desk, asked) =>
  officeVisit(desk, 'decide', desk.words.titles.decide, (visit) => {
    const { words } = desk;
    const { context, title } = visit;
    const again = { again: call('decide') };
    const list = readDecisions(desk);
    const groups = passedGroups(readBallots(desk), list.decisions);
    const asks = groups.find(({ ballot, kind }) => ballot.id === asked.ballot && kind === asked.kind);
    const group = asks ?? (groups.length === 1 && asked.ballot === undefined ? groups[0] : undefined);
    if (groups.length === 0) return screen(context, title, [text(words.decisions.nothingPassed)], again);
    if (list.signers.length === 0)
      return screen(context, title, [text(words.decisions.noSigners, 'warning')], again);
    if (group !== undefined) return question(desk, visit, { group, list, asked });
    const choices = groups.map(({ ballot, kind, kindName, candidates }) => ({
      label: words.decisions.group(kindName, ballot.title, candidates.length),
      call: call('decide', { ballot: ballot.id, kind }),
    }));
    return screen(context, title, [text(words.decisions.chooseBallot), buttons(...choices)], again);
  });

/** Issued, once for each question that was asked. */
export const decideNow: Action = (desk, asked) =>
  officeVisit(desk, 'decide-now', desk.words.titles.decide, ({ context, title }) => {
    const { words } = desk;
    const { ballot = '', kind = '', requestKey } = asked;
    const { decision, exemplars } = desk.backend.post<IssuedDecision>('/decide', {
      ...address(desk),
      ballot,
      kind,
      subjects: linesOf(asked.subjects).map((candidate) => ({
        candidate,
        ...(asked[`field.${candidate}`] ? { field: asked[`field.${candidate}`] } : {}),
        ...(asked[`becomes.${candidate}`] === 'yes' ? { becomesExemplar: true } : {}),
      })),
      ...signingOf(desk, asked),
      requestKey,
    });
    return screen(
      context,
      title,
      [
        text(words.decisions.decide.done(decision.reference, shownDay(decision.signedOn)), 'good'),
        exemplars.length === 0 ? undefined : text(words.decisions.decide.exemplars(exemplars.join(', '))),
        decidedButtons(desk, decision),
        buttons({ label: words.titles.decide, call: call('decide') }),
      ],
      { again: call('decision', { decision: decision.id }) },
    );
  });

interface PassedGroup {
  readonly ballot: BallotAnswer;
  readonly kind: Outcome;
  readonly kindName: string;
  readonly candidates: readonly CandidateAnswer[];
}

const KINDS: readonly Outcome[] = ['praise', 'reward', 'caught_up', 'surpassed'];

/** By ballot and by what a decision may say: a decision is on one of each. */
function passedGroups(
  ballots: readonly BallotAnswer[],
  decisions: readonly DecisionAnswer[],
): readonly PassedGroup[] {
  return ballots
    .filter(({ state, count }) => state === 'closed' && count?.isValid === true)
    .flatMap((ballot) =>
      KINDS.flatMap((kind): PassedGroup[] => {
        const candidates = ballot.candidates.filter(
          ({ id, outcome, counts }) =>
            outcome === kind && counts?.passed === true && !isDecided(decisions, ballot.id, kind, id),
        );
        const [first] = candidates;
        return first === undefined ? [] : [{ ballot, kind, kindName: first.outcomeName, candidates }];
      }),
    );
}

function isDecided(
  decisions: readonly DecisionAnswer[],
  ballot: string,
  kind: Outcome,
  candidate: string,
): boolean {
  return decisions.some(
    (decision) =>
      decision.ballot === ballot &&
      decision.kind === kind &&
      decision.subjects.some((each) => each.candidate === candidate && each.revoked === undefined),
  );
}

function question(
  desk: Desk,
  { context, title }: OfficeVisit,
  { group, list, asked }: { group: PassedGroup; list: DecisionsAnswer; asked: CallArguments },
): Screen {
  const { words } = desk;
  const { ballot, kind, kindName } = group;
  return screen(
    context,
    title,
    [
      text(ballot.title, 'quiet'),
      { kind: 'heading', text: words.decisions.decide.question(kindName) },
      text(words.decisions.decide.consequence, 'warning'),
      {
        kind: 'ask',
        fields: refilled([...subjectFields(desk, group), ...signingFields(desk, context, list)], asked),
        buttons: [
          {
            label: words.decisions.decide.now,
            call: call('decide-now', { ballot: ballot.id, kind, requestKey: desk.newKey() }),
            look: 'danger',
            busy: words.decisions.decide.busy,
          },
          { label: words.buttons.cancel, call: call('decisions') },
        ],
      },
    ],
    { again: call('decide', { ballot: ballot.id, kind }) },
  );
}

function subjectFields(desk: Desk, { kind, candidates }: PassedGroup): readonly Field[] {
  const { words } = desk;
  const fields = kind === 'praise' || kind === 'surpassed' ? fieldsOfCampaign(desk) : [];
  const subjects: Field = {
    kind: 'checks',
    name: 'subjects',
    label: words.decisions.subjects,
    options: candidates.map((candidate) => ({
      value: candidate.id,
      label: candidate.name,
      details: candidateDetails(candidate),
    })),
    values: candidates.map(({ id }) => id),
    required: true,
  };
  return [subjects, ...candidates.flatMap((candidate) => exemplarFields(desk, kind, candidate, fields))];
}

/** Whoever is praised is an exemplar, in a field if there are any; whoever surpassed one may become one. */
function exemplarFields(
  { words }: Desk,
  kind: Outcome,
  { id, name }: CandidateAnswer,
  fields: readonly { readonly code: string; readonly name: string }[],
): readonly Field[] {
  const { decide } = words.decisions;
  const becomes: Field = {
    kind: 'choice',
    name: `becomes.${id}`,
    label: decide.becomes(name),
    options: [
      { value: 'no', label: decide.becomesNo },
      { value: 'yes', label: decide.becomesYes },
    ],
  };
  const field: Field = {
    kind: 'choice',
    name: `field.${id}`,
    label: decide.field(name),
    options: [
      { value: '', label: decide.noField },
      ...fields.map(({ code, name }) => ({ value: code, label: name })),
    ],
  };
  return [...(kind === 'surpassed' ? [becomes] : []), ...(fields.length > 0 ? [field] : [])];
}

/** The catalogue, as the register of rapporteurs gives it to choose from. */
function fieldsOfCampaign(desk: Desk): readonly { readonly code: string; readonly name: string }[] {
  const { known } = desk.backend.get<RegisterRules>('/register-rules', {
    campaign: campaignOf(desk),
    register: 'rapporteur',
  });
  return known.field ?? [];
}
