import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One place the system runs in: a file of environments/, and what the command line says. */
export interface Settings {
  readonly project: string;
  readonly region: string;
  readonly environment: Environment;
  /** Codes with the folders they are loaded from. */
  readonly campaigns: readonly CampaignFolder[];
}

export interface CampaignFolder {
  readonly code: string;
  /** From the project's folder. */
  readonly folder: string;
}

/** Without hyphens, so that no name can be read as another environment's; "deliver" and "watch" begin production's. */
const environmentName = z.string().regex(/^(?!(?:deliver|watch)$)[a-z][a-z0-9]{1,11}$/);
const databaseName = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

/** A file of environments/. What differs from place to place, and nothing that is secret. */
export const environmentFile = z.strictObject({
  /** "production" has the short names, every other one its own name behind them: so they never meet. */
  name: environmentName,
  /** Firestore's own "(default)" is the one with a free quota, and a project has only one. */
  database: z.union([z.literal('(default)'), databaseName.min(4).max(63)]),
  /** Firestore keeps every version of the last seven days; costs as much again as the data that changes. */
  pointInTimeRecovery: z.boolean(),
  /** Days a daily backup is kept; 0: none. */
  backupDays: z.int().min(0).max(98),
  functions: z.strictObject({
    memory: z.string().regex(/^\d+(?:Mi|Gi)$/),
    cpu: z.int().min(1).max(8),
    /** Requests one instance works on at the same time. */
    concurrency: z.int().min(1).max(1000),
    minInstances: z.int().min(0).max(100),
    /** The most that anybody can make us pay for. */
    maxInstances: z.int().min(1).max(100),
    timeoutSeconds: z.int().min(60).max(3600),
  }),
  /** A month's, in the currency of the billing account; 0: no budget. Google tells of it and stops nothing. */
  budget: z.int().min(0),
  /** Folders with a campaign's files; more of them with --campaign. */
  campaigns: z.array(z.string().min(1)),
});

export type Environment = z.infer<typeof environmentFile>;

/** As Google takes them: 6 to 30 characters. */
export const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
export const REGION = /^[a-z]+-[a-z]+\d+$/;

/** Throws with the file's name and the first field that is wrong. */
export function readEnvironment(file: string): Environment {
  const parsed = environmentFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') || 'shape'}: ${issue?.message}`);
}

/** The code a folder's campaign.json says. */
export function campaignIn(root: string, folder: string): CampaignFolder {
  const text = readFileSync(join(root, folder, 'campaign.json'), 'utf8');
  const { campaign } = JSON.parse(text) as { campaign?: { code?: unknown } };
  if (typeof campaign?.code !== 'string') throw new Error(`${folder}/campaign.json: campaign.code`);
  return { code: campaign.code, folder };
}
