import type { Deed, Verb } from '../deeds.ts';
import type { Finding } from './evidence.ts';

/** What was acknowledged of these verbs. */
export function acknowledged(deeds: readonly Deed[], ...verbs: readonly Verb[]): readonly Deed[] {
  return deeds.filter(({ verb, outcome }) => outcome === 'acknowledged' && verbs.includes(verb));
}

/**
 * Names of what was acknowledged against names of what is there. What somebody gave up may be there, and once: it is
 * named by `givenUp`.
 */
export function accounted(
  what: string,
  wanted: readonly string[],
  found: readonly string[],
  givenUp: readonly string[] = [],
): Finding[] {
  const left = [...found];
  const take = (name: string) => {
    const at = left.indexOf(name);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const lost = wanted.filter((name) => !take(name));
  for (const name of givenUp) take(name);
  return [
    ...lost.map((name) => `${what}: acknowledged and not there: ${name}`),
    ...left.map((name) => `${what}: there and asked for by nobody, or twice: ${name}`),
  ];
}
