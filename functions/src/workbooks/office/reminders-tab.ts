import { dayCell } from '../../domain/form/day-text.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { dueReminders, nearnessOf } from '../../domain/reminders/due-reminders.ts';
import { type Letter, mailtoLink } from '../../domain/reminders/mailto.ts';
import type { Reminder } from '../../domain/reminders/reminder.ts';
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts';
import { formatDay } from '../../messages/vi/format.ts';
import {
  addresseeWords,
  NEARNESS_WORDS,
  reminderLetter,
  reminderTitle,
} from '../../messages/vi/reminders.ts';
import { NEARNESS } from '../colours.ts';
import { countColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';

/** More than these nobody writes to in one go. */
const MOST_REMINDERS = 2000;

/**
 * Nhắc việc: what is due, for whom, by when, with a letter that is ready for each. Nothing is sent by itself: whoever
 * clicks finds the letter in the own mail program. It is written anew each day.
 */
export function remindersTab(facts: ReminderFacts, campaign: string): TableTab {
  const all = dueReminders(facts);
  const shown = all.slice(0, MOST_REMINDERS);
  const letters = shown.map((reminder) => reminderLetter(reminder, { today: facts.today, campaign }));
  const uris = letters.map(mailtoLink);
  return readOnlyTable({
    key: 'reminders',
    title: 'Nhắc việc',
    banner: [
      `Việc đến hạn, tính cho ngày ${formatDay(facts.today)}: ${countWords(all, facts)}`,
      HOW_TO_USE,
      ...(all.length > shown.length ? [`và ${all.length - shown.length} việc nữa không hiện ở đây.`] : []),
    ],
    frozenColumns: 4,
    columns: [
      { ...wordColumn('due', 'Hạn', 100), format: { kind: 'day' } },
      countColumn('days', 'Còn (ngày)', 'Số ngày còn lại; số âm là đã quá hạn.'),
      { ...wordColumn('near', 'Tình trạng', 120), colours: NEARNESS },
      textColumn('what', 'Việc', 280),
      textColumn('for', 'Ai làm', 220),
      wordColumn('letter', 'Gửi thư', 100, 'Mở thư soạn sẵn trong chương trình thư của người bấm.'),
      textColumn('to', 'Gửi tới', 240),
      textColumn('text', 'Lời nhắc', 520),
    ],
    rows: shown.map((reminder, i) => row(reminder, facts, letters[i]!, uris[i])),
    links: { column: 'letter', uris },
  });
}

function row(
  reminder: Reminder,
  facts: ReminderFacts,
  { body }: Letter,
  uri: string | undefined,
): CellValue[] {
  const { due, what, for: to } = reminder;
  const { state, days } = nearnessOf(reminder, facts);
  return [
    due === undefined ? null : dayCell(due),
    due === undefined ? null : days,
    NEARNESS_WORDS[state],
    reminderTitle(what),
    addresseeWords(to),
    uri === undefined ? null : 'Soạn thư',
    to.addresses.join(', ') || 'chưa có tài khoản nào',
    body,
  ];
}

const HOW_TO_USE =
  'Hệ thống không tự gửi gì. Bấm “Soạn thư” để mở thư soạn sẵn, hoặc chép lời nhắc. Phiếu nộp sau lần viết bảng này chưa được tính.';

function countWords(all: readonly Reminder[], facts: ReminderFacts): string {
  const overdue = all.filter((reminder) => nearnessOf(reminder, facts).state === 'overdue').length;
  if (all.length === 0) return 'không có việc nào';
  return overdue === 0 ? `${all.length} việc` : `${all.length} việc, trong đó ${overdue} việc quá hạn`;
}
