import type { IRange } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Shift } from '../../../view/shift.ts';

/** What a change of a tab's structure means: to the server, and to what we know of the tab. */
export interface StructureEdit {
  readonly requests: readonly api.Schema$Request[];
  /** Lines that came or went; `whole` when everything may have moved. */
  readonly shift?: Shift | 'whole';
}

/** Parameters of Univer's mutations, as far as they are read here. */
export interface Params {
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly ranges?: readonly IRange[];
  readonly sourceRange?: IRange;
  readonly targetRange?: IRange;
  readonly colWidth?: number | Readonly<Record<number, number>>;
  readonly rowHeight?: number | Readonly<Record<number, number>>;
  readonly xSplit?: number;
  readonly ySplit?: number;
  readonly name?: string;
  readonly color?: string;
  readonly hidden?: number;
  readonly toOrder?: number;
  readonly showGridlines?: number;
}

/** How one of Univer's mutations becomes an edit. */
export type Kind = (params: Params, sheetId: number) => StructureEdit | undefined;
