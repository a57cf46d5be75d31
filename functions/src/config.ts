/** What the environment says; read once at start. */
export interface Config {
  /** Absent on Google Cloud, where the client asks the metadata server. */
  readonly projectId: string | undefined;
  /** Which of the project's Firestore databases; the one that is called "(default)" if absent. */
  readonly firestoreDatabase: string | undefined;
  /** OAuth client ids whose tokens are accepted. Never empty: without an audience any Google token would do. */
  readonly tokenAudiences: readonly string[];
  /** Where the token issuer's certificates are, a map {kid: pem}; Google's if absent. */
  readonly tokenCertsUrl: string | undefined;
  /** Serves Sheets and Drive; Google's if absent. */
  readonly sheetsRootUrl: string | undefined;
  /** A folder of a shared drive, where files are made. Required on Cloud Run: service accounts own no storage. */
  readonly driveFolderId: string | undefined;
  /** Who may load a campaign that has never been loaded. Lower case, NFC. */
  readonly firstAdmin: string | undefined;
  /** 32 bytes each, what secret tallies are sealed with; the first seals, all open. Without any no secret ballot opens. */
  readonly ballotKeys: readonly Uint8Array[];
  /** When an answer is due at the latest; work that was asked to go on for some time has so much more. */
  readonly answerWithinMs: number;
  /** Local only: the caller may set the time with the header X-Clock. */
  readonly allowClockHeader: boolean;
}

/** Apps Script waits for 60 s, Cloud Run for as long as it is told to: ours comes first. */
const ANSWER_WITHIN_MS = 55_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one Error that names every variable that is wrong: a function that starts is one that is set up. */
export function readConfig(environment: Environment): Config {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const audiences = (value('TOKEN_AUDIENCE') ?? '').split(',').map((audience) => audience.trim());
  const config: Config = {
    projectId: value('GOOGLE_CLOUD_PROJECT'),
    firestoreDatabase: value('FIRESTORE_DATABASE'),
    tokenAudiences: audiences.filter((audience) => audience !== ''),
    tokenCertsUrl: value('TOKEN_CERTS_URL'),
    sheetsRootUrl: value('SHEETS_ROOT_URL'),
    driveFolderId: value('DRIVE_FOLDER_ID'),
    firstAdmin: value('FIRST_ADMIN')?.normalize('NFC').toLowerCase(),
    ballotKeys: (value('BALLOT_KEY') ?? '')
      .split(',')
      .filter((key) => key.trim() !== '')
      .map((key) => Buffer.from(key.trim(), 'base64')),
    answerWithinMs: Number(value('ANSWER_WITHIN_MS') ?? ANSWER_WITHIN_MS),
    allowClockHeader: value('ALLOW_CLOCK_HEADER') === '1',
  };
  // Cloud Run names the service it runs as K_SERVICE.
  const onCloudRun = value('K_SERVICE') !== undefined;
  const faults = faultsOf(config, value('FIRESTORE_EMULATOR_HOST'), onCloudRun);
  if (faults.length > 0) throw new Error(`The functions cannot start: ${faults.join('; ')}.`);
  return config;
}

function faultsOf(config: Config, emulatorHost: string | undefined, onCloudRun: boolean): readonly string[] {
  const faults: string[] = [];
  if (config.tokenAudiences.length === 0)
    faults.push('TOKEN_AUDIENCE is missing (the OAuth client id of the add-on; several with commas)');
  if (emulatorHost !== undefined && config.projectId === undefined)
    faults.push('GOOGLE_CLOUD_PROJECT is missing (required with FIRESTORE_EMULATOR_HOST)');
  for (const [name, url] of [
    ['TOKEN_CERTS_URL', config.tokenCertsUrl],
    ['SHEETS_ROOT_URL', config.sheetsRootUrl],
  ] as const)
    if (url !== undefined && !isSafeUrl(url)) faults.push(`${name} must be https, or http on this machine`);
  if (onCloudRun && config.driveFolderId === undefined)
    faults.push('DRIVE_FOLDER_ID is missing (a folder of a shared drive that the functions may write to)');
  if (config.ballotKeys.some((key) => key.length !== 32))
    faults.push('BALLOT_KEY must be 32 random bytes in base64 (several with commas, the newest first)');
  if (!Number.isInteger(config.answerWithinMs) || config.answerWithinMs < 1)
    faults.push('ANSWER_WITHIN_MS must be a whole number of milliseconds');
  if (config.allowClockHeader && !isLoopback(config.tokenCertsUrl))
    faults.push(
      'ALLOW_CLOCK_HEADER is for a local TOKEN_CERTS_URL only: nobody moves the clock of real people',
    );
  return faults;
}

function isSafeUrl(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:' || isLoopback(url);
}

function isLoopback(url: string | undefined): boolean {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
}
