import { Service } from '../service.ts';
import { type Place, printCells } from './place.ts';

/** A block of cells. It is a place, not its content: lines that are moved later do not take it along. */
export abstract class CellBlock extends Service {
  readonly #place: Place;
  constructor(place: Place) {
    super();
    this.#place = place;
  }
  override toString(): string {
    return 'Range';
  }
  /** For services of ours. */
  static placeOf(block: CellBlock): Place {
    return block.#place;
  }

  getRow(): number {
    return this.#place.row + 1;
  }
  getColumn(): number {
    return this.#place.column + 1;
  }
  getLastRow(): number {
    return this.#place.row + this.#place.height;
  }
  getLastColumn(): number {
    return this.#place.column + this.#place.width;
  }
  getNumRows(): number {
    return this.#place.height;
  }
  getNumColumns(): number {
    return this.#place.width;
  }
  getHeight(): number {
    return this.#place.height;
  }
  getWidth(): number {
    return this.#place.width;
  }
  getGridId(): number {
    return this.#place.sheetId;
  }
  getA1Notation(): string {
    return printCells(this.#place);
  }
}
