import type { Drive } from '../../adapters/drive/open-drive.ts';
import type { Sheets } from '../../adapters/sheets/open-sheets.ts';
import type { FileWatch } from '../../adapters/watch/open-file-watch.ts';

/** What publishing needs of Google, and everything a test would otherwise have to wait for. */
export interface Google {
  readonly sheets: Sheets;
  readonly drive: Drive;
  readonly watch: FileWatch;
  /** The functions' own account: it may write where people may not. */
  readonly account: () => Promise<string | undefined>;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** A clock that only goes forward, for time budgets; its zero means nothing. */
  readonly monotonicMs: () => number;
}
