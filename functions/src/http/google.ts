import { openDrive } from '../adapters/drive/open-drive.ts';
import { openGoogleAccess } from '../adapters/google-client.ts';
import { openSheetsPace, UNPACED } from '../adapters/pace.ts';
import { openSheets } from '../adapters/sheets/open-sheets.ts';
import { openFileWatch } from '../adapters/watch/open-file-watch.ts';
import type { Config } from '../config.ts';
import type { Google } from '../usecases/publishing/google.ts';

/** Sheets and Drive as the configuration says; opened once per process, loaded by the first call that needs them. */
export function googleOf(config: Config): Google {
  const known = opened.get(config);
  if (known !== undefined) return known;
  const access = openGoogleAccess(config.sheetsRootUrl);
  const monotonicMs = () => performance.now();
  const isLocal = config.sheetsRootUrl !== undefined;
  const pace = isLocal ? UNPACED : openSheetsPace({ perMinute: SHEETS_CALLS_PER_MINUTE, monotonicMs });
  const google: Google = {
    sheets: openSheets(access, pace),
    drive: openDrive(access, config.driveFolderId),
    watch: openFileWatch(access, config.driveFolderId, pace),
    account: access.account,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    monotonicMs,
  };
  opened.set(config, google);
  return google;
}

/**
 * Google answers 60 reads and 60 writes of one account in a minute, and the functions are one account. Some are left to
 * a second instance that is starting or ending; what is one too many all the same is told so, and comes again.
 */
export const SHEETS_CALLS_PER_MINUTE = 55;

const opened = new WeakMap<Config, Google>();
