/** What goes wrong with one call. `before`: the server never heard of it. `after`: it did the work, and the answer is lost. */
export type Fault = HttpFault | GrpcFault;

export type HttpFault =
  | {
      readonly kind: 'status';
      readonly status: 403 | 429 | 500 | 503;
      readonly retryAfter?: 'seconds' | 'date';
    }
  | { readonly kind: 'cut'; readonly when: When }
  /** Never answered; the connection stays open. */
  | { readonly kind: 'hang'; readonly when: When }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The work is done and the answer ends in its middle, or is something else with 200. */
  | { readonly kind: 'truncated' | 'garbage' }
  /** Delivered twice; the caller hears the second answer. */
  | { readonly kind: 'twice' }
  /** Let through only after the next call at the same door. */
  | { readonly kind: 'held' };

export type GrpcFault =
  | { readonly kind: 'grpc'; readonly code: GrpcCode; readonly when: When }
  /** This stream alone is reset. */
  | { readonly kind: 'reset'; readonly when: When }
  /** The connection breaks, and with it every call on it. */
  | { readonly kind: 'cut'; readonly when: When }
  | { readonly kind: 'hang'; readonly when: When }
  | { readonly kind: 'slow'; readonly ms: number };

export type When = 'before' | 'after';
/** DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE. */
export type GrpcCode = 4 | 8 | 10 | 13 | 14;

/** Between whom: the callers and the functions, or the functions and one of Google's services. */
export type DoorName = 'callers' | 'google' | 'certificates' | 'metadata' | 'firestore';

/** One call at a door. `nth` counts the calls of the same name at the same door, from 1. */
export interface Knock {
  readonly door: DoorName;
  /** "POST /v4/spreadsheets/*:batchUpdate", "Commit": ids taken out. */
  readonly name: string;
  readonly nth: number;
}

export interface Chances {
  /** Of a hundred calls at a door, how many meet a fault; 0 for doors that are not named. */
  readonly ofHundred: Partial<Readonly<Record<DoorName, number>>>;
  /** Also calls that are never answered: each costs a caller's whole patience. */
  readonly hangs?: boolean;
  /** Also answers of Firestore's reads that get lost: in a transaction they leave locks behind that only time ends. */
  readonly lostReads?: boolean;
}

/** The fault that a call meets: a pure function of the seed, the door, the call's name and its number. */
export function faultAt(seed: number, knock: Knock, chances: Chances): Fault | undefined {
  const chance = chances.ofHundred[knock.door] ?? 0;
  const draw = drawsOf(`${seed}/${knock.door}/${knock.name}/${knock.nth}`);
  if (draw(100) >= chance) return undefined;
  const all = knock.door === 'firestore' ? firestoreFaults(knock.name, chances) : httpFaults(knock.door);
  const possible = chances.hangs === true ? [...all, ...HANGS] : all;
  const fault = possible[draw(possible.length)]!;
  return fault.kind === 'slow' ? { kind: 'slow', ms: 20 + draw(400) } : fault;
}

const CUTS = [
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
] as const;
const HANGS = [
  { kind: 'hang', when: 'before' },
  { kind: 'hang', when: 'after' },
] as const;
const SLOW = { kind: 'slow', ms: 0 } as const;

const ON_THE_WAY: readonly HttpFault[] = [
  ...CUTS,
  { kind: 'cut', when: 'after' }, // the answer that gets lost is what most mistakes are made of
  SLOW,
  { kind: 'truncated' },
  { kind: 'garbage' },
  { kind: 'twice' },
  { kind: 'held' },
  { kind: 'status', status: 429 },
  { kind: 'status', status: 503 },
];

const GOOGLES: readonly HttpFault[] = [
  ...ON_THE_WAY,
  { kind: 'status', status: 429, retryAfter: 'seconds' },
  { kind: 'status', status: 429, retryAfter: 'date' },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: 'seconds' },
];

function httpFaults(door: DoorName): readonly HttpFault[] {
  if (door === 'callers') return ON_THE_WAY;
  if (door === 'google') return GOOGLES;
  return GOOGLES.filter((fault) => fault.kind !== 'status' || fault.status !== 403);
}

const GRPC_CODES: readonly GrpcCode[] = [4, 8, 10, 13, 14];

function firestoreFaults(name: string, { lostReads = false }: Chances): readonly GrpcFault[] {
  const whens: readonly When[] = name === 'Commit' || lostReads ? ['before', 'after'] : ['before'];
  return [
    SLOW,
    ...whens.flatMap((when): readonly GrpcFault[] => [
      { kind: 'reset', when },
      { kind: 'cut', when },
      // ABORTED says that nothing was written; where something was, Google never says so.
      ...GRPC_CODES.filter((code) => when === 'before' || code !== 10).map(
        (code): GrpcFault => ({ kind: 'grpc', code, when }),
      ),
    ]),
  ];
}

/** Whole numbers from 0 up to a bound, one after the other; the same for the same text. */
export function drawsOf(text: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** "cut after", "status 429 seconds", "grpc 14 before". */
export function labelOf(fault: Fault): string {
  const { kind, ...rest } = fault;
  const parts = kind === 'slow' ? [] : Object.values(rest);
  return [kind, ...parts].join(' ');
}
