import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import type { PagePerson } from '../page/options.ts';
import type { OfficeClock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { OpenOffice } from './open-office.ts';
import type { Progress } from './progress.ts';

/** Whom the add-on's tokens are for, in every local office. */
export const AUDIENCE = 'dien-hinh-add-on.apps.googleusercontent.com';

/** What an office is opened with: the sample, or a campaign of one's own. */
export interface OfficeContent {
  readonly campaign: Campaign;
  /** Who may load the campaign before it has members. */
  readonly firstAdmin: string;
  /** The account that the scheduler acts with. */
  readonly scheduler: string;
  /** Whom one can be in the browser. */
  readonly people: readonly PagePerson[];
  /** Where its clock is set when it is handed over to people. */
  readonly readyAt: Date;
  /** Brings the office to where people go on; gives lines for the terminal. */
  fill(order: FillOrder): Promise<readonly string[]>;
  /** What else can be tried: lines for the terminal. */
  readonly alsoTry: readonly string[];
}

export interface FillOrder {
  readonly office: OpenOffice;
  readonly folder: DataFolder;
  readonly progress: Progress;
  /** The last office was killed: what the sheets show is brought to what Firestore kept. */
  readonly reconcile: boolean;
  /** Set when the office was handed over to people: nothing is played for them again. */
  readonly clock: OfficeClock | undefined;
}
