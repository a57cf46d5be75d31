import type { Log } from '../../backend/answers.ts';
import type { Question } from '../../backend/backend.ts';
import type { Desk } from '../../desk.ts';
import { type Action, call, campaignOf, screen, text } from '../visit.ts';
import { officeVisit } from './office-visit.ts';

/** Nhật ký: who did what and when, newest first. */
export const log: Action = (desk) =>
  officeVisit(desk, 'log', desk.words.titles.log, ({ context, title }) => {
    const { words } = desk;
    const { entries, seal } = desk.backend.get<Log>(...logQuestion(desk));
    const shown = entries.map(({ at, by, sentence, reason }) => ({
      when: words.moment(at, context.campaign.timeZone),
      who: by,
      text: sentence,
      ...(reason === undefined ? {} : { more: words.log.reason(reason) }),
    }));
    const sealed = seal ? [text(words.log.seal(seal.number, seal.hash), 'quiet')] : [];
    return screen(
      context,
      title,
      shown.length === 0
        ? [text(words.log.none)]
        : [text(words.log.newest(shown.length), 'quiet'), { kind: 'entries', entries: shown }, ...sealed],
      { again: call('log') },
    );
  });

export const logQuestion = (desk: Desk): Question => [
  '/log',
  { campaign: campaignOf(desk), most: String(MOST) },
];

const MOST = 100;
