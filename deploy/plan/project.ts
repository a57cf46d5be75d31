import type { Settings } from '../settings.ts';
import type { Step } from '../step.ts';
import { gcloud, prints, printsSomething, succeeds } from './commands.ts';

/** Everything that the system is made of; each is asked for by name in some later step. */
export const APIS = [
  'artifactregistry.googleapis.com',
  'billingbudgets.googleapis.com',
  'cloudbilling.googleapis.com',
  'cloudbuild.googleapis.com',
  'cloudresourcemanager.googleapis.com',
  'cloudscheduler.googleapis.com',
  'drive.googleapis.com',
  'firebaserules.googleapis.com',
  'firestore.googleapis.com',
  'iam.googleapis.com',
  'iamcredentials.googleapis.com',
  'logging.googleapis.com',
  'monitoring.googleapis.com',
  'run.googleapis.com',
  'script.googleapis.com',
  'secretmanager.googleapis.com',
  'sheets.googleapis.com',
];

/** Who deploys, and the project with somebody who pays for it. */
export function projectSteps({ project }: Settings): readonly Step[] {
  const account = gcloud('auth', 'list', '--filter=status:ACTIVE', '--format=value(account)');
  const there = gcloud('projects', 'describe', project, '--format=value(projectId)');
  const number = gcloud('projects', 'describe', project, '--format=value(projectNumber)');
  const billing = (field: string) =>
    gcloud('billing', 'projects', 'describe', project, `--format=value(${field})`);
  const enabled = gcloud(
    'services',
    'list',
    '--enabled',
    `--project=${project}`,
    '--format=value(config.name)',
  );
  return [
    {
      id: 'sign-in',
      title: { vi: 'Đăng nhập Google trên máy này', en: 'Sign in to Google on this machine' },
      commands: [
        {
          ...gcloud('auth', 'login', '--update-adc'),
          unless: printsSomething(account),
          interactive: true,
        },
        {
          // firebase and the migrations use these; a token that is printed here is shown to nobody.
          ...gcloud('auth', 'application-default', 'login'),
          unless: printsSomething(gcloud('auth', 'application-default', 'print-access-token')),
          interactive: true,
        },
      ],
      verify: [printsSomething(account)],
      learn: [{ fact: 'account', from: account }],
      undo: [],
      always: true,
    },
    {
      id: 'project',
      title: { vi: 'Lập dự án trên Google Cloud', en: 'Make the project on Google Cloud' },
      commands: [{ ...gcloud('projects', 'create', project, '--name=Dien hinh'), unless: succeeds(there) }],
      verify: [prints(there, project)],
      learn: [{ fact: 'projectNumber', from: number }],
      undo: [], // a project is only ever deleted by its owner, by hand
    },
    {
      id: 'billing',
      title: { vi: 'Nối dự án với tài khoản thanh toán', en: 'Connect the project to who pays for it' },
      byHand: {
        fact: 'billingAccount',
        looks: /^billingAccounts\/[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$/,
        flag: '--billing-account',
        where: 'https://console.cloud.google.com/billing',
        clicks: [
          {
            vi: 'Tạo (hoặc chọn) tài khoản thanh toán, rồi chép mã của nó, dạng billingAccounts/0X0X0X-0X0X0X-0X0X0X.',
            en: 'Create (or choose) a billing account and copy its id, as billingAccounts/0X0X0X-0X0X0X-0X0X0X.',
          },
        ],
      },
      commands: [
        {
          ...gcloud('billing', 'projects', 'link', project, '--billing-account=<billingAccount>'),
          unless: prints(billing('billingEnabled'), 'True'),
        },
      ],
      verify: [prints(billing('billingEnabled'), 'True')],
      undo: [],
    },
    {
      id: 'apis',
      title: { vi: 'Bật các dịch vụ cần dùng', en: 'Switch on the services that are needed' },
      commands: [
        gcloud('services', 'enable', ...APIS, `--project=${project}`),
        // The credentials that firebase and the migrations use have to say whose quota they count against.
        gcloud('auth', 'application-default', 'set-quota-project', project),
      ],
      verify: [prints(enabled, ...APIS)],
      undo: [], // other things of the project may use them, and they cost nothing
    },
  ];
}
