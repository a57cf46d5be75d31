import type { StoredFields, StoredValue } from '../../adapters/firestore/documents.ts';

/** Every text in a document's fields, however deep, keys of maps included. */
export function* textsIn(fields: StoredFields): Generator<string> {
  for (const [key, value] of Object.entries(fields)) {
    yield key;
    yield* textsOf(value);
  }
}

function* textsOf({ stringValue, arrayValue, mapValue }: StoredValue): Generator<string> {
  if (typeof stringValue === 'string') yield stringValue;
  for (const value of arrayValue?.values ?? []) yield* textsOf(value);
  if (mapValue?.fields) yield* textsIn(mapValue.fields);
}

/** The fields with each text changed, keys of maps left as they are. */
export function withTexts(fields: StoredFields, change: (text: string) => string): StoredFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, changed(value, change)]));
}

function changed(value: StoredValue, change: (text: string) => string): StoredValue {
  if (typeof value.stringValue === 'string') return { stringValue: change(value.stringValue) };
  if (value.arrayValue?.values)
    return { arrayValue: { values: value.arrayValue.values.map((each) => changed(each, change)) } };
  if (value.mapValue?.fields) return { mapValue: { fields: withTexts(value.mapValue.fields, change) } };
  return value;
}

export const textOf = (value: StoredValue | undefined): string | undefined => value?.stringValue ?? undefined;
export const mapOf = (value: StoredValue | undefined): StoredFields => value?.mapValue?.fields ?? {};
export const listOf = (value: StoredValue | undefined): readonly StoredValue[] =>
  value?.arrayValue?.values ?? [];
