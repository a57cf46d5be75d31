import { openDrive } from '../adapters/drive/open-drive.ts';
import { openFirestore } from '../adapters/firestore/client.ts';
import { type Documents, type DocumentsPlace, openDocuments } from '../adapters/firestore/documents.ts';
import { openStore } from '../adapters/firestore/store.ts';
import type { Patience } from '../adapters/google-call.ts';
import { openGoogleAccess } from '../adapters/google-client.ts';
import { openSheets } from '../adapters/sheets/open-sheets.ts';
import { openFileWatch } from '../adapters/watch/open-file-watch.ts';
import type { Store } from '../ports/store.ts';
import type { Google } from '../usecases/publishing/google.ts';
import { CommandTrouble } from './trouble.ts';

/** What a command works with: one campaign's store, its documents as they are stored, and its workbooks. */
export interface Surroundings {
  readonly campaign: string;
  readonly store: Store;
  readonly documents: Documents;
  readonly google: Google;
  readonly patience: Patience;
  readonly now: () => Date;
  /** What time it is where people work; the machine's, save in a local office. */
  readonly officeNow: () => Date;
  readonly io: CommandIo;
  close(): Promise<void>;
}

export interface CommandIo {
  readonly say: (line: string) => void;
  /** An answer typed by a person; undefined where there is nobody to ask. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How long Google and Firestore are asked again before a command gives up. */
const PATIENCE_MS = 120_000;

/** Found as the functions find them: by the environment, and default credentials. @throws CommandTrouble */
export async function openSurroundings(
  environment: Environment,
  campaign: string,
  io: CommandIo,
): Promise<Surroundings> {
  const place = placeOf(environment);
  const client = await openFirestore(place.projectId, place.databaseId);
  const access = openGoogleAccess(environment.SHEETS_ROOT_URL || undefined);
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const begunAt = performance.now();
  const ahead = Number(environment.OFFICE_CLOCK_AHEAD_MS ?? 0) || 0;
  const patience: Patience = {
    leftMs: () => Math.max(PATIENCE_MS - (performance.now() - begunAt), PATIENCE_MS / 4),
    sleep,
    random: Math.random,
  };
  return {
    campaign,
    store: openStore(client, campaign),
    documents: openDocuments(place, campaign, patience),
    google: {
      sheets: openSheets(access),
      drive: openDrive(access, environment.DRIVE_FOLDER_ID || undefined),
      watch: openFileWatch(access, environment.DRIVE_FOLDER_ID || undefined),
      account: access.account,
      sleep,
      random: Math.random,
      monotonicMs: () => performance.now(),
    },
    patience,
    now: () => new Date(),
    officeNow: () => new Date(Date.now() + ahead),
    io,
    close: () => client.firestore.terminate(),
  };
}

function placeOf(environment: Environment): DocumentsPlace {
  const projectId = environment.GOOGLE_CLOUD_PROJECT?.trim();
  if (!projectId)
    throw new CommandTrouble(
      'Không thấy văn phòng nào đang mở trên máy này, và biến GOOGLE_CLOUD_PROJECT không chỉ dự án nào.',
      'No office is open on this machine, and GOOGLE_CLOUD_PROJECT names no project.',
    );
  return {
    projectId,
    databaseId: environment.FIRESTORE_DATABASE?.trim() || undefined,
    emulatorHost: environment.FIRESTORE_EMULATOR_HOST?.trim() || undefined,
  };
}
