import { openDrive } from '../adapters/drive/open-drive.ts';
import { openGoogleAccess } from '../adapters/google-client.ts';
import { openSheets } from '../adapters/sheets/open-sheets.ts';
import { openFileWatch } from '../adapters/watch/open-file-watch.ts';
import type { Config } from '../config.ts';
import type { Google } from '../usecases/publishing/google.ts';

/** Sheets and Drive as the configuration says; opened once per process, loaded by the first call that needs them. */
export function googleOf(config: Config): Google {
  const known = opened.get(config);
  if (known !== undefined) return known;
  const access = openGoogleAccess(config.sheetsRootUrl);
  const google: Google = {
    sheets: openSheets(access),
    drive: openDrive(access, config.driveFolderId),
    watch: openFileWatch(access, config.driveFolderId),
    account: access.account,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    monotonicMs: () => performance.now(),
  };
  opened.set(config, google);
  return google;
}

const opened = new WeakMap<Config, Google>();
