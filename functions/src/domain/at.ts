/** Where a problem is: a cell of a form ("C7" and its column's header) or a row and column of a file. */
export interface At {
  readonly cell?: string;
  readonly column?: string;
  readonly file?: string;
  /** 1 is the header's row. */
  readonly row?: number;
  /** The key of the tab the cell is in, where several tabs are read together. */
  readonly tab?: string;
}
