export interface Workbook {
  readonly id: WorkbookId;
  readonly spreadsheetId: string;
  readonly createdAt: Date;
  /** Whom the file was last found shared with, as a digest, and when: it is looked at again when either is stale. */
  readonly shared?: { readonly digest: string; readonly at: Date };
  /** An officer asked for its file to be put right: shared as it should be, and taken out of the trash. */
  readonly mend?: true;
}

export type WorkbookId = 'summary' | 'office' | `unit:${string}`;

export interface WorkbookReader {
  workbook(id: WorkbookId): Promise<Workbook | undefined>;
  workbooks(): Promise<readonly Workbook[]>;
  /** The workbook that this spreadsheet is, if it is one of the campaign's; a copy is not. */
  workbookIn(spreadsheetId: string): Promise<Workbook | undefined>;
}

export interface WorkbookWriter {
  putWorkbook(workbook: Workbook): void;
}
