import { namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Command, Step } from '../step.ts';
import { own, prints, printsSomething, succeeds } from './commands.ts';
import { folderOf } from './folder.ts';

/** In the environment's folder, where clasp keeps which script is ours. */
const clasp = (settings: Settings, ...argv: readonly string[]): Command => ({
  tool: 'clasp',
  argv,
  cwd: folderOf(settings),
});

/** The add-on's script, empty, and its place in the project: from there comes what its tokens are made out to. */
export function scriptSteps(settings: Settings): readonly Step[] {
  const { addOn } = namesOf(settings);
  const folder = folderOf(settings);
  const scriptId = own('script-id.ts', `${folder}/.clasp.json`);
  return [
    {
      id: 'script',
      title: { vi: 'Lập tập lệnh của tiện ích Thi đua', en: 'Make the script of the add-on' },
      commands: [
        {
          ...clasp(settings, 'login'),
          unless: prints(clasp(settings, 'show-authorized-user', '--json')),
          interactive: true,
        },
        {
          ...clasp(settings, 'create-script', '--type=standalone', `--title=${addOn}`, '--rootDir=add-on'),
          unless: succeeds(scriptId),
        },
      ],
      verify: [printsSomething(scriptId)],
      learn: [{ fact: 'scriptId', from: scriptId }],
      // With what clasp kept of it, so that the next deployment makes another one.
      undo: [
        { ...clasp(settings, 'delete-script', '--force'), onlyIf: succeeds(scriptId) },
        own('script-id.ts', '--forget', `${folder}/.clasp.json`),
      ],
    },
    {
      id: 'link-script',
      title: {
        vi: 'Đặt tập lệnh vào dự án, để máy chủ nhận ra tiện ích',
        en: 'Put the script into the project, so that the functions know the add-on',
      },
      byHand: {
        fact: 'clientId',
        looks: /^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/,
        flag: '--client-id',
        where: 'https://script.google.com/home/projects/<scriptId>/settings',
        clicks: [
          {
            vi: `Màn hình xin phép: https://console.cloud.google.com/auth/overview/create?project=${settings.project} → tên “Thi đua”, thư liên hệ, đối tượng “Nội bộ” (Internal).`,
            en: `Consent screen: https://console.cloud.google.com/auth/overview/create?project=${settings.project}, name "Thi đua", a contact address, audience "Internal".`,
          },
          {
            vi: 'Ở trang cài đặt tập lệnh: Dự án Google Cloud → Thay đổi dự án → <projectNumber>.',
            en: "On the script's settings page: Google Cloud Platform (GCP) Project, Change project, <projectNumber>.",
          },
          {
            vi: `Mở https://console.cloud.google.com/auth/clients?project=${settings.project}, chép mã ứng dụng khách “Apps Script” vừa xuất hiện.`,
            en: `Open https://console.cloud.google.com/auth/clients?project=${settings.project} and copy the client id of "Apps Script", which has just appeared.`,
          },
        ],
      },
      commands: [],
      verify: [],
      undo: [],
    },
  ];
}

/** Its code, built for the address of these functions. */
export function addOnSteps(settings: Settings): readonly Step[] {
  const { url } = namesOf(settings);
  return [
    {
      id: 'add-on',
      title: { vi: 'Đưa tiện ích Thi đua lên Apps Script', en: 'Push the add-on to Apps Script' },
      commands: [
        own('build.ts', 'add-on', `${folderOf(settings)}/add-on`, url),
        clasp(settings, 'push', '--force'),
        clasp(settings, 'create-version', 'dien-hinh'),
      ],
      verify: [printsSomething(clasp(settings, 'list-versions', '--json'))],
      undo: [], // it goes with the script
      always: true,
    },
  ];
}
