import fc from 'fast-check';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import type { Role } from '../../functions/src/ports/member.ts';
import { MEMBERS_OF_COUNCIL } from '../http/council-campaign.ts';
import { EDITOR_A, EDITOR_B, LEADER, NOBODY, OFFICER } from '../http/small-campaign.ts';
import { ADMIN } from '../http/test-office.ts';
import { campaignTexts } from './campaign-texts.ts';
import { INJECTIONS, INVISIBLE_TEXTS, ODD_IDS, VIETNAMESE_TEXTS } from './corpus.ts';
import { appraisalCells, registerCells, registerNames, setupCells, submissionCells } from './grids.ts';
import { mutated, mutation, oddValue, wildBody } from './mutations.ts';
import { type Hints, shapedBody } from './shape-values.ts';
import { plainly, textChange, WAYS } from './wire.ts';

/** One request, with everything that goes out. */
export interface Shot {
  readonly name: string;
  /** Whose token goes with it. */
  readonly as: string;
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes?: Buffer;
}

const HOLDERS: Readonly<Record<Role, readonly string[]>> = {
  admin: [ADMIN],
  officer: [OFFICER],
  unit_editor: [EDITOR_A, EDITOR_B],
  leader: [LEADER],
  council_member: MEMBERS_OF_COUNCIL,
};
export const CALLERS: readonly string[] = [...Object.values(HOLDERS).flat(), NOBODY];

/**
 * Requests for one function about these campaigns: of its shape, of its shape with mistakes, of no shape, and of any
 * of these written down wrongly. In about these shares: a third, a third, a twelfth, a quarter.
 */
export function shotsFor(name: string, campaigns: readonly string[]): fc.Arbitrary<Shot> {
  const valid = validBody(name, campaigns);
  const nearly = fc
    .tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([body, all]) => all.reduce<unknown>(mutated, body));
  const body = fc.oneof(
    { weight: 4, arbitrary: valid as fc.Arbitrary<unknown> },
    { weight: 5, arbitrary: nearly },
    { weight: 1, arbitrary: wildBody },
  );
  const { mayCall, method } = endpoints[name]!;
  const allowed = Object.keys(mayCall).flatMap((role) => HOLDERS[role as Role]);
  const as = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...allowed) },
    { weight: 1, arbitrary: fc.constantFrom(...CALLERS) },
  );
  return method === 'GET' ? readShots(name, as, body) : writtenShots(name, as, body);
}

function writtenShots(
  name: string,
  as: fc.Arbitrary<string>,
  body: fc.Arbitrary<unknown>,
): fc.Arbitrary<Shot> {
  const json = body.map((value) => JSON.stringify(value) ?? '');
  const written = fc.oneof(
    { weight: 15, arbitrary: json.map(plainly) },
    { weight: 4, arbitrary: fc.tuple(json, textChange).map(([text, change]) => plainly(change(text))) },
    {
      weight: 1,
      arbitrary: fc.tuple(json, fc.constantFrom(...LIGHT_WAYS)).map(([text, way]) => WAYS[way]!(text)),
    },
  );
  return fc.tuple(as, written, languages).map(([who, { bytes, headers }, language]) => ({
    name,
    as: who,
    method: 'POST',
    path: `/${name}`,
    headers: { ...headers, ...language },
    bytes,
  }));
}

/** The large ones have their own round: each function meets each of them once (see run-wires.ts). */
const LIGHT_WAYS = Object.keys(WAYS).filter((way) => !/deep|ten thousand|commas|long|10 MB/.test(way));

function readShots(name: string, as: fc.Arbitrary<string>, body: fc.Arbitrary<unknown>): fc.Arbitrary<Shot> {
  const query = body.map((value) =>
    Object.entries(Object(value) as object).map(
      ([key, each]) => `${encoded(key)}=${encoded(typeof each === 'string' ? each : JSON.stringify(each))}`,
    ),
  );
  const odd = fc.constantFrom(
    ...[
      'campaign=X',
      'campaign[]=X',
      'campaign[a]=X',
      'campaign',
      '=',
      '=X',
      '&&',
      'a;b',
      '%',
      '%zz',
      '%ff',
      '%00',
    ],
    ...['__proto__=1', '__proto__[x]=1', 'constructor.prototype.x=1', '+', '#', '?', `x=${'y'.repeat(5000)}`],
    ...ODD_IDS.map((id) => `period=${encoded(id)}`),
  );
  const parts = fc.oneof(
    { weight: 3, arbitrary: query },
    {
      weight: 1,
      arbitrary: fc
        .tuple(query, odd, fc.boolean())
        .map(([all, one, first]) => (first ? [one, ...all] : [...all, one])),
    },
  );
  return fc.tuple(as, parts, languages).map(([who, all, headers]) => ({
    name,
    as: who,
    method: 'GET',
    path: `/${name}?${all.join('&')}`.slice(0, 12_000),
    headers,
  }));
}

const encoded = (text: string | undefined): string => encodeURIComponent((text ?? '').toWellFormed());

