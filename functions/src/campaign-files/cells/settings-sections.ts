import type { z } from 'zod';
import { campaignJson } from '../parse/campaign-json.ts';
import type { FieldMeta } from '../parse/fields.ts';

/**
 * How campaign.json is cut into rows of the tab Thiết lập, read off its schema: a section that is added there has its
 * rows with nothing more to do but its words (settings-words.ts).
 */
export interface Section {
  /** "calendar", "calendar.rounds", "tracks.legs", "settings.quotas". */
  readonly path: string;
  /** What its rows say besides: nothing, the track they belong to, or the track and days they hold for. */
  readonly owner: 'campaign' | 'track' | 'scope';
  /** A list of things that the column Mã tells apart, by the field that holds it. */
  readonly identity?: string;
  /** False where none is the same as an empty one. */
  readonly mayBeEmpty: boolean;
  readonly fields: readonly Field[];
}

/** What stands in one cell. */
export interface Field {
  /** In its section: "ratio", "special.ratio". */
  readonly path: string;
  readonly shape: 'single' | 'list' | 'objects';
  /** Of a single one or of a list, what each is; of objects, each of their fields. */
  readonly leaves: readonly Leaf[];
}

export interface Leaf {
  readonly name: string;
  readonly meta: FieldMeta;
  readonly choices: readonly string[];
}

/** zod's own description of a schema. */
type Schema = z.ZodType & {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly defaultValue?: unknown;
  };
  readonly shape?: Shape;
  readonly options?: readonly unknown[];
};
type Shape = Readonly<Record<string, Schema>>;

/** The fields of a settings entry that its rows have columns for. */
const SCOPE: readonly string[] = ['track', 'valid_from', 'valid_to'];

/** In the order in which they are shown. */
export const SECTIONS: readonly Section[] = Object.entries(
  shapeOf(campaignJson as unknown as Schema),
).flatMap(([name, schema]) => {
  if (name === 'settings') return scopeSections(schema);
  return topSections(name, schema, name === 'tracks' ? 'track' : 'campaign');
});

/** A section and the lists of things in it. */
function topSections(path: string, schema: Schema, inner: Section['owner']): Section[] {
  const shape = shapeOf(itemOf(schema));
  const lists = Object.entries(shape).filter(([, each]) => identityIn(each) !== undefined);
  return [
    section(path, 'campaign', schema, (name) => !lists.some(([list]) => list === name)),
    ...lists.map(([name, each]) => section(`${path}.${name}`, inner, each)),
  ];
}

/** The dated settings: what their rows say of track and days is said once for each row. */
function scopeSections(schema: Schema): Section[] {
  return Object.entries(shapeOf(itemOf(schema)))
    .filter(([name]) => !SCOPE.includes(name))
    .map(([name, each]) => section(`settings.${name}`, 'scope', each));
}

function section(
  path: string,
  owner: Section['owner'],
  schema: Schema,
  isField: (name: string) => boolean = () => true,
): Section {
  const identity = identityIn(schema);
  const shape = shapeOf(itemOf(schema));
  const fields = Object.entries(shape).filter(([name]) => isField(name) && name !== identity);
  const isOptional = schema.def.type === 'optional' && path !== 'campaign' && path !== 'calendar';
  return {
    path,
    owner,
    ...(identity && { identity }),
    mayBeEmpty: isOptional && path !== 'tracks',
    fields: fields.flatMap(([name, each]) => fieldsOf(name, each)),
  };
}

function fieldsOf(path: string, schema: Schema): Field[] {
  const { def, shape } = bare(schema);
  if (shape) return Object.entries(shape).flatMap(([name, inner]) => fieldsOf(`${path}.${name}`, inner));
  if (!def.element) return [{ path, shape: 'single', leaves: [leafOf(path, schema)] }];
  const element = bare(def.element);
  if (!element.shape) return [{ path, shape: 'list', leaves: [leafOf(path, element)] }];
  const leaves = Object.entries(element.shape).map(([name, inner]) => leafOf(name, inner));
  return [{ path, shape: 'objects', leaves }];
}

function leafOf(name: string, schema: Schema): Leaf {
  const leaf = bare(schema);
  const words = (leaf.options ?? []).flatMap((option) =>
    typeof option === 'string' ? [option] : literalsOf(option as Schema),
  );
  return { name, meta: (leaf.meta() ?? {}) as FieldMeta, choices: words };
}

/** The words that a union takes besides what its other parts take: "all". */
function literalsOf(schema: Schema): string[] {
  if (schema.def.type !== 'literal') return [];
  return (schema.def as unknown as { values: readonly unknown[] }).values.map(String);
}

function bare(schema: Schema): Schema {
  return schema.def.innerType ? bare(schema.def.innerType) : schema;
}

function itemOf(schema: Schema): Schema {
  const inner = bare(schema);
  return inner.def.element ? bare(inner.def.element) : inner;
}

function shapeOf(schema: Schema): Shape {
  return schema.shape ?? {};
}

/** Things that have a code of their own; a quota is known by its grade. */
function identityIn(schema: Schema): string | undefined {
  const { def } = bare(schema);
  if (!def.element) return undefined;
  const shape = shapeOf(bare(def.element));
  return ['code', 'grade'].find((name) => name in shape);
}
