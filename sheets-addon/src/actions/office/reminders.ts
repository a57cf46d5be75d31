import { type Action, buttons, call, screen, text } from '../visit.ts';
import { officeVisit } from './office-visit.ts';

/** Nhắc việc: goes to the tab, where everything is. */
export const reminders: Action = (desk) =>
  officeVisit(desk, 'reminders', desk.words.titles.reminders, ({ context, title }) => {
    const { words, book } = desk;
    const tab = book.tabs().find(({ key }) => key === 'reminders');
    const isShown = tab !== undefined && book.select(tab.sheetId, 'A1');
    return screen(
      context,
      title,
      isShown
        ? [text(words.sending.reminders.shown)]
        : [
            text(words.sending.reminders.noTab, 'warning'),
            buttons({ label: words.titles.provision, call: call('provision') }),
          ],
      { again: call('reminders') },
    );
  });
