import type { Deed } from '../deeds.ts';
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

/** Numbers without gaps or repeats, each decision acknowledged once, exemplars numbered as they came to be. */
export function decisions(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const stored = collection(evidence.documents, 'decisions');
  const all = [...stored.values()];
  const exemplars = [...collection(evidence.documents, 'exemplars').values()];
  const series = [...collection(evidence.documents, 'series')];
  const idOf = (decision: Document) => `${decision.series}-${decision.number}`;
  const isRevocation = ({ kind }: Document) => kind === 'revocation';
  const inLog = (action: string) =>
    logged(evidence, action).map(({ details }) => String((details as Document).decision));
  const told = [
    ...acknowledged(deeds, 'decide').map(({ answer }) => (answer as { decision: Document }).decision.id),
    ...acknowledged(deeds, 'revoke-decision').map(
      ({ answer }) => (answer as { revocation: Document }).revocation.id,
    ),
  ].map(String);
  const subjects = all.flatMap((decision) =>
    isRevocation(decision)
      ? []
      : (decision.subjects as readonly Document[])
          .filter(({ revoked }) => revoked === undefined)
          .map(({ candidate }) => `${decision.ballot} ${candidate}`),
  );
  return [
    ...series.flatMap(([id, given]) => [
      ...gaps(
        `decisions of ${id}`,
        all.filter((each) => each.series === id).map(({ number }) => Number(number)),
        Number(given.decisions),
      ),
      ...gaps(
        `exemplars of ${id}`,
        exemplars.flatMap((each) =>
          String(each.id).startsWith(`DH-${id}-`) ? [Number(String(each.id).split('-')[2])] : [],
        ),
        Number(given.exemplars),
      ),
    ]),
    ...(all.length > 0 && series.length === 0 ? ['decisions without a series'] : []),
    ...differences('references', [...new Set(all.map(reference))], all.map(reference)),
    ...differences('decided candidates', [...new Set(subjects)], subjects),
    ...accounted('decisions', told, all.map(idOf)),
    ...differences(
      'log of decisions',
      all.filter((each) => !isRevocation(each)).map(idOf),
      inLog('decision_issued'),
    ),
    ...differences('log of revocations', all.filter(isRevocation).map(idOf), inLog('decision_revoked')),
    ...all.filter(isRevocation).flatMap((revocation) => marked(revocation, stored)),
    ...exemplars.flatMap(({ id, decision }): Finding[] => {
      const made = (stored.get(String(decision))?.subjects ?? []) as readonly Document[];
      return made.some(({ exemplar, became }) => (became ?? exemplar) === id)
        ? []
        : [`exemplar ${id}: its decision ${decision} does not name it`];
    }),
  ];
}

const reference = (decision: Document) => `${decision.series} ${decision.reference}`;

/** Whom a revocation names is marked in the decision that it takes back. */
function marked(revocation: Document, stored: ReadonlyMap<string, Document>): Finding[] {
  const id = `${revocation.series}-${revocation.number}`;
  const taken = (stored.get(String(revocation.revokes))?.subjects ?? []) as readonly Document[];
  return (revocation.subjects as readonly Document[]).flatMap(({ candidate }): Finding[] => {
    const revoked = taken.find((subject) => subject.candidate === candidate)?.revoked as Document | undefined;
    return revoked?.by === id
      ? []
      : [`revocation ${id}: ${candidate} is not marked in ${revocation.revokes}`];
  });
}
