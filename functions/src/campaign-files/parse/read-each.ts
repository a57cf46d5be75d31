import type { z } from 'zod';
import type { At } from '../../domain/at.ts';
import { cleanText, excerptOf } from '../../domain/form/text.ts';
import type { FieldShape } from '../../domain/issue.ts';
import type { Issues, PlaceOf } from '../issues.ts';
import { isNote } from './csv-text.ts';
import type { FieldMeta } from './fields.ts';

/** What could be read: every part may be missing, because it was absent or because it was wrong. */
export type Partly<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Partly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]?: Partly<T[Key]> | undefined }
      : T;

/** How a schema's parts are told apart; zod's own description of itself. */
type Schema = z.ZodType & {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly defaultValue?: unknown;
  };
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
};

/**
 * Reads each field by its own schema, where zod alone would give up a whole object for one wrong field: so the
 * checks that follow see all that is right, and every mistake is told at once. Objects that were read are placed
 * in `issues`. Where no issue was added, the value is a whole T.
 */
export function readEach<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  placeOf: PlaceOf,
  issues: Issues,
): Partly<T> | undefined {
  return new EachReader(issues).read(schema as unknown as Schema, raw, '', '', placeOf) as
    | Partly<T>
    | undefined;
}

class EachReader {
  readonly #issues: Issues;

  constructor(issues: Issues) {
    this.#issues = issues;
  }

  /** `path` is from the place's root; `field` is the last name in it, for people. */
  read(schema: Schema, raw: unknown, path: string, field: string, placeOf: PlaceOf): unknown {
    const { def } = schema;
    const absent = raw === undefined || raw === null;
    if (def.type === 'optional')
      return absent ? undefined : this.read(def.innerType!, raw, path, field, placeOf);
    if (def.type === 'default')
      return absent ? def.defaultValue : this.read(def.innerType!, raw, path, field, placeOf);
    if (absent) {
      this.#issues.add({ code: 'field_missing', field, at: placeOf(path) });
      return undefined;
    }
    if (schema.shape) return this.#object(schema.shape, raw, path, field, placeOf);
    if (def.type === 'array') return this.#list(def.element!, raw, path, field, placeOf);
    return this.#leaf(schema, raw, field, placeOf(path));
  }

  #object(
    shape: Readonly<Record<string, Schema>>,
    raw: unknown,
    path: string,
    field: string,
    placeOf: PlaceOf,
  ): unknown {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      return this.#invalid(field, 'object', raw, placeOf(path));
    const given = raw as Readonly<Record<string, unknown>>;
    const read: Record<string, unknown> = {};
    for (const [key, schema] of Object.entries(shape)) {
      const name = nameGiven(key, given);
      const value = own(given, name);
      const inner = path === '' ? name : `${path}.${name}`;
      const result = this.read(schema, value, inner, key, placeOf);
      if (result !== undefined) read[key] = result;
    }
    for (const name of Object.keys(given)) {
      if (isNote(name) || isNamed(name, shape, given)) continue;
      const inner = path === '' ? name : `${path}.${name}`;
      this.#issues.add({ code: 'field_unknown', field: name, at: placeOf(inner) });
    }
    return this.#issues.place(read, (key) => placeOf(join(path, key && nameGiven(key, given))));
  }

  #list(element: Schema, raw: unknown, path: string, field: string, placeOf: PlaceOf): unknown {
    if (!Array.isArray(raw)) return this.#invalid(field, 'list', raw, placeOf(path));
    const items: unknown[] = [];
    raw.forEach((item, index) => {
      const inner = `${path}[${index}]`;
      const read = this.read(element, item, inner, `${field}[${index}]`, placeOf);
      if (read !== undefined) items.push(read);
    });
    return items;
  }

  #leaf(schema: Schema, raw: unknown, field: string, at: At): unknown {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    const meta = (schema.meta() ?? {}) as FieldMeta;
    if (meta.code !== undefined && (typeof raw === 'string' || Array.isArray(raw))) {
      this.#issues.add({ code: 'code_malformed', what: meta.code, value: shown(raw), at });
      return undefined;
    }
    const choices = schema.options?.filter((option) => typeof option === 'string');
    if (choices?.length) return this.#invalid(field, 'choice', raw, at, choices);
    return this.#invalid(field, ownExpectation(parsed.error) ?? meta.expected ?? 'text', raw, at);
  }

  #invalid(
    field: string,
    expected: FieldShape,
    raw: unknown,
    at: At,
    choices?: readonly string[],
  ): undefined {
    const found = shown(raw);
    this.#issues.add({ code: 'field_invalid', field, expected, ...(choices && { choices }), found, at });
    return undefined;
  }
}

/** What a single rule of a schema expects, where that says more than the schema as a whole. */
function ownExpectation({ issues: [first] }: z.ZodError): FieldShape | undefined {
  return first?.code === 'custom' ? (first.params as FieldMeta | undefined)?.expected : undefined;
}

const join = (path: string, key: string | undefined) =>
  key === undefined ? path : path === '' ? key : `${path}.${key}`;

const own = (given: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(given, name) ? given[name] : undefined;

/** `name_vi` may be written `name`, as every `…_vi`. */
function nameGiven(key: string, given: Readonly<Record<string, unknown>>): string {
  const short = key.replace(/_vi$/, '');
  return !Object.hasOwn(given, key) && Object.hasOwn(given, short) ? short : key;
}

function isNamed(
  name: string,
  shape: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): boolean {
  if (Object.hasOwn(shape, name)) return true;
  return Object.hasOwn(shape, `${name}_vi`) && !Object.hasOwn(given, `${name}_vi`);
}

/** What was found, short enough for a sentence. */
function shown(raw: unknown): string {
  return excerptOf(typeof raw === 'string' ? cleanText(raw) : (JSON.stringify(raw) ?? ''));
}