const languages: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('en', 'en;q=2,vi;q=NaN', '*', ',;,;', 'x'.repeat(2000), 'vi;q=0,en;q=0.0001')
      .map((value) => ({ 'accept-language': value })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('0123456789abcdef0123456789abcdef/1;o=1', '../../x', '{"a":1}', 'f'.repeat(3000))
      .map((value) => ({ 'x-cloud-trace-context': value })),
  },
);

/** What an endpoint takes, about things that are there, with cells and files that it reads. */
function validBody(name: string, campaigns: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const body = shapedBody(name, hintsFor(name, campaigns));
  const matching = body.chain((made) => {
    if (name === 'save-register')
      return registerCells(String(made.register)).map((cells) => ({ ...made, cells }));
    if (name !== 'load-campaign' && name !== 'preview-campaign') return fc.constant(made);
    return fc.oneof(
      campaignTexts(String(made.campaign)).map((files) => without({ ...made, files }, 'cells')),
      setupCells.map((cells) => without({ ...made, cells }, 'files')),
    );
  });
  return matching.map((made) => JSON.parse(JSON.stringify(made)) as Record<string, unknown>);
}

function without(body: Record<string, unknown>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = body;
  return rest;
}

const candidates = [
  'praise-A',
  'reward-A',
  'praise-B',
  'reward-B',
  'praise-C',
  'praise-DK-AAAAAA',
  'caught_up-HT-AAAAAA',
];
const words = fc.oneof(
  fc.constantFrom(...VIETNAMESE_TEXTS, 'Ghi nhầm số liệu', 'Số 5, ngày 12/4/2024'),
  fc.constantFrom(...INJECTIONS, ...INVISIBLE_TEXTS),
);
const someone = fc.oneof(
  fc.constantFrom(...MEMBERS_OF_COUNCIL, 'C1@X.EXAMPLE', ' c2@x.example '),
  fc.constantFrom('', '@', 'a@b@c', 'x@x.example\u0000', 'с1@x.example', '../x@x', ...INVISIBLE_TEXTS),
);

function hintsFor(name: string, campaigns: readonly string[]): Hints {
  const ids: Hints = {
    campaign: fc.constantFrom(...campaigns),
    period: fc.constantFrom('2024-03', '2024-03', '2024-03', '2024-04', '2024-02', '2025-01'),
    unitId: fc.constantFrom('A', 'A', 'B', 'C', 'D'),
    from: fc.constantFrom('A', 'B'),
    ballot: fc.constantFrom('BC-2024-03-1', 'BC-2024-03-1', 'BC-2024-03-2', 'BC-2024-04-1'),
    decision: fc.constantFrom('2024-1', '2024-1', '2024-2', '2024-9'),
    field: fc.constantFrom('NN', 'NN', 'XX'),
    row: fc.constantFrom('HT-AAAAAA', 'DK-AAAAAA'),
    signer: fc.constantFrom('TB', 'TB', 'XX'),
    signedOn: fc.constantFrom(
      '2024-04-12',
      '2024-04-12',
      '2024-04-30',
      '0000-00-00',
      '2024-02-30',
      '9999-99-99',
    ),
    candidate: fc.constantFrom(...candidates),
    subject: fc.constantFrom(...candidates),
    only: fc.shuffledSubarray(candidates),
    version: fc.constantFrom('1', '2', '999999'),
    most: name === 'log' ? fc.constantFrom('1', '5', '999') : fc.constantFrom(1, 5, 100_000),
    workbooks: fc.shuffledSubarray(['office', 'summary', 'unit:A', 'unit:B'], { minLength: 1 }),
    withinMs: fc.integer({ min: 1, max: 200 }),
    spreadsheetId: fc.constantFrom('spreadsheet-0001', '__________', '-'.repeat(200)),
    requestKey: fc.integer({ min: 0, max: 40 }).map((i) => `key-0000-${i}`),
    'votes.name': fc.constantFrom(...candidates),
    'counts.name': fc.constantFrom(...candidates),
    'files.name': fc.constantFrom('campaign.json', 'units.csv', 'x.json'),
    votes: fc.constantFrom('yes', 'nay', 'nil').map((word) => paperOf(word)),
  };
  return {
    ...ids,
    subjects:
      name === 'revoke-decision'
        ? fc.shuffledSubarray(candidates, { minLength: 1 })
        : fc.shuffledSubarray(candidates, { minLength: 1, maxLength: 3 }).map((all) => all.map(subjectOf)),
    reason: words,
    minutes: words,
    evidence: words,
    voters: fc.array(someone, { minLength: 1, maxLength: 5 }),
    voter: someone,
    register: fc.constantFrom(...registerNames),
    cells: name === 'appraise' ? appraisalCells : submissionCells,
    basis: oddValue.filter((value) => typeof value === 'string' && value.length <= 64),
    files: fc.constant({}),
  };
}

const paperOf = (word: string) => ({ 'praise-A': word, 'reward-A': word, 'praise-B': word });
const subjectOf = (candidate: string) => ({
  candidate,
  field: 'NN',
  becomesExemplar: candidate.startsWith('praise'),
});
