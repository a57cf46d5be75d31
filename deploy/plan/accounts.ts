import { accountId, namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Command, Step } from '../step.ts';
import { gcloud, prints, succeeds } from './commands.ts';

/**
 * Four accounts, none of them with a key: whoever runs as one is given short-lived tokens by Google. The functions'
 * may use one database and read one secret; the builder builds; the scheduler's and the installer's may do nothing
 * in the project, they are only who they are.
 */
export function accountSteps(settings: Settings): readonly Step[] {
  const { project, environment } = settings;
  const { accounts, service } = namesOf(settings);
  const at = `--project=${project}`;
  const exists = (email: string) =>
    gcloud('iam', 'service-accounts', 'describe', email, at, '--format=value(email)');
  const make = (email: string, what: string): Command => ({
    ...gcloud(
      'iam',
      'service-accounts',
      'create',
      accountId(email),
      `--display-name=${service}`,
      `--description=${what}`,
      at,
    ),
    unless: succeeds(exists(email)),
  });
  const drop = (email: string): Command => ({
    ...gcloud('iam', 'service-accounts', 'delete', email, at, '--quiet'),
    onlyIf: succeeds(exists(email)),
  });
  const all = Object.values(accounts);
  const database = `projects/${project}/databases/${environment.database}`;
  const grants = [
    {
      email: accounts.functions,
      role: 'roles/datastore.user',
      condition: `expression=resource.name=="${database}",title=${service}-database`,
    },
    { email: accounts.builder, role: 'roles/run.builder', condition: 'None' },
  ];
  const binding = (verb: 'add' | 'remove', { email, role, condition }: (typeof grants)[number]): Command =>
    gcloud(
      'projects',
      `${verb}-iam-policy-binding`,
      project,
      `--member=serviceAccount:${email}`,
      `--role=${role}`,
      `--condition=${condition}`,
      '--format=none',
    );
  const roles = (email: string) =>
    gcloud(
      'projects',
      'get-iam-policy',
      project,
      '--flatten=bindings[].members',
      `--filter=bindings.members=serviceAccount:${email}`,
      '--format=value(bindings.role)',
    );
  const impersonated = [accounts.installer, accounts.scheduler];
  return [
    {
      id: 'accounts',
      title: { vi: 'Lập các tài khoản dịch vụ', en: 'Make the service accounts' },
      commands: [
        make(accounts.functions, 'The functions run as it'),
        make(accounts.scheduler, 'Cloud Scheduler calls the functions as it'),
        make(accounts.builder, 'Builds the container of the functions'),
        make(accounts.installer, 'Whoever deploys loads the first campaign as it'),
      ],
      verify: all.map((email) => prints(exists(email), email)),
      undo: all.map(drop),
    },
    {
      id: 'roles',
      title: {
        vi: 'Cho mỗi tài khoản đúng quyền cần có',
        en: 'Give each account the rights it needs, no more',
      },
      commands: [
        ...grants.map((grant) => binding('add', grant)),
        ...impersonated.map((email) =>
          gcloud(
            'iam',
            'service-accounts',
            'add-iam-policy-binding',
            email,
            '--member=user:<account>',
            '--role=roles/iam.serviceAccountTokenCreator',
            at,
            '--format=none',
          ),
        ),
      ],
      verify: grants.map(({ email, role }) => prints(roles(email), role)),
      undo: grants.map((grant) => ({
        ...binding('remove', grant),
        onlyIf: prints(roles(grant.email), grant.role),
      })),
    },
  ];
}
