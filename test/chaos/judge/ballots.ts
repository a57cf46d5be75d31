import type { Deed } from '../deeds.ts';
import { accounted, acknowledged } from './deeds-of.ts';
import {
  collection,
  type Document,
  differences,
  type Evidence,
  type Finding,
  gaps,
  isSame,
  logged,
} from './evidence.ts';

/** Each vote that was acknowledged is in its box, once, and the sums are those of the votes that are in it. */
export function ballots(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const all = [...collection(evidence.documents, 'ballots').values()];
  const ids = (of: readonly Document[]) => of.map(({ id }) => String(id));
  const inLog = (action: string) =>
    logged(evidence, action).map(({ details }) => String((details as Document).ballot));
  const told = (verb: 'open-ballot' | 'close-ballot') =>
    acknowledged(deeds, verb).map(({ answer }) => String((answer as { ballot: Document }).ballot.id));
  const closed = all.filter(({ closing }) => closing !== undefined);
  const families = Map.groupBy(all, ({ id }) => String(id).replace(/-\d+$/, ''));
  return [
    ...[...families].flatMap(([family, of]) =>
      gaps(
        `ballots ${family}`,
        ids(of).map((id) => Number(/\d+$/.exec(id)?.[0])),
      ),
    ),
    ...accounted('ballots', told('open-ballot'), ids(all)),
    ...accounted('closed ballots', told('close-ballot'), ids(closed)),
    ...differences('log of ballots opened', ids(all), inLog('ballot_opened')),
    ...differences('log of ballots closed', ids(closed), inLog('ballot_closed')),
    ...differences(
      'log of ballots voided',
      ids(all.filter(({ voided }) => voided !== undefined)),
      inLog('ballot_voided'),
    ),
    ...all.flatMap((ballot) => box(ballot, deeds, evidence)),
  ];
}

type Votes = Readonly<Record<string, string>>;

function box(ballot: Document, deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const id = String(ballot.id);
  const found = evidence.documents[`boxes/${id}`];
  if (found === undefined) return [`ballot ${id} has no box`];
  const papers = (found.papers ?? []) as readonly { readonly voter: string; readonly votes: Votes }[];
  const voters = (found.voted as readonly string[] | undefined) ?? papers.map(({ voter }) => voter);
  const cast = deeds.filter(({ verb, body }) => verb === 'cast-vote' && body.ballot === id);
  const by = (outcome: Deed['outcome']) =>
    cast.filter((deed) => deed.outcome === outcome).map(({ as }) => as);
  const said = new Map(cast.map(({ as, body }) => [as, stored(body.votes as Votes)]));
  const isOver = ballot.closing !== undefined || ballot.voided !== undefined;
  const isSecret = found.secrecy === 'secret';
  return [
    ...accounted(`votes in ${id}`, by('acknowledged'), voters, by('given_up')),
    ...papers.flatMap(({ voter, votes }): Finding[] =>
      isSame(votes, said.get(voter)) ? [] : [`ballot ${id}: another paper than ${voter} sent`],
    ),
    ...(isSecret && (found.sealed === undefined) !== isOver
      ? [`ballot ${id}: its seal is not as it should be`]
      : []),
    ...(ballot.closing === undefined ? [] : counted(ballot, voters, said)),
    ...(isSecret ? [] : votesInLog(id, cast, voters, evidence)),
  ];
}

const CHOICES: Readonly<Record<string, string>> = { yes: 'yes', nay: 'no', nil: 'blank' };

const stored = (votes: Votes): Votes =>
  Object.fromEntries(Object.entries(votes).map(([candidate, choice]) => [candidate, CHOICES[choice]!]));

function counted(ballot: Document, voters: readonly string[], said: ReadonlyMap<string, Votes>): Finding[] {
  const { id, tally, closing } = ballot;
  const candidates = ballot.candidates as readonly { readonly id: string }[];
  if (Number((closing as Document).voted) !== voters.length)
    return [`ballot ${id}: ${(closing as Document).voted} voted, ${voters.length} are in its box`];
  if (tally === undefined) return []; // too few in secret: nobody counts
  const sums = Object.fromEntries(
    candidates.map((candidate) => {
      const sum = (choice: string) =>
        voters.filter((voter) => said.get(voter)?.[candidate.id] === choice).length;
      return [candidate.id, { yes: sum('yes'), no: sum('no'), blank: sum('blank') }];
    }),
  );
  return isSame(tally, sums)
    ? []
    : [`ballot ${id}: counted ${JSON.stringify(tally)}, cast ${JSON.stringify(sums)}`];
}

/** An open vote whose answer got lost is cast again, and says so: at least once, at most as often as it was sent. */
function votesInLog(
  id: string,
  cast: readonly Deed[],
  voters: readonly string[],
  evidence: Evidence,
): Finding[] {
  const entries = logged(evidence, 'vote_cast').filter(({ details }) => (details as Document).ballot === id);
  return voters.flatMap((voter): Finding[] => {
    const times = entries.filter(({ by }) => by === voter).length;
    const most = cast.find(({ as }) => as === voter)?.attempts ?? 0;
    return times >= 1 && times <= most
      ? []
      : [`ballot ${id}: ${times} entries for a vote sent ${most} times`];
  });
}
