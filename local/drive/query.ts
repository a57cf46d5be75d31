import type { Call } from '../sheets/call.ts';
import type { FileState } from '../sheets/store/file-state.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';

interface Candidate {
  file: FileState;
  call: Call;
}
type Test = (candidate: Candidate) => boolean;

const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z]+)|(!=|<=|>=|=|<|>|\(|\)|\{|\}))/y;

interface Token {
  kind: 'text' | 'word' | 'sign';
  text: string;
}

/**
 * Reads Drive's search language: comparisons of `name`, `mimeType`, `trashed`, `starred`, `createdTime`,
 * `modifiedTime`; `'id' in parents` (owners, writers, readers); `appProperties has {key='k' and value='v'}`;
 * joined by `and`, `or`, `not` and brackets. A term we do not know is refused with 501.
 */
export function parseQuery(query: string): Test {
  const tokens = tokenize(query);
  let next = 0;
  if (tokens.length === 0) return () => true;
  const test = either();
  if (next < tokens.length) throw unreadable();
  return test;

  function either(): Test {
    let left = both();
    while (isWord('or')) {
      next++;
      const [a, b] = [left, both()];
      left = (file) => a(file) || b(file);
    }
    return left;
  }
  function both(): Test {
    let left = single();
    while (isWord('and')) {
      next++;
      const [a, b] = [left, single()];
      left = (file) => a(file) && b(file);
    }
    return left;
  }
  function single(): Test {
    if (isWord('not')) {
      next++;
      const inner = single();
      return (file) => !inner(file);
    }
    if (isSign('(')) {
      next++;
      const inner = either();
      expect(')');
      return inner;
    }
    const token = take();
    return token.kind === 'text' ? membership(token.text) : comparison(token.text);
  }
  function membership(value: string): Test {
    if (take().text.toLowerCase() !== 'in') throw unreadable();
    return isIn(value, take().text);
  }
  function comparison(field: string): Test {
    if (field === 'sharedWithMe') {
      if (isSign('=')) next += 2;
      return ({ file, call }) =>
        !file.permissions.some(({ role, emailAddress }) => role === 'owner' && emailAddress === call.caller);
    }
    const operator = take().text;
    if (operator === 'has') return has(field);
    return compare(field, operator, take().text);
  }
  function has(field: string): Test {
    if (field !== 'appProperties' && field !== 'properties')
      throw unsupported(`the search term "${field} has"`);
    const wanted: Record<string, string> = {};
    expect('{');
    for (;;) {
      const name = take().text;
      expect('=');
      wanted[name] = take().text;
      if (!isWord('and')) break;
      next++;
    }
    expect('}');
    const { key, value } = wanted;
    if (key === undefined || value === undefined) throw unreadable();
    return ({ file }) => file.meta[field][key] === value;
  }
  function take(): Token {
    const token = tokens[next++];
    if (token === undefined) throw unreadable();
    return token;
  }
  function isWord(word: string): boolean {
    return tokens[next]?.kind === 'word' && tokens[next]!.text.toLowerCase() === word;
  }
  function isSign(sign: string): boolean {
    return tokens[next]?.kind === 'sign' && tokens[next]!.text === sign;
  }
  function expect(sign: string): void {
    if (!isSign(sign)) throw unreadable();
    next++;
  }
}

const unreadable = () => invalid('Invalid Value');

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = query.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(query);
    if (!found) throw unreadable();
    const text = found[1] ?? found[2];
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1') });
    else if (found[3] !== undefined) tokens.push({ kind: 'word', text: found[3] });
    else tokens.push({ kind: 'sign', text: found[4]! });
  }
  return tokens;
}

function isIn(value: string, collection: string): Test {
  const holds =
    (roles: string[]): Test =>
    ({ file }) =>
      file.permissions.some(
        ({ role, emailAddress }) =>
          roles.includes(role) && emailAddress?.toLowerCase() === value.toLowerCase(),
      );
  switch (collection) {
    case 'parents':
      return ({ file }) =>
        value === 'root' ? file.meta.parents.length === 0 : file.meta.parents.includes(value);
    case 'owners':
      return holds(['owner']);
    case 'writers':
      return holds(['owner', 'writer']);
    case 'readers':
      return holds(['owner', 'writer', 'commenter', 'reader']);
  }
  throw unsupported(`the search term "in ${collection}"`);
}

function compare(field: string, operator: string, value: string): Test {
  switch (field) {
    case 'name':
    case 'mimeType': {
      const of = ({ file }: Candidate) => file.meta[field];
      if (operator === '=') return (one) => of(one) === value;
      if (operator === '!=') return (one) => of(one) !== value;
      // Drive matches names by the beginnings of their words.
      if (operator === 'contains' && field === 'name')
        return (one) => ` ${of(one).toLowerCase()}`.includes(` ${value.toLowerCase()}`);
      if (operator === 'contains') return (one) => of(one).includes(value);
      break;
    }
    case 'trashed':
    case 'starred': {
      const wanted = value.toLowerCase() === 'true';
      if (operator === '=' || operator === '!=')
        return ({ file }) => (file.meta[field] === wanted) === (operator === '=');
      break;
    }
    case 'createdTime':
    case 'modifiedTime': {
      const at = Date.parse(
        /[zZ]|[+-]\d\d:\d\d$/.test(value) ? value : `${value.includes('T') ? value : `${value}T00:00:00`}Z`,
      );
      if (Number.isNaN(at)) throw unreadable();
      const tests: Record<string, (time: number) => boolean> = {
        '<': (time) => time < at,
        '<=': (time) => time <= at,
        '=': (time) => time === at,
        '!=': (time) => time !== at,
        '>': (time) => time > at,
        '>=': (time) => time >= at,
      };
      const test = tests[operator];
      if (test) return ({ file }) => test(Date.parse(file.meta[field]));
    }
  }
  throw unsupported(`the search term "${field} ${operator}"`);
}
