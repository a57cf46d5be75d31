import { namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Step } from '../step.ts';
import { gcloud, listed, own, prints, succeeds } from './commands.ts';
import { folderOf } from './folder.ts';

/**
 * A service account owns no storage, so files are made where somebody else does: in a folder of a shared drive. Only
 * Google Workspace has shared drives.
 */
export function driveFolderStep(settings: Settings): Step {
  const { accounts } = namesOf(settings);
  return {
    id: 'drive-folder',
    title: { vi: 'Chọn thư mục chứa các sổ', en: 'Choose the folder for the workbooks' },
    byHand: {
      fact: 'driveFolder',
      looks: /^[\w-]{15,80}$/,
      flag: '--drive-folder',
      where: 'https://drive.google.com/drive/shared-drives',
      clicks: [
        {
          vi: 'Tạo bộ nhớ dùng chung (New → tên bất kỳ), trong đó một thư mục.',
          en: 'Make a shared drive (New, any name) and a folder in it.',
        },
        {
          vi: `Quản lý thành viên của bộ nhớ dùng chung → thêm ${accounts.functions} → Người quản lý nội dung.`,
          en: `Manage members of the shared drive, add ${accounts.functions} as Content manager.`,
        },
        {
          vi: 'Mở thư mục, chép phần cuối của địa chỉ, sau “folders/”.',
          en: 'Open the folder and copy the end of its address, after "folders/".',
        },
      ],
    },
    commands: [],
    verify: [],
    undo: [],
  };
}

/** One service with every door (decision 4). It takes tokens that are made out to it or to the add-on. */
export function functionsStep(settings: Settings): Step {
  const { project, region, environment } = settings;
  const { service, url, accounts, ballotKey } = namesOf(settings);
  const { memory, cpu, concurrency, minInstances, maxInstances, timeoutSeconds } = environment.functions;
  const place = [`--region=${region}`, `--project=${project}`];
  const ready = gcloud(
    'run',
    'services',
    'describe',
    service,
    ...place,
    '--format=value(status.conditions[0].status)',
  );
  const bundle = `${folderOf(settings)}/functions`;
  const variables = [
    `GOOGLE_CLOUD_PROJECT=${project}`,
    `FIRESTORE_DATABASE=${environment.database}`,
    `TOKEN_AUDIENCE=${url},<clientId>`,
    'DRIVE_FOLDER_ID=<driveFolder>',
    `FIRST_ADMIN=${accounts.installer}`,
    'NODE_ENV=production',
  ];
  return {
    id: 'functions',
    title: { vi: 'Đưa máy chủ lên Cloud Run', en: 'Put the functions on Cloud Run' },
    commands: [
      own('build.ts', 'functions', bundle),
      gcloud(
        'run',
        'deploy',
        service,
        `--source=${bundle}`,
        '--function=api',
        '--base-image=nodejs24',
        ...place,
        `--service-account=${accounts.functions}`,
        `--build-service-account=projects/${project}/serviceAccounts/${accounts.builder}`,
        `--memory=${memory}`,
        `--cpu=${cpu}`,
        `--concurrency=${concurrency}`,
        `--min-instances=${minInstances}`,
        `--max-instances=${maxInstances}`,
        `--timeout=${timeoutSeconds}`,
        '--cpu-boost',
        '--ingress=all',
        // Every member calls from a spreadsheet with an OpenID token, which the functions verify themselves.
        '--no-invoker-iam-check',
        `--set-env-vars=${listed(...variables)}`,
        `--set-secrets=BALLOT_KEY=${ballotKey}:latest`,
        `--labels=app=dien-hinh,environment=${environment.name}`,
        '--quiet',
      ),
    ],
    verify: [prints(ready, 'True'), succeeds(own('ask.ts', 'answers', `--url=${url}`))],
    undo: [{ ...gcloud('run', 'services', 'delete', service, ...place, '--quiet'), onlyIf: succeeds(ready) }],
    always: true,
  };
}
