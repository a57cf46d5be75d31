import type { ScoringKind } from '../../domain/campaign/criterion.ts';

/**
 * The language of the `parameters` column, clause by clause: "step=0.5", ">=100: 10; >=80: 7; else 0",
 * "each=0.5, cap 8". docs/campaign.md describes it.
 */
export interface Parameters {
  readonly named: ReadonlyMap<string, string>;
  readonly tiers: readonly TierClause[];
  /** Points below the last tier. */
  readonly otherwise?: string;
  /** Clauses that say nothing known, and names said twice. */
  readonly malformed: readonly { readonly parameter: string; readonly found: string }[];
}

export interface TierClause {
  readonly direction: 'at_least' | 'at_most';
  readonly limit: string;
  readonly points: string;
  /** As it was written, for issues. */
  readonly text: string;
}

/** Short enough that every number here can be read. */
const NUMBER = '[+-]?\\d{1,12}(?:\\.\\d{1,12})?';
const SEPARATOR = /\s*[;\n]\s*|\s*,\s+/;
const TIER = new RegExp(`^(>=|<=|≥|≤)\\s*(${NUMBER})\\s*%?\\s*:\\s*(${NUMBER})$`);
const OTHERWISE = new RegExp(`^else\\s*[:=]?\\s*(${NUMBER})$`, 'i');
const NAMED = /^([a-z_]+)\s*=\s*(\S.*)$/i;

/** Other ways to say the same, as regulations write them. */
const SPOKEN: readonly [RegExp, (match: RegExpExecArray) => readonly (readonly [string, string])[]][] = [
  [new RegExp(`^0\\.\\.(${NUMBER})(?: step (${NUMBER}))?$`), ([, most, step]) => pairs({ cap: most, step })],
  [new RegExp(`^step (${NUMBER})$`, 'i'), ([, step]) => pairs({ step })],
  [new RegExp(`^(${NUMBER}) (?:points? )?each$`, 'i'), ([, each]) => pairs({ each })],
  [
    new RegExp(`^(cap|floor) (${NUMBER})$`, 'i'),
    ([, name, value]) => pairs({ [name!.toLowerCase()]: value }),
  ],
  [
    new RegExp(`^(yes|no)\\s*:\\s*(${NUMBER})$`, 'i'),
    ([, word, value]) => pairs({ [word!.toLowerCase()]: value }),
  ],
  [new RegExp(`^target (${NUMBER})\\s*%?$`, 'i'), ([, target]) => pairs({ target })],
  [/^cumulative(?: since January)?$/i, () => pairs({ basis: 'cumulative' })],
  [/^by (cluster|track)$/i, ([, scope]) => pairs({ scope: scope!.toLowerCase() })],
  [/^(?:no )?(?:also )?raises gate (\S+)$/i, ([, gate]) => pairs({ gate })],
];

/** Phrases of regulations' tables that only say what the method does anyway. */
const UNDERSTOOD: Readonly<Partial<Record<ScoringKind, readonly string[]>>> = {
  direct: ['note required if appraised score differs from self-score'],
  percent: ['max*min(actual/target,1)'],
  peer_relative: [
    'A<T: .5*max*A/T',
    'A=T: .5*max',
    'leader (highest A/T>1): max',
    'else .5*max+.5*max*(A/T-1)/(L-1)',
  ],
};

export function parseParameters(text: string, kind: ScoringKind): Parameters {
  const named = new Map<string, string>();
  const tiers: TierClause[] = [];
  const malformed: { parameter: string; found: string }[] = [];
  let otherwise: string | undefined;
  const clauses = text.split(SEPARATOR).map((part) => part.trim());
  for (const clause of clauses.filter((part) => part !== '' && !UNDERSTOOD[kind]?.includes(part))) {
    const tier = TIER.exec(clause);
    const rest = OTHERWISE.exec(clause);
    if (tier) {
      const direction = tier[1] === '>=' || tier[1] === '≥' ? 'at_least' : 'at_most';
      tiers.push({ direction, limit: tier[2]!, points: tier[3]!, text: clause });
    } else if (rest && otherwise === undefined) otherwise = rest[1]!;
    else {
      const said = namedIn(clause);
      if (said.length === 0) malformed.push({ parameter: rest ? 'else' : 'parameters', found: clause });
      for (const [name, value] of said)
        if (named.has(name)) malformed.push({ parameter: name, found: clause });
        else named.set(name, value);
    }
  }
  return { named, tiers, malformed, ...(otherwise !== undefined && { otherwise }) };
}

function namedIn(clause: string): readonly (readonly [string, string])[] {
  const named = NAMED.exec(clause);
  if (named) return [[named[1]!.toLowerCase(), named[2]!.trim()]];
  for (const [pattern, read] of SPOKEN) {
    const match = pattern.exec(clause);
    if (match) return read(match);
  }
  return [];
}

function pairs(values: Readonly<Record<string, string | undefined>>): readonly (readonly [string, string])[] {
  return Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined);
}
