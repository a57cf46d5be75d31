import type { CurrentWorkbook } from './current.ts';
import { sheetIdOf, stableId } from './stable-id.ts';

/**
 * Ids that are the same in every run. Two deliverers that plan the same creation at the same time ask for the same
 * ids: Google refuses the second batch as a whole, and its next look finds everything done.
 */
export class IdPool {
  readonly #sheets: Set<number>;
  readonly #marks: Set<number>;

  constructor(current: CurrentWorkbook) {
    this.#sheets = new Set(current.tabs.map((tab) => tab.sheetId));
    const ofTabs = current.tabs.flatMap((tab) => [...tab.marks, ...tab.columnMarks, ...tab.rowMarks]);
    this.#marks = new Set([...current.marks, ...ofTabs].map((mark) => mark.id));
  }

  newSheet(tabKey: string): number {
    const id = sheetIdOf(tabKey, this.#sheets);
    this.#sheets.add(id);
    return id;
  }

  newMark(text: string): number {
    const id = stableId(`mark/${text}`, this.#marks);
    this.#marks.add(id);
    return id;
  }
}
