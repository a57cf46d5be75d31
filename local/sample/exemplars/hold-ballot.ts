import type { Choice } from '../../../functions/src/domain/ballot/ballot.ts';
import type { BallotView } from '../../../functions/src/usecases/ballots/ballot-view.ts';
import type { Person, Refused, Reply } from '../people.ts';
import type { SampleRun } from '../sample-run.ts';
import { momentOf, type Paper, rowCode, type Voting } from './chapter.ts';

/** Opens a ballot, has members vote, and closes it where it is closed. What was done before is not done again. */
export async function holdBallot(sample: SampleRun, voting: Voting): Promise<void> {
  const opened = await sample.officer.ask<{ readonly ballot: BallotView }>(
    'open-ballot',
    { ...openingOf(voting), requestKey: keyOf('open', voting.ballot) },
    momentOf(voting.at),
  );
  const { ballot } = done(opened, 'open-ballot');
  if (ballot.id !== voting.ballot) throw new Error(`${ballot.id} was opened for ${voting.ballot}`);
  for (const paper of voting.papers) await cast(sample, ballot, paper, voting);
  if (voting.closed === undefined) return;
  const closing = { ballot: ballot.id, minutes: voting.closed.minutes };
  const requestKey = keyOf('close', ballot.id);
  done(
    await sample.officer.ask('close-ballot', { ...closing, requestKey }, momentOf(voting.closed.at)),
    'close-ballot',
  );
}

/** The same request, however often the sample is run. */
export const keyOf = (what: string, of: string): string =>
  ['sample', what, ...(of.match(/[A-Za-z0-9]+/g) ?? [])].join('-');

export function done<T>({ status, body }: Reply<T>, what: string): T {
  if (status !== 200) throw new Error(`${what} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

function openingOf({ purpose, period, learners }: Voting): Readonly<Record<string, unknown>> {
  if (learners === undefined) return { purpose, period };
  const code = ({ row }: { readonly row: string }) => rowCode('learning', row);
  const proposals = learners.map(({ outcome, evidence, ...learner }) => ({
    row: code(learner),
    outcome,
    evidence,
  }));
  return { purpose, period, only: learners.map(code), proposals };
}

async function cast(sample: SampleRun, ballot: BallotView, paper: Paper, voting: Voting): Promise<void> {
  const at = momentOf(voting.at);
  const says = (candidate: string): Choice => (paper.no.includes(candidate) ? 'no' : 'yes');
  const ids = ballot.candidates.map(({ id }) => id);
  for (const id of paper.no) if (!ids.includes(id)) throw new Error(`${id} does not stand in ${ballot.id}`);
  const [member, ...others] = paper.members.map((number) => sample.council[number - 1]!);
  if (others.length === 0) {
    const votes = Object.fromEntries(ids.map((id) => [id, WORDS[says(id)]]));
    return voted(await (await sample.personOf(member!)).ask('cast-vote', { ballot: ballot.id, votes }, at));
  }
  const voters = [member!, ...others];
  const counts = Object.fromEntries(
    ids.map((id) => {
      const no = says(id) === 'no' ? 1 : 0;
      return [id, { yes: voters.length - no, no, blank: 0 }];
    }),
  );
  const written = { secrecy: 'secret', voters, counts };
  voted(await (sample.officer as Person).ask('record-written-votes', { ballot: ballot.id, written }, at));
}

/** As they are sent: three words of one length. */
const WORDS: Readonly<Record<Choice, string>> = { yes: 'yes', no: 'nay', blank: 'nil' };

/** Whoever has voted, or comes to a ballot that is closed, did so when the sample was run before. */
function voted(reply: Reply<Refused>): void {
  if (reply.status === 200 || BEFORE.has(reply.body.error?.code)) return;
  done(reply, 'a vote');
}

const BEFORE: ReadonlySet<string> = new Set(['already_voted', 'ballot_not_open']);
