import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyCommand } from '../../deploy/flags/every-command.ts';
import { type KnownFlags, recordOf, strangenessOf, type Theirs } from '../../deploy/flags/known-flags.ts';
import { find, gcloudHelp, installedVersion } from '../../deploy/flags/tool-help.ts';
import knownFlags from '../../deploy/known-flags.json' with { type: 'json' };
import { namesOf } from '../../deploy/names.ts';
import { DOORS } from '../../deploy/plan/campaign.ts';
import { planDeployment } from '../../deploy/plan/plan-deployment.ts';
import { APIS } from '../../deploy/plan/project.ts';
import { printPlan, printUndoing } from '../../deploy/print-plan.ts';
import { environmentFile, type Settings } from '../../deploy/settings.ts';
import { commandsOf } from '../../deploy/step.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { PROJECT, planOf, ROOT, settingsOf } from './plans.ts';

const ENVIRONMENTS = readdirSync(join(ROOT, 'deploy/environments')).map((file) => file.replace('.json', ''));
const KNOWN = knownFlags as KnownFlags;

describe('a deployment’s plan', () => {
  it.each(ENVIRONMENTS)('is printed whole, command by command: %s', async (environment) => {
    const plan = planOf(environment);
    await expect(printPlan(plan)).toMatchFileSnapshot(`plans/${environment}.txt`);
    await expect(printUndoing(plan, true)).toMatchFileSnapshot(`plans/${environment}-destroy.txt`);
  });

  it('is printed by --dry-run with no tool, no network and no account at hand', () => {
    const dryRun = (...more: string[]) =>
      execFileSync(
        process.execPath,
        [
          'deploy/deploy.ts',
          '--project',
          PROJECT,
          '--campaign',
          'examples/ba-tri-2024',
          '--dry-run',
          ...more,
        ],
        { cwd: ROOT, encoding: 'utf8', env: { PATH: '' } },
      );
    expect(dryRun()).toBe(printPlan(planOf('production')));
    expect(dryRun('--environment', 'staging', '--destroy')).toBe(printUndoing(planOf('staging'), false));
  });

  it('puts in what was said on the command line', () => {
    expect(printPlan(planOf('staging'), { clientId: '1-x.apps.googleusercontent.com' })).toContain(
      '.run.app,1-x.apps.googleusercontent.com|DRIVE_FOLDER_ID=<driveFolder>|',
    );
  });

  it('never takes data down without being told so twice', () => {
    const undoing = printUndoing(planOf('production'), false);
    expect(undoing).not.toMatch(/firestore|secrets/);
    expect(undoing).toContain('gcloud run services delete dien-hinh ');
  });

  it('hands no secret to a command: the one there is goes in on standard input', () => {
    const secret = everyCommand().filter(({ argv }) => argv.some((each) => /^--data-file/.test(each)));
    expect(secret.map(({ argv, stdin }) => [argv.at(-2), stdin])).toEqual([
      ['--data-file=-', 'new-ballot-key'],
      ['--data-file=-', 'new-ballot-key'],
    ]);
  });

  it('gives the functions’ account one database and one secret, and nobody anything else but what builds', () => {
    const grants = planOf('production')
      .flatMap(commandsOf)
      .filter(({ argv }) => argv.some((word) => word === 'add-iam-policy-binding'))
      .map(({ argv }) => argv.filter((word) => /^--(member|role|condition)=/.test(word)).join(' '));
    expect([...new Set(grants)]).toEqual([
      `--member=serviceAccount:dien-hinh-ham@${PROJECT}.iam.gserviceaccount.com --role=roles/datastore.user --condition=expression=resource.name=="projects/${PROJECT}/databases/(default)",title=dien-hinh-database`,
      `--member=serviceAccount:dien-hinh-dung@${PROJECT}.iam.gserviceaccount.com --role=roles/run.builder --condition=None`,
      '--member=user:<account> --role=roles/iam.serviceAccountTokenCreator',
      `--member=serviceAccount:dien-hinh-ham@${PROJECT}.iam.gserviceaccount.com --role=roles/secretmanager.secretAccessor`,
    ]);
  });

  it('has every door called that is made for the scheduler', () => {
    const scheduled = Object.values(endpoints).flatMap((each) => each.scheduled ?? []);
    expect(Object.keys(DOORS).sort()).toEqual([...scheduled].sort());
  });

  it('switches on no service twice', () => expect(new Set(APIS).size).toBe(APIS.length));

  it('has no name in two environments, whatever they and their campaigns are called', () => {
    const id = fc.stringMatching(
      /^[A-Za-z0-9]{1,6}(?:[._-](?:run-jobs|deliver|watch|[A-Za-z0-9]{1,6})){0,3}$/,
    );
    const environment = fc
      .oneof(
        fc.constantFrom('production', 'run', 'jobs', 'deliver', 'watch'),
        fc.stringMatching(/^[a-z][a-z0-9]{1,11}$/),
      )
      .filter((name) => environmentFile.shape.name.safeParse(name).success);
    const made = (settings: Settings) => {
      const { service, accounts, ballotKey, job, budget, alert, channel } = namesOf(settings);
      const jobs = settings.campaigns.flatMap(({ code }) =>
        Object.keys(DOORS).map((door) => `job ${job(door, code)}`),
      );
      return [service, ...Object.values(accounts), ballotKey, budget, alert, channel, ...jobs];
    };
    fc.assert(
      fc.property(environment, environment, id, id, (first, second, a, b) => {
        fc.pre(first !== second);
        const of = (name: string, code: string): Settings => ({
          ...settingsOf('production'),
          environment: { ...settingsOf('production').environment, name },
          campaigns: [{ code, folder: 'x' }],
        });
        const ours = new Set(made(of(first, a)));
        expect(made(of(second, b)).filter((name) => ours.has(name))).toEqual([]);
        for (const email of Object.values(namesOf(of(first, a)).accounts))
          expect(email).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]@/);
      }),
    );
  });

  it('refuses two campaigns whose names Cloud Scheduler would not tell apart', () => {
    const campaigns = ['A.B', 'A-B'].map((code) => ({ code, folder: 'x' }));
    expect(() => planDeployment({ ...settingsOf('staging'), campaigns })).toThrow('campaigns share a name');
  });

  it('shares neither database nor folder between the environments that come with it', () => {
    const databases = ENVIRONMENTS.map((name) => settingsOf(name).environment.database);
    expect(new Set(databases).size).toBe(databases.length);
  });
});

