import fc from 'fast-check';
import { z } from 'zod';
import { endpoints } from '../../functions/src/http/endpoints.ts';

/** As much of JSON Schema as zod writes for our shapes. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Values that mean something where they stand, by the name of their place: "unitId", "voters". */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** What an endpoint's own shape allows. A pattern that no hint knows is an error: nothing is left out silently. */
export function shapedBody(name: string, hints: Hints): fc.Arbitrary<Record<string, unknown>> {
  const shape = z.toJSONSchema(endpoints[name]!.accepts, { io: 'input', unrepresentable: 'any' }) as Shape;
  return arbitraryOf(shape, name, hints) as fc.Arbitrary<Record<string, unknown>>;
}

/** Every place of an endpoint's shape where people's own words may stand, as paths: "written.papers.voter". */
export function freeTexts(name: string): readonly string[] {
  const found: string[] = [];
  const visit = (shape: Shape, path: string) => {
    if (shape.type === 'string' && shape.pattern === undefined && shape.enum === undefined && !shape.const)
      found.push(path);
    for (const each of [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) visit(each, path);
    for (const [key, each] of Object.entries(shape.properties ?? {})) visit(each, `${path}.${key}`);
    if (shape.items !== undefined) visit(shape.items, path);
    if (typeof shape.additionalProperties === 'object') visit(shape.additionalProperties, path);
  };
  visit(z.toJSONSchema(endpoints[name]!.accepts, { io: 'input', unrepresentable: 'any' }) as Shape, name);
  return [...new Set(found)];
}

function arbitraryOf(shape: Shape, key: string, hints: Hints): fc.Arbitrary<unknown> {
  const hint = hints[key];
  if (hint !== undefined) return hint;
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => arbitraryOf(each, key, hints)));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case 'object':
      return objectOf(shape, key, hints);
    case 'array':
      return fc.array(arbitraryOf(shape.items!, key, hints), {
        minLength: shape.minItems ?? 0,
        maxLength: 5,
      });
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -1e9, max: shape.maximum ?? 1e9 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      if (shape.pattern !== undefined) throw new Error(`no hint for ${key}: ${shape.pattern}`);
      return fc.string({ maxLength: Math.min(shape.maxLength ?? 30, 30), unit: 'binary' });
    default:
      throw new Error(`no value for ${key}: ${JSON.stringify(shape)}`);
  }
}

function objectOf(shape: Shape, key: string, hints: Hints): fc.Arbitrary<unknown> {
  if (shape.propertyNames !== undefined) {
    const name = hints[`${key}.name`];
    if (name === undefined) throw new Error(`no hint for the names in ${key}`);
    const value = arbitraryOf(shape.additionalProperties as Shape, `${key}.value`, hints);
    return fc.dictionary(name as fc.Arbitrary<string>, value, { maxKeys: 5 });
  }
  const properties = Object.entries(shape.properties ?? {}).map(
    ([name, each]) => [name, arbitraryOf(each, name, hints)] as const,
  );
  const requiredKeys = shape.required ?? [];
  return fc
    .tuple(
      fc.record(Object.fromEntries(properties.filter(([name]) => requiredKeys.includes(name)))),
      ...properties
        .filter(([name]) => !requiredKeys.includes(name))
        .map(([name, value]) =>
          fc.option(value, { nil: undefined, freq: 1 }).map((each) => ({ [name]: each })),
        ),
    )
    .map((parts) =>
      Object.fromEntries(
        Object.entries(Object.assign({}, ...parts)).filter(([, value]) => value !== undefined),
      ),
    );
}
