import { codeOf, type Deed } from '../deeds.ts';
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
import { jobsDone } from './periods.ts';

/** Nobody was refused without a reason; what is stored to be told again is what was told, and of nobody else. */
export function answers(deeds: readonly Deed[], { documents }: Evidence): Finding[] {
  const kept = collection(documents, 'requests');
  const lost = deeds.flatMap((deed): Finding[] => {
    const { key, outcome, answer, verb } = deed;
    if (key === undefined) return [];
    const stored = kept.get(key);
    if (outcome === 'refused' && stored !== undefined) return [`${verb}: refused, and kept as done`];
    if (outcome !== 'acknowledged' || isUnkept(deed)) return [];
    if (stored === undefined) return [`${verb} by ${deed.as}: its answer is not kept`];
    // A job is told in the caller's language; what is kept is the job.
    if (verb === 'start-job' || isSame(JSON.parse(String(stored.body)), answer)) return [];
    return [`${verb} by ${deed.as}: another answer is kept than was given`];
  });
  const known = new Set(deeds.map(({ key }) => key));
  const strange = [...kept.keys()].filter((key) => !known.has(key) && !key.startsWith('job.'));
  return [...refusals(deeds), ...lost, ...strange.map((key) => `request ${key}: kept and sent by nobody`)];
}

/** Each call that was refused for something that nobody could foresee. */
export function refusals(deeds: readonly Deed[]): Finding[] {
  return deeds.flatMap((deed): Finding[] => {
    const code = codeOf(deed) ?? '';
    if (deed.outcome !== 'refused' || deed.mayBe?.includes(code)) return [];
    return [`${deed.verb} by ${deed.as} was refused: ${deed.status} ${code}`];
  });
}

/** A collection that could not read a workbook is looked at again. */
function isUnkept({ verb, answer }: Deed): boolean {
  if (verb !== 'collect-forms') return false;
  const { units, remaining } = answer as { units: readonly Document[]; remaining: number };
  return remaining > 0 || units.some(({ outcome }) => outcome === 'refused' || outcome === 'unavailable');
}

export function setups(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const versions = collection(evidence.documents, 'setups');
  const newest = versions.get(String(versions.size));
  const name = ({ version }: Document) => `version ${version}`;
  const provisioned = [
    ...acknowledged(deeds, 'provision').map(({ as }) => as),
    ...jobsDone(deeds, 'provision').map(({ by }) => by),
  ];
  return [
    ...gaps('setups', [...versions.keys()].map(Number)),
    ...(isSame(newest, evidence.documents['']) ? [] : ['another setup stands than the newest']),
    ...accounted(
      'setups',
      acknowledged(deeds, 'load-campaign')
        .map(({ answer }) => answer as Document)
        .filter(({ changed }) => changed)
        .map(name),
      logged(evidence, 'campaign_loaded').map(({ details }) => name(details as Document)),
    ),
    ...accounted(
      'requests for workbooks',
      provisioned,
      logged(evidence, 'workbooks_requested').map(({ by }) => String(by)),
    ),
  ];
}

/** Nothing waits, nothing is held, nothing failed. */
export function queues(deeds: readonly Deed[], { documents }: Evidence): Finding[] {
  const waiting = [...collection(documents, 'outbox')].flatMap(([id, entry]): Finding[] => {
    const rests =
      entry.state === 'delivered' && entry.leaseUntil === undefined && entry.lastErrorCode === undefined;
    return rests ? [] : [`outbox ${id}: ${entry.state} ${entry.lastErrorCode ?? ''}`];
  });
  const jobs = collection(documents, 'jobs');
  const unfinished = [...jobs].flatMap(([key, job]): Finding[] =>
    job.state === 'done' && job.leaseUntil === undefined ? [] : [`job ${key}: ${job.state}`],
  );
  const started = new Set(
    acknowledged(deeds, 'start-job').map(({ answer }) => (answer as { job: { id: string } }).job.id),
  );
  const kept = [...jobs].flatMap(([key, { nth }]) =>
    Array.from({ length: Number(nth) }, (_, i) => `${key}.${i + 1}`),
  );
  return [...waiting, ...unfinished, ...accounted('jobs', [...started], kept)];
}

/** The log is what was sealed, and all of it is. */
export function seals(_: readonly Deed[], { documents, chain }: Evidence): Finding[] {
  const sealed = [...collection(documents, 'seals').values()].flatMap(({ entries }) =>
    (entries as readonly Document[]).map(({ id }) => String(id)),
  );
  const waiting = chain.waiting === 0 ? [] : [`log: ${chain.waiting} entries are in no seal`];
  return [
    ...chain.faults.map((fault) => `log: ${fault}`),
    ...waiting,
    ...differences('sealed log', sealed, [...collection(documents, 'log').keys()]),
  ];
}

/** One file for each workbook, known to the store, and in it what the store says. */
export function workbooks(_: readonly Deed[], { documents, files, toWrite }: Evidence): Finding[] {
  const stored = [...collection(documents, 'workbooks').values()];
  const wanted = ['office', 'summary', 'unit:A', 'unit:B', 'unit:C'];
  return [
    ...differences(
      'workbooks',
      wanted,
      stored.map(({ id }) => String(id)),
    ),
    ...differences(
      'files',
      stored.map(({ id, spreadsheetId }) => `${id} ${spreadsheetId}`),
      files.map(({ id, workbook }) => `${workbook} ${id}`),
    ),
    ...Object.entries(toWrite).flatMap(([id, requests]): Finding[] =>
      requests === 0 ? [] : [`workbook ${id}: shows something else than is stored (${requests} edits)`],
    ),
  ];
}
