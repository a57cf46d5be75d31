/** A campaign's content in the shape of its files: the JSON, and each table with its columns. */
export interface CampaignContent {
  readonly json: unknown;
  readonly tables: Readonly<Record<'criteria' | 'units' | 'targets' | 'members', FileTable>>;
}

/** A table of a campaign's files; a cell that is blank is absent. */
export interface FileTable {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
}
export type FileRow = Readonly<Record<string, string | undefined>>;
