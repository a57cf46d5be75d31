import type { Context, ContextPeriod } from '../../backend/answers.ts';
import type { BallotAnswer, BallotPurpose, OpenedBallot } from '../../backend/council-answers.ts';
import { type CallArguments, linesOf } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Field } from '../../screen.ts';
import { actingFacts, officeVisit, withPeriod } from '../office/office-visit.ts';
import { refilled } from '../refilled.ts';
import { type Action, address, buttons, call, screen, text } from '../visit.ts';
import { ballotFacts, candidateDetails, candidateName } from './ballot-blocks.ts';
import { learnerBlocks, learnerFields, proposalsOf } from './review-fields.ts';

/** Mở bình chọn, the question: on whom and why; of a review, how far each learner is. */
export const openBallot: Action = (desk, asked) =>
  officeVisit(desk, 'open-ballot', desk.words.titles.openBallot, (visit) => {
    const purpose = purposeOf(asked);
    const use = purpose === 'review' ? 'review' : 'nominate';
    const shown = withPeriod(desk, { ...visit, given: { purpose } }, use, asked.period, (period, others) =>
      screen(visit.context, visit.title, [...question(desk, visit.context, period, asked), others], {
        again: call('open-ballot', { purpose, period: period.period }),
      }),
    );
    return { ...shown, blocks: [...shown.blocks, otherPurpose(desk, purpose)] };
  });

/** Opened with those who were shown and chosen, and nobody else. */
export const openBallotNow: Action = (desk, asked) =>
  officeVisit(desk, 'open-ballot-now', desk.words.titles.openBallot, ({ context, title }) => {
    const { words } = desk;
    const { period = '', requestKey } = asked;
    const purpose = purposeOf(asked);
    const again = call('open-ballot', { purpose, period });
    const chosen = purpose === 'review' ? proposalsOf(asked) : { only: linesOf(asked.only) };
    if (chosen.only.length === 0)
      return screen(
        context,
        title,
        [
          text(words.council.open.none, 'warning'),
          buttons({ label: words.buttons.back, call: again, look: 'main' }),
        ],
        { again },
      );
    const { ballot } = desk.backend.post<OpenedBallot>('/open-ballot', {
      ...address(desk),
      period,
      purpose,
      ...chosen,
      requestKey,
    });
    return screen(
      context,
      title,
      [
        text(words.council.open.done(ballot.title), 'good'),
        ballotFacts(words, ballot),
        {
          kind: 'sections',
          sections: [{ heading: words.council.open.candidates, lines: names(desk, ballot) }],
        },
        buttons({ label: words.titles.ballots, call: call('ballots') }),
      ],
      { again: call('ballots') },
    );
  });

const purposeOf = ({ purpose }: CallArguments): BallotPurpose =>
  purpose === 'review' ? 'review' : 'nomination';

const names = ({ words }: Desk, { candidates }: BallotAnswer): readonly string[] =>
  candidates.map((candidate) => candidateName(words, candidate));

function question(
  desk: Desk,
  context: Context,
  period: ContextPeriod,
  asked: CallArguments,
): readonly Block[] {
  const { words } = desk;
  const purpose = purposeOf(asked);
  const { open } = words.council;
  const { ballot, learners = [] } = desk.backend.post<OpenedBallot>('/open-ballot', {
    ...address(desk),
    period: period.period,
    purpose,
    checkOnly: true,
  });
  const fields = purpose === 'review' ? learnerFields(desk, period, learners) : nominees(desk, ballot);
  const more = purpose === 'review' ? learnerBlocks(desk, learners) : [];
  const head: readonly Block[] = [
    { kind: 'heading', text: open.question(ballot.title) },
    actingFacts(desk, context, period),
    ballotFacts(words, ballot),
  ];
  if (fields.length === 0)
    return [
      ...head,
      text(purpose === 'review' && learners.length === 0 ? open.noLearners : open.nobody, 'warning'),
      ...more,
    ];
  return [
    ...head,
    text(purpose === 'review' ? open.learnersHelp : open.consequence, 'quiet'),
    {
      kind: 'ask',
      fields: refilled(fields, asked),
      buttons: [
        {
          label: open.now,
          call: call('open-ballot-now', { purpose, period: period.period, requestKey: desk.newKey() }),
          look: 'main',
          busy: words.busy.move,
        },
        { label: words.buttons.cancel, call: call('ballots') },
      ],
    },
    ...more,
  ];
}

function nominees({ words }: Desk, { candidates }: BallotAnswer): readonly Field[] {
  if (candidates.length === 0) return [];
  return [
    {
      kind: 'checks',
      name: 'only',
      label: words.council.open.candidates,
      options: candidates.map((candidate) => ({
        value: candidate.id,
        label: candidateName(words, candidate),
        details: candidateDetails(candidate),
      })),
      values: candidates.map(({ id }) => id),
      required: true,
    },
  ];
}

function otherPurpose({ words }: Desk, purpose: BallotPurpose): Block {
  const { open } = words.council;
  return buttons(
    purpose === 'review'
      ? { label: open.toNomination, call: call('open-ballot', { purpose: 'nomination' }) }
      : { label: open.toReview, call: call('open-ballot', { purpose: 'review' }) },
  );
}
