import type { SpreadsheetState } from '../model/state.ts';

export type Role = 'owner' | 'writer' | 'commenter' | 'reader';

export interface Permission {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
}

/** What Drive knows of a file. Times are RFC 3339. */
export interface FileMeta {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly description?: string;
  readonly appProperties: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly trashed: boolean;
  readonly starred: boolean;
  /** Absent: they may. */
  readonly writersCanShare?: boolean;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly lastModifyingUser: string;
}

/** One file, with its spreadsheet when it is one. */
export interface FileState {
  readonly meta: FileMeta;
  readonly permissions: readonly Permission[];
  readonly spreadsheet: SpreadsheetState | null;
}

export const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';
export const FOLDER_TYPE = 'application/vnd.google-apps.folder';
