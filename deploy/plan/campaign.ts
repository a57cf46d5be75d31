import { namesOf } from '../names.ts';
import type { CampaignFolder, Settings } from '../settings.ts';
import type { Command, Step } from '../step.ts';
import { gcloud, own, prints, succeeds } from './commands.ts';

/** What a campaign needs once the functions answer: its configuration, its workbooks, its clock. */
export function campaignSteps(settings: Settings): readonly Step[] {
  return settings.campaigns.flatMap((campaign) => stepsOf(settings, campaign));
}

function stepsOf(settings: Settings, { code, folder }: CampaignFolder): readonly Step[] {
  const { url, accounts } = namesOf(settings);
  const { project, environment } = settings;
  const asScheduler = [`--url=${url}`, `--as=${accounts.scheduler}`, `--campaign=${code}`];
  return [
    {
      id: `load-${code}`,
      title: { vi: `Nạp phong trào ${code}`, en: `Load the campaign ${code}` },
      commands: [
        {
          // A campaign that is there is its officers': changes go through their forms.
          ...own(
            'ask.ts',
            'load',
            `--url=${url}`,
            `--as=${accounts.installer}`,
            `--campaign=${code}`,
            `--folder=${folder}`,
            `--officer=${accounts.scheduler}`,
            '--admin=<account>',
          ),
          patient: true,
          unless: succeeds(own('ask.ts', 'jobs', ...asScheduler)),
        },
      ],
      verify: [succeeds(own('ask.ts', 'jobs', ...asScheduler))],
      undo: [], // it goes with the database
    },
    {
      id: `migrate-${code}`,
      title: {
        vi: `Đưa dữ liệu của ${code} về dạng mà bản này lưu`,
        en: `Bring what ${code} has stored to the shape this release stores`,
      },
      commands: [
        own('migrate.ts', `--project=${project}`, `--database=${environment.database}`, `--campaign=${code}`),
      ],
      verify: [
        succeeds(
          own(
            'migrate.ts',
            `--project=${project}`,
            `--database=${environment.database}`,
            `--campaign=${code}`,
            '--check',
          ),
        ),
      ],
      undo: [],
      always: true,
    },
    {
      id: `workbooks-${code}`,
      title: { vi: `Yêu cầu lập các sổ của ${code}`, en: `Ask for the workbooks of ${code}` },
      commands: [own('ask.ts', 'provision', ...asScheduler)],
      verify: [],
      undo: [], // files of people: the shared drive keeps them
    },
    scheduleStep(settings, code),
  ];
}

/**
 * The doors that somebody has to knock at, how often, and for how long one call begins new work. Nobody waits for the
 * watch, which reads more than the others: it comes every five minutes (docs/cost.md).
 */
export const DOORS = {
  'run-jobs': { withinMs: 45_000, when: '* * * * *' },
  deliver: { withinMs: 45_000, when: '* * * * *' },
  watch: { withinMs: 25_000, when: '*/5 * * * *' },
} as const;

function scheduleStep(settings: Settings, code: string): Step {
  const { project, region } = settings;
  const { url, accounts, job } = namesOf(settings);
  const place = [`--location=${region}`, `--project=${project}`];
  const doors = Object.entries(DOORS).map(([door, rhythm]) => ({ door, ...rhythm, name: job(door, code) }));
  const there = (name: string) =>
    gcloud('scheduler', 'jobs', 'describe', name, ...place, '--format=value(httpTarget.uri)');
  const put = (verb: 'create' | 'update', { door, withinMs, when, name }: (typeof doors)[number]): Command =>
    gcloud(
      'scheduler',
      'jobs',
      verb,
      'http',
      name,
      ...place,
      `--schedule=${when}`,
      '--time-zone=Asia/Ho_Chi_Minh',
      `--uri=${url}/${door}`,
      '--http-method=post',
      `--${verb === 'create' ? '' : 'update-'}headers=Content-Type=application/json`,
      `--message-body=${JSON.stringify({ campaign: code, withinMs })}`,
      `--oidc-service-account-email=${accounts.scheduler}`,
      `--oidc-token-audience=${url}`,
      '--attempt-deadline=180s',
      '--max-retry-attempts=0', // the next minute is soon enough
    );
  return {
    id: `schedule-${code}`,
    title: { vi: `Đặt lịch gọi máy chủ cho ${code}`, en: `Call the functions by the clock for ${code}` },
    commands: doors.flatMap((door) => [
      { ...put('create', door), unless: succeeds(there(door.name)) },
      put('update', door),
    ]),
    verify: doors.map(({ door, name }) => prints(there(name), `${url}/${door}`)),
    undo: doors.map(({ name }) => ({
      ...gcloud('scheduler', 'jobs', 'delete', name, ...place, '--quiet'),
      onlyIf: succeeds(there(name)),
    })),
  };
}