describe('every flag of the plans', () => {
  it('is one that the tools were found to have', () => {
    expect(everyCommand().flatMap((command) => strangenessOf(command, KNOWN))).toEqual([]);
  });

  it('is told from one that was invented', () => {
    const strange = (...argv: string[]) => strangenessOf({ tool: 'gcloud', argv }, KNOWN);
    expect(strange('run', 'deploy', 'x', '--source=.', '--base-image=nodejs24', '--no-cpu-boost')).toEqual(
      [],
    );
    expect(strange('run', 'deploy', 'x', '--runtime=nodejs24')).toEqual([
      'gcloud run deploy: --runtime is no flag',
    ]);
    expect(strange('run', 'launch', '--quiet')).toEqual(['gcloud has no command: run launch --quiet']);
    expect(strange('run', 'deploy', 'x', '--quiet=yes', '--region')).toEqual([
      'gcloud run deploy: --quiet takes no value',
      'gcloud run deploy: --region wants a value',
    ]);
    expect(strange('firestore', 'databases', 'create', '--type=native')).toEqual([
      'gcloud firestore databases create: --type=native is none of datastore-mode, firestore-native',
    ]);
  });

  const isHere = (tool: Theirs) => find(tool) !== undefined;
  const gcloud = (['gcloud'] as const).filter(isHere);
  const packages = (['firebase', 'clasp'] as const).filter(isHere);
  const absent = (['gcloud', 'firebase', 'clasp'] as const).filter((tool) => !isHere(tool));

  it.each(gcloud)('is recorded as the %s of this machine has it', (tool) => {
    const own = everyCommand().filter((command) => command.tool === tool);
    const none = { version: '', flagsOf: () => undefined };
    const said = { gcloud: gcloudHelp(), firebase: none, clasp: none };
    expect(recordOf(own, said, KNOWN.recorded).tools[tool].commands).toEqual(KNOWN.tools[tool].commands);
  });

  it.each(packages)('was asked of the very %s that is on this machine', (tool) => {
    expect(KNOWN.tools[tool].version).toBe(installedVersion(tool));
  });

  it.each(absent)('stands as it was recorded, for there is no %s on this machine', (tool) => {
    expect(KNOWN.tools[tool].version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(KNOWN.recorded).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('was asked of the versions that are installed for deploying', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'deploy/tools/package.json'), 'utf8'));
    expect(dependencies).toEqual({
      '@google/clasp': KNOWN.tools.clasp.version,
      'firebase-tools': KNOWN.tools.firebase.version,
    });
  });
});
