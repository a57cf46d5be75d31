import { namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Step } from '../step.ts';
import { gcloud, own, printsSomething } from './commands.ts';
import { folderOf } from './folder.ts';

/** Somebody hears of it when money is spent or something fails; and a last look at the whole. */
export function watchSteps(settings: Settings): readonly Step[] {
  return [
    ...(settings.environment.budget === 0 ? [] : [budgetStep(settings)]),
    ...alertSteps(settings),
    checkStep(settings),
  ];
}

function budgetStep(settings: Settings): Step {
  const { project, environment } = settings;
  const { budget } = namesOf(settings);
  const list = gcloud(
    'billing',
    'budgets',
    'list',
    '--billing-account=<billingAccount>',
    `--filter=displayName="${budget}"`,
    '--format=value(name)',
  );
  return {
    id: 'budget',
    title: { vi: 'Báo khi tiền tháng này vượt dự tính', en: 'Tell when a month costs more than expected' },
    commands: [
      {
        ...gcloud(
          'billing',
          'budgets',
          'create',
          '--billing-account=<billingAccount>',
          `--display-name=${budget}`,
          `--budget-amount=${environment.budget}`,
          `--filter-projects=projects/${project}`,
          '--threshold-rule=percent=0.5',
          '--threshold-rule=percent=1.0',
        ),
        unless: printsSomething(list),
      },
    ],
    verify: [printsSomething(list)],
    learn: [{ fact: 'budget', from: list }],
    undo: [
      { ...gcloud('billing', 'budgets', 'delete', '<budget>', '--quiet'), onlyIf: printsSomething(list) },
    ],
    optional: true, // only who administers the billing account may
  };
}

/** One mail an hour at most, for anything that the functions or the scheduler call an error. */
function alertSteps(settings: Settings): readonly Step[] {
  const { project } = settings;
  const { alert, channel, service } = namesOf(settings);
  const at = `--project=${project}`;
  const found = (track: 'alpha' | 'beta', what: 'policies' | 'channels', name: string) =>
    gcloud(track, 'monitoring', what, 'list', `--filter=displayName="${name}"`, '--format=value(name)', at);
  const channels = found('beta', 'channels', channel);
  const policies = found('alpha', 'policies', alert);
  const filter = [
    'severity>=ERROR AND (',
    `(resource.type="cloud_run_revision" AND resource.labels.service_name="${service}")`,
    ` OR (resource.type="cloud_scheduler_job" AND resource.labels.job_id=~"^${service}-(run-jobs|deliver|watch)-"))`,
  ].join('');
  const policy = {
    displayName: alert,
    combiner: 'OR',
    conditions: [{ displayName: alert, conditionMatchedLog: { filter } }],
    alertStrategy: { notificationRateLimit: { period: '3600s' }, autoClose: '86400s' },
    notificationChannels: ['<channel>'],
  };
  return [
    {
      id: 'alert-mail',
      title: { vi: 'Ghi nhận ai được báo khi có lỗi', en: 'Remember who is told of failures' },
      commands: [
        {
          ...gcloud(
            'beta',
            'monitoring',
            'channels',
            'create',
            `--display-name=${channel}`,
            '--type=email',
            '--channel-labels=email_address=<account>',
            at,
          ),
          unless: printsSomething(channels),
        },
      ],
      verify: [printsSomething(channels)],
      learn: [{ fact: 'channel', from: channels }],
      undo: [
        {
          ...gcloud('beta', 'monitoring', 'channels', 'delete', '<channel>', at, '--quiet'),
          onlyIf: printsSomething(channels),
        },
      ],
      optional: true,
    },
    {
      id: 'alert',
      title: { vi: 'Gửi thư khi máy chủ gặp lỗi', en: 'Send a mail when the functions fail' },
      files: [{ name: 'alert.json', content: `${JSON.stringify(policy, null, 2)}\n` }],
      commands: [
        {
          ...gcloud(
            'alpha',
            'monitoring',
            'policies',
            'create',
            `--policy-from-file=${folderOf(settings)}/alert.json`,
            at,
          ),
          unless: printsSomething(policies),
        },
      ],
      verify: [printsSomething(policies)],
      learn: [{ fact: 'alert', from: policies }],
      undo: [
        {
          ...gcloud('alpha', 'monitoring', 'policies', 'delete', '<alert>', at, '--quiet'),
          onlyIf: printsSomething(policies),
        },
      ],
      optional: true,
    },
  ];
}

/** npm run deploy -- --check does this alone. */
function checkStep(settings: Settings): Step {
  const { url, accounts } = namesOf(settings);
  return {
    id: 'check',
    title: { vi: 'Kiểm tra toàn bộ', en: 'Look at the whole' },
    commands: [
      own('ask.ts', 'answers', `--url=${url}`),
      ...settings.campaigns.flatMap(({ code }) => [
        own('ask.ts', 'stranger', `--url=${url}`, `--as=${accounts.installer}`, `--campaign=${code}`),
        own(
          'ask.ts',
          'check',
          `--url=${url}`,
          `--as=${accounts.scheduler}`,
          `--campaign=${code}`,
          `--project=${settings.project}`,
          `--database=${settings.environment.database}`,
        ),
      ]),
    ],
    verify: [],
    undo: [],
    always: true,
  };
}
