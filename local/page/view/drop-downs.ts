import { createHash } from 'node:crypto';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseCells, splitA1 } from '../../sheets/wire/a1.ts';
import { boxOf } from './box.ts';
import type { Grid } from './grid.ts';
import type { DropDown } from './types.ts';

/** The lists of a tab's data validation, each kept once under a key that follows from its content. */
export class DropDowns {
  readonly table: Record<string, DropDown> = {};
  /** Kinds of validation that are no list. */
  readonly unknown = new Set<string>();
  readonly #grids: ReadonlyMap<number, Grid>;
  readonly #sheetIds: ReadonlyMap<string, number>;
  readonly #keys = new Map<string, string | undefined>();

  constructor(grids: ReadonlyMap<number, Grid>, sheetIds: ReadonlyMap<string, number>) {
    this.#grids = grids;
    this.#sheetIds = sheetIds;
  }

  keyOf(rule: api.Schema$DataValidationRule): string | undefined {
    const text = JSON.stringify([rule.condition, rule.strict]);
    if (!this.#keys.has(text)) this.#keys.set(text, this.#add(rule, text));
    return this.#keys.get(text);
  }

  #add({ condition, strict }: api.Schema$DataValidationRule, text: string): string | undefined {
    const values = this.#valuesOf(condition ?? {});
    if (values === undefined) {
      this.unknown.add(condition?.type ?? '?');
      return undefined;
    }
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    this.table[key] = { values, strict: strict === true };
    return key;
  }

  #valuesOf({ type, values }: api.Schema$BooleanCondition): string[] | undefined {
    const given = (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? '');
    switch (type) {
      case 'ONE_OF_LIST':
        return given;
      case 'BOOLEAN':
        return given.length > 0 ? given : ['TRUE', 'FALSE'];
      case 'ONE_OF_RANGE':
        return this.#read(given[0] ?? '');
      default:
        return undefined;
    }
  }

  /** `=Danh mục!A2:A9`: what these cells show. */
  #read(formula: string): string[] | undefined {
    const { title = '', cells = '' } = splitA1(formula.replace(/^=/, ''));
    const grid = this.#grids.get(this.#sheetIds.get(title) ?? -1);
    const range = parseCells(cells.replaceAll('$', ''));
    if (grid === undefined || range === undefined) return undefined;
    const box = boxOf(range, grid.rowCount, grid.columnCount);
    const shown = [...grid.cellsIn(box)].map(({ cell }) => cell.formattedValue ?? '');
    return [...new Set(shown.filter((text) => text !== ''))];
  }
}
