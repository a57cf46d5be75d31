import type { StoredDocument, StoredFields, StoredValue } from '../../adapters/firestore/documents.ts';
import { commitmentTo } from '../../domain/log-chain/chained-entry.ts';
import { REMOVED } from '../../domain/log-chain/removed.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import { registerOf } from '../../domain/register/registers.ts';
import type { Finder } from './person.ts';
import { listOf, mapOf, textOf, textsIn, withTexts } from './stored-texts.ts';

/** What forgetting comes to in one document. kept: the person stays in it, and why. */
export interface DocumentPlan {
  readonly path: string;
  readonly does: 'removes' | 'rewrites' | 'nothing';
  readonly fields?: StoredFields;
  readonly kept?: KeptFor;
}

/** result: frozen under its digest. decision: a signed act. entry: a code in the log that its seal covers. */
export type KeptFor = 'result' | 'decision' | 'entry' | 'name_of_field';

export interface ForgetRules {
  readonly finder: Finder;
  /** Also the names in signed decisions and of exemplars that follow from them. */
  readonly alsoDecisions: boolean;
  /** "ballot/candidate" of everybody that a decision names. */
  readonly decided: ReadonlySet<string>;
}

/** undefined: the person is not in it. Doing it to its own outcome finds nothing more to do. */
export function planDocument({ path, fields }: StoredDocument, rules: ForgetRules): DocumentPlan | undefined {
  const { finder } = rules;
  const isNamed = path.split('/').some((part, i) => i % 2 === 1 && finder.in(part));
  if (!isNamed && !finds(finder, fields)) return undefined;
  const kind = path
    .split('/')
    .filter((_, i) => i % 2 === 0)
    .join('.');
  if (isNamed || kind === 'requests') return { path, does: 'removes' };
  if (kind === 'pages') return { path, does: 'nothing', kept: 'result' };
  const next = RULES[kind]?.(fields, rules) ?? withTexts(fields, finder.without);
  const kept = finds(finder, next) ? (KEPT[kind] ?? 'name_of_field') : undefined;
  const isSame = JSON.stringify(next) === JSON.stringify(fields);
  return {
    path,
    does: isSame ? 'nothing' : 'rewrites',
    ...(!isSame && { fields: next }),
    ...(kept && { kept }),
  };
}

const KEPT: Readonly<Record<string, KeptFor>> = {
  decisions: 'decision',
  exemplars: 'decision',
  ballots: 'decision',
  log: 'entry',
};

const finds = (finder: Finder, fields: StoredFields): boolean =>
  [...textsIn(fields)].some((text) => finder.in(text));

type Rule = (fields: StoredFields, rules: ForgetRules) => StoredFields;

const RULES: Readonly<Record<string, Rule>> = {
  log: entryWithout,
  decisions: decisionWithout,
  exemplars: (fields, { finder, alsoDecisions }) =>
    alsoDecisions ? withTexts(fields, finder.without) : fields,
  ballots: ballotWithout,
  boxes: boxWithout,
  'registers.rows': rowWithout,
  'registers.rows.revisions': rowWithout,
};

/** The commitments stay in the place of account and reason: the entry's digest is what it was. */
function entryWithout(fields: StoredFields, { finder }: ForgetRules): StoredFields {
  const salts = { ...mapOf(fields.salts) };
  const commitments = { ...mapOf(fields.commitments) };
  const next: Record<string, StoredValue> = { ...fields };
  for (const name of ['by', 'reason'] as const) {
    const text = textOf(fields[name]);
    const salt = textOf(salts[name]);
    if (text === undefined || salt === undefined || !finder.in(text)) continue;
    next[name] = { stringValue: REMOVED };
    commitments[name] = { stringValue: commitmentTo(text, salt) };
    delete salts[name];
  }
  return {
    ...next,
    salts: { mapValue: { fields: salts } },
    ...(Object.keys(commitments).length > 0 && { commitments: { mapValue: { fields: commitments } } }),
  };
}

/** Who entered it goes; whom it names and who signed it stays, unless it is asked for. */
function decisionWithout(fields: StoredFields, { finder, alsoDecisions }: ForgetRules): StoredFields {
  if (alsoDecisions) return withTexts(fields, finder.without);
  const { decidedBy } = fields;
  return decidedBy === undefined ? fields : { ...fields, ...withTexts({ decidedBy }, finder.without) };
}

/** Candidates whom a decision names stay as they stood before the council. */
function ballotWithout(fields: StoredFields, { finder, alsoDecisions, decided }: ForgetRules): StoredFields {
  const { candidates, ...rest } = fields;
  const id = textOf(fields.id);
  const next = listOf(candidates).map((candidate) => {
    const stays = !alsoDecisions && decided.has(`${id}/${textOf(mapOf(candidate).id)}`);
    return stays ? candidate : withTexts({ candidate }, finder.without).candidate!;
  });
  return {
    ...withTexts(rest, finder.without),
    ...(candidates && { candidates: { arrayValue: { values: next } } }),
  };
}

/** Sorted again: the place in the list would tell the first letters. */
function boxWithout(fields: StoredFields, { finder }: ForgetRules): StoredFields {
  const next = withTexts(fields, finder.without);
  const voted = listOf(next.voted).map((each) => textOf(each) ?? '');
  if (next.voted === undefined) return next;
  return { ...next, voted: { arrayValue: { values: voted.sort().map((stringValue) => ({ stringValue })) } } };
}

/** Of a row about the person every text that somebody wrote goes; from others the name alone. */
function rowWithout(fields: StoredFields, { finder }: ForgetRules): StoredFields {
  const declaration = registerOf((textOf(fields.register) ?? '') as RegisterId);
  const values = mapOf(fields.values);
  const name = declaration?.columns.find(({ isName }) => isName)?.key;
  const next = withTexts(fields, finder.without);
  if (name === undefined || !finder.is(textOf(values[name]) ?? '')) return next;
  const written = new Set(
    declaration!.columns
      .filter(({ kind, entry }) => kind === 'text' && entry === 'filled')
      .map(({ key }) => key),
  );
  const emptied = Object.entries(mapOf(next.values)).map(([key, value]) => [
    key,
    written.has(key) ? { stringValue: REMOVED } : value,
  ]);
  return { ...next, values: { mapValue: { fields: Object.fromEntries(emptied) } } };
}
