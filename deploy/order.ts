import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { readArguments } from './arguments.ts';
import { campaignIn, PROJECT_ID, REGION, readEnvironment, type Settings } from './settings.ts';
import type { Facts } from './step.ts';

/** What the command line asks for. */
export interface Order {
  readonly settings: Settings;
  /** Facts that were given, so that nobody is asked. */
  readonly given: Facts;
  readonly dryRun: boolean;
  readonly destroy: boolean;
  readonly deleteData: boolean;
  readonly check: boolean;
  readonly from: string | undefined;
}

export const USAGE = `npm run deploy -- --project PROJECT --region asia-southeast1 [--environment production] [--campaign FOLDER …]

  --environment NAME      deploy/environments/NAME.json; production if not said
  --campaign FOLDER       a campaign's files; may be repeated, and stand in the environment's file
  --dry-run               prints every command and runs none; needs no network and no account
  --check                 only looks whether what was deployed works
  --from STEP             begins with this step, whether or not it was done before
  --destroy               takes everything down but the data, after asking
  --destroy --delete-data takes the data down too
  --billing-account ID, --drive-folder ID, --client-id ID
                          what a person finds out by hand; asked for where it is needed
`;

/** Throws one Error in words for whoever typed it. */
export function readOrder(argv: readonly string[], root: string): Order {
  const { values, repeated, flags, rest } = readArguments(argv, {
    values: ['project', 'region', 'environment', 'campaign', 'from', ...Object.keys(GIVEN)],
    flags: ['dry-run', 'check', 'destroy', 'delete-data'],
  });
  if (rest.length > 0) throw new Error(`không hiểu / not understood: ${rest.join(' ')}`);
  const project = wanted('--project', values.project, PROJECT_ID);
  const region = wanted('--region', values.region ?? 'asia-southeast1', REGION);
  const file = join(root, 'deploy/environments', `${values.environment ?? 'production'}.json`);
  if (!existsSync(file)) throw new Error(`không có / there is no ${file}`);
  const environment = readEnvironment(file);
  if (flags.has('delete-data') && !flags.has('destroy')) throw new Error('--delete-data: --destroy');
  const folders = new Set([...environment.campaigns, ...(repeated.campaign ?? [])]);
  const campaigns = [...folders].map((folder) => campaignIn(isAbsolute(folder) ? '/' : root, folder));
  const given = Object.entries(GIVEN)
    .map(([flag, fact]) => [fact, (values as Record<string, string | undefined>)[flag]] as const)
    .filter(([, value]) => value !== undefined);
  return {
    settings: { project, region, environment, campaigns },
    given: Object.fromEntries(given),
    dryRun: flags.has('dry-run'),
    destroy: flags.has('destroy'),
    deleteData: flags.has('delete-data'),
    check: flags.has('check'),
    from: values.from,
  };
}

const GIVEN = {
  'billing-account': 'billingAccount',
  'drive-folder': 'driveFolder',
  'client-id': 'clientId',
} as const;

function wanted(flag: string, value: string | undefined, looks: RegExp): string {
  if (value === undefined) throw new Error(`thiếu / missing: ${flag}`);
  if (!looks.test(value)) throw new Error(`${flag} ${value}: ${looks.source}`);
  return value;
}
