/** A stored document in the words of Firestore's REST interface, below its campaign: as functions/src/adapters has it. */
export interface MigratedDocument {
  /** "periods/2024-03/submissions/A12"; "" is the campaign's own document. */
  readonly path: string;
  readonly fields: MigratedFields;
}

/** By field: {"stringValue": "…"}, {"integerValue": "1"}, {"arrayValue": {"values": […]}}, … */
export type MigratedFields = Readonly<Record<string, object>>;

/**
 * From one shape of what is stored to the next. Never altered once it was released: people's data has gone through
 * it. The functions of the release that brings it write the new shape and read both, for they answer while it runs.
 */
export interface Migration {
  /** The version it leads to: 2, 3, … */
  readonly to: number;
  /** What becomes different, for the log of a deployment. */
  readonly what: string;
  /**
   * The document's fields as they shall be; undefined where they are so already. Pure, and safe to repeat: of what it
   * gave it finds nothing to change, nor of a document that a later release wrote.
   */
  change(document: MigratedDocument): MigratedFields | undefined;
}

/** Whether a path is of a kind: `isAt('periods/2024-03', 'periods', '*')`. */
export function isAt(path: string, ...kind: readonly string[]): boolean {
  const parts = path.split('/');
  return parts.length === kind.length && kind.every((each, i) => each === '*' || each === parts[i]);
}
