/**
 * A form's rows by the index of their criterion. Forms list their rows alike, so a row is looked for first where
 * the form before had it. One for many forms: what it found is there until the next one.
 */
export class Rows<T extends { readonly criterion: string }> {
  private readonly codes: readonly string[];
  private readonly indexes: ReadonlyMap<string, number>;
  /** Index of the criterion of each row of the form before; −1: of none. */
  private readonly before: number[] = [];
  private readonly found: (T | undefined)[];

  constructor(codes: readonly string[]) {
    this.codes = codes;
    this.indexes = new Map(codes.map((code, i) => [code, i]));
    this.found = codes.map(() => undefined);
  }

  find(rows: readonly T[]): readonly (T | undefined)[] {
    const { codes, before, found } = this;
    found.fill(undefined);
    for (let row = 0; row < rows.length; row++) {
      const each = rows[row]!;
      let i = before[row];
      if (i === undefined || codes[i] !== each.criterion) {
        i = this.indexes.get(each.criterion) ?? -1;
        before[row] = i;
      }
      if (i >= 0) found[i] = each;
    }
    return found;
  }
}
