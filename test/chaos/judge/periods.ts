import type { Deed, Verb } from '../deeds.ts';
import { accounted, acknowledged } from './deeds-of.ts';
import {
  collection,
  type Document,
  differences,
  type Evidence,
  type Finding,
  gaps,
  logged,
} from './evidence.ts';

const MOVES = {
  open: 'period_opened',
  close: 'period_closed',
  evaluate: 'period_evaluated',
  publish: 'period_published',
  reopen: 'period_reopened',
} as const satisfies Partial<Record<Verb, string>>;

/** What a period is after each step. After a ballot was closed it may be either of two. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  period_opened: ['open'],
  period_closed: ['closed'],
  period_evaluated: ['evaluated'],
  period_published: ['published'],
  period_reopened: ['open'],
  ballot_opened: ['evaluated'],
  ballot_closed: ['voted', 'evaluated'],
};

/** Each step that was acknowledged is in the log once, and the record is what the steps in the log come to. */
export function periods(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const steps = Object.entries(MOVES).flatMap(([verb, action]) => {
    const told = acknowledged(deeds, verb as Verb).map(({ body, as }) => `${action} ${body.period} by ${as}`);
    const byJob = jobsDone(deeds, verb).map(({ period, by }) => `${action} ${period} by ${by}`);
    const found = logged(evidence, action).map(({ period, by }) => `${action} ${period} by ${by}`);
    return accounted('steps of periods', [...told, ...byJob], found);
  });
  const records = [...collection(evidence.documents, 'periods')];
  return [...steps, ...records.flatMap(([id, record]) => consistent(id, record, evidence))];
}

/** Each job once, however often it was asked for. */
export function jobsDone(
  deeds: readonly Deed[],
  kind: string,
): readonly { readonly id: string; readonly period: string; readonly by: string }[] {
  const jobs = acknowledged(deeds, 'start-job')
    .filter(({ body }) => body.kind === kind)
    .map(({ answer, body, as }) => {
      const { id } = (answer as { job: { id: string } }).job;
      return [id, { id, period: String(body.period), by: as }] as const;
    });
  return [...new Map(jobs).values()];
}

function consistent(id: string, record: Document, evidence: Evidence): Finding[] {
  const entries = logged(evidence, ...Object.keys(STATES)).filter(({ period }) => period === id);
  const count = (action: string) => entries.filter((entry) => entry.action === action).length;
  const last = [...entries].sort(byWriting).at(-1);
  const states = STATES[String(last?.action)] ?? [];
  const publications = record.publications as readonly Document[];
  const results = collection(evidence.documents, `periods/${id}/results`);
  const inLog = new Map(
    entries
      .filter(({ action }) => action === 'period_evaluated')
      .map(({ details }) => [String((details as Document).version), (details as Document).digest]),
  );
  return [
    ...(states.includes(String(record.state)) ? [] : [`period ${id}: ${record.state} after ${last?.action}`]),
    ...differences(
      `period ${id}`,
      ['opened once', `evaluated ${record.resultVersion}`, `published ${publications.length}`],
      [
        count('period_opened') === 1 ? 'opened once' : `opened ${count('period_opened')} times`,
        `evaluated ${count('period_evaluated')}`,
        `published ${count('period_published')}`,
      ],
    ),
    ...((record.reopenings as readonly Document[]).length === count('period_reopened')
      ? []
      : [`period ${id}: reopened another number of times than the log says`]),
    ...gaps(`results of ${id}`, [...results.keys()].map(Number), Number(record.resultVersion)),
    ...[...results].flatMap(([version, { digest }]): Finding[] => {
      const replayed = evidence.replayed[`${id}/${version}`];
      if (digest === replayed && digest === inLog.get(version)) return [];
      return [`result ${id}/${version}: ${digest}, replayed ${replayed}, in the log ${inLog.get(version)}`];
    }),
  ];
}

function byWriting(a: Document, b: Document): number {
  const [first, second] = [String(a.writtenAt), String(b.writtenAt)];
  return first < second ? -1 : first > second ? 1 : Number(a.nth) - Number(b.nth);
}
