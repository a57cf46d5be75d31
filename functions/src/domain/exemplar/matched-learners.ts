import type { RegisterRow } from '../register/register.ts';
import { STILL_RUNNING, UNIT_PLAN } from '../register/registers/registration.ts';
import type { Exemplar } from './exemplar.ts';

/**
 * For each rapporteur, by the code of its row: the collectives and people it may speak to (DOMAIN R11), which are those
 * registered in its field now. The exemplar it stands for is not one of them. Whoever no longer speaks has none, nor
 * has who stands for an exemplar whose praise no longer holds.
 */
export function matchedLearners(
  rapporteurs: readonly RegisterRow[],
  registrations: readonly RegisterRow[],
  exemplarInForce: (id: string) => Exemplar | undefined,
): ReadonlyMap<string, readonly RegisterRow[]> {
  const byField = Map.groupBy(registrations.filter(isLearner), ({ values }) => values.field);
  return new Map(
    rapporteurs.map(({ code, values }) => {
      const exemplar = exemplarInForce(String(values.exemplar));
      if (exemplar === undefined || values.toOn !== undefined) return [code, []];
      const all = byField.get(values.field) ?? [];
      return [code, all.filter((row) => !isItself(row, exemplar))];
    }),
  );
}

const isLearner = ({ values }: RegisterRow): boolean =>
  values.kind !== UNIT_PLAN && values.state === STILL_RUNNING;

const isItself = ({ code }: RegisterRow, { subject }: Exemplar): boolean =>
  subject.kind === 'registrant' && subject.registration === code;
