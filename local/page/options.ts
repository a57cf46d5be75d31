import type { AppsScriptHost } from '../apps-script/types.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { SheetsServer } from '../sheets/server.ts';

export interface PageOptions {
  /** Of 127.0.0.1; 0 for any free one. */
  readonly port: number;
  /** The local Sheets and Drive server. The page asks it for everything with the person's own token. */
  readonly sheetsUrl: string;
  readonly issuer: Pick<Issuer, 'accessTokenFor'>;
  /** Tells of every write to a workbook, whoever made it. */
  readonly onChange: SheetsServer['onChange'];
  /** Runs the add-on; without it workbooks have no menu of their own. */
  readonly host?: AppsScriptHost | undefined;
  /** Whom one can be, in the order they are offered. */
  readonly people: readonly PagePerson[];
  /** The office's clock. */
  readonly now: () => Date;
  readonly timeZone: string;
  /** Where the bundled client is kept between starts. */
  readonly cacheDir: string;
  readonly campaign: { readonly code: string; readonly name: string };
}

export interface PagePerson {
  readonly email: string;
  /** As people are called in lists: "Biên tập Xã An Hòa Tây". */
  readonly label: string;
  readonly role: PageRole;
  readonly unitName?: string;
  /** Offered first, before one searches. */
  readonly featured?: boolean;
}

export type PageRole = 'unit_editor' | 'officer' | 'council_member' | 'leader' | 'admin';
