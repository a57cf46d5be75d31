import { namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Command, Step } from '../step.ts';
import { gcloud, prints, printsSomething, succeeds } from './commands.ts';
import { folderOf } from './folder.ts';

/** Firestore and the one secret: what holds people's data. */
export function databaseSteps(settings: Settings): readonly Step[] {
  const { project, region, environment } = settings;
  const at = `--project=${project}`;
  const database = `--database=${environment.database}`;
  const there = gcloud('firestore', 'databases', 'describe', database, at, '--format=value(type)');
  const recovery = environment.pointInTimeRecovery ? '--enable-pitr' : '--no-enable-pitr';
  const keep = ['firestore', 'databases', 'update', database, at];
  return [
    {
      id: 'database',
      title: { vi: 'Lập cơ sở dữ liệu Firestore', en: 'Make the Firestore database' },
      commands: [
        {
          ...gcloud(
            'firestore',
            'databases',
            'create',
            database,
            `--location=${region}`,
            '--type=firestore-native',
            recovery,
            '--delete-protection',
            at,
          ),
          unless: succeeds(there),
        },
        gcloud(...keep, recovery, '--delete-protection'),
      ],
      verify: [
        prints(there, 'FIRESTORE_NATIVE'),
        prints(
          gcloud('firestore', 'databases', 'describe', database, at, '--format=value(locationId)'),
          region,
        ),
      ],
      undo: [
        { ...gcloud(...keep, '--no-delete-protection'), onlyIf: succeeds(there) },
        {
          ...gcloud('firestore', 'databases', 'delete', database, at, '--quiet'),
          onlyIf: succeeds(there),
        },
      ],
      holds: 'data',
    },
    rulesStep(settings),
    ...(environment.backupDays === 0 ? [] : [backupStep(settings)]),
    secretStep(settings),
  ];
}

/** Rules and indexes go out together; firebase looks for both beside its own file. */
function rulesStep({ project, environment }: Settings): Step {
  const folder = folderOf({ project, environment });
  const config = {
    firestore: [
      { database: environment.database, rules: 'firestore.rules', indexes: 'firestore.indexes.json' },
    ],
  };
  const deploy: Command = {
    tool: 'firebase',
    argv: [
      'deploy',
      '--only=firestore',
      `--project=${project}`,
      '--config=firebase.json',
      '--non-interactive',
    ],
    cwd: folder,
  };
  return {
    id: 'rules-and-indexes',
    title: {
      vi: 'Khóa cơ sở dữ liệu với mọi người ngoài máy chủ, và lập chỉ mục',
      en: 'Lock the database for everybody but the functions, and make its indexes',
    },
    files: [
      { name: 'firebase.json', content: `${JSON.stringify(config, null, 2)}\n` },
      { name: 'firestore.rules', content: { copyOf: 'firestore.rules' } },
      { name: 'firestore.indexes.json', content: { copyOf: 'firestore.indexes.json' } },
    ],
    commands: [deploy],
    verify: [
      printsSomething(
        gcloud(
          'firestore',
          'indexes',
          'composite',
          'list',
          `--database=${environment.database}`,
          `--project=${project}`,
          '--format=value(name)',
        ),
      ),
    ],
    undo: [], // they go with the database
  };
}

function backupStep({ project, environment }: Settings): Step {
  const at = [`--database=${environment.database}`, `--project=${project}`];
  const schedules = (format: string) =>
    gcloud('firestore', 'backups', 'schedules', 'list', ...at, `--format=${format}`);
  return {
    id: 'backups',
    title: { vi: 'Đặt lịch sao lưu mỗi ngày', en: 'Keep a backup of every day' },
    commands: [
      {
        ...gcloud(
          'firestore',
          'backups',
          'schedules',
          'create',
          ...at,
          '--recurrence=daily',
          `--retention=${environment.backupDays}d`,
        ),
        unless: printsSomething(schedules('value(name)')),
      },
    ],
    verify: [printsSomething(schedules('value(name)'))],
    undo: [], // they go with the database; the backups themselves stay until their day
  };
}

/** What secret tallies are sealed with. Made here, handed over on standard input, and seen by nobody. */
function secretStep(settings: Settings): Step {
  const { project, region } = settings;
  const { ballotKey, accounts } = namesOf(settings);
  const at = `--project=${project}`;
  const there = gcloud('secrets', 'describe', ballotKey, at, '--format=value(name)');
  const versions = gcloud(
    'secrets',
    'versions',
    'list',
    ballotKey,
    at,
    '--filter=state=enabled',
    '--format=value(name)',
  );
  const reader = `serviceAccount:${accounts.functions}`;
  const readers = gcloud(
    'secrets',
    'get-iam-policy',
    ballotKey,
    at,
    '--flatten=bindings[].members',
    '--format=value(bindings.members)',
  );
  return {
    id: 'ballot-key',
    title: { vi: 'Tạo khóa niêm phong phiếu kín', en: 'Make the key that seals secret ballots' },
    commands: [
      {
        ...gcloud(
          'secrets',
          'create',
          ballotKey,
          '--replication-policy=user-managed',
          `--locations=${region}`,
          at,
        ),
        unless: succeeds(there),
      },
      {
        // A version that is there is kept: ballots are sealed with it.
        ...gcloud('secrets', 'versions', 'add', ballotKey, '--data-file=-', at),
        stdin: 'new-ballot-key',
        unless: printsSomething(versions),
      },
      gcloud(
        'secrets',
        'add-iam-policy-binding',
        ballotKey,
        `--member=${reader}`,
        '--role=roles/secretmanager.secretAccessor',
        at,
        '--format=none',
      ),
    ],
    verify: [printsSomething(versions), prints(readers, reader)],
    undo: [{ ...gcloud('secrets', 'delete', ballotKey, at, '--quiet'), onlyIf: succeeds(there) }],
    holds: 'data',
  };
}
