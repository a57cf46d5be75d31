import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import { DEFAULT_WORKING_DAYS } from '../../functions/src/domain/campaign/working-days.ts';
import { dueReminders, nearnessOf } from '../../functions/src/domain/reminders/due-reminders.ts';
import { mailtoLink } from '../../functions/src/domain/reminders/mailto.ts';
import type { What } from '../../functions/src/domain/reminders/reminder.ts';
import type { PeriodFacts, ReminderFacts } from '../../functions/src/domain/reminders/reminder-facts.ts';
import { reminderLetter, reminderTitle } from '../../functions/src/messages/vi/reminders.ts';
import { menuOf } from '../../sheets-addon/src/menus.ts';
import { day, MONTHS_OF_2024 } from './build/campaign.ts';

const period = (id: string) => parsePeriod(id, MONTHS_OF_2024)!;
const MEMBERS = [
  { email: 'o2@x.example', roles: ['officer'], unitIds: [] },
  { email: 'o1@x.example', roles: ['officer', 'council_member'], unitIds: [] },
  { email: 'a@x.example', roles: ['unit_editor'], unitIds: ['A', 'B'] },
  { email: 'b@x.example', roles: ['unit_editor'], unitIds: ['B'] },
];

function factsOf(parts: Partial<ReminderFacts> = {}): ReminderFacts {
  return {
    campaign: { calendar: MONTHS_OF_2024 },
    today: day('2024-04-03'),
    members: MEMBERS,
    periods: [],
    ballots: [],
    toDecide: [],
    withoutPlan: [],
    commitments: [],
    ...parts,
  };
}

const march = (parts: Partial<PeriodFacts>): PeriodFacts => ({
  period: period('2024-03'),
  state: 'open',
  formsUntil: day('2024-04-05'),
  missing: [],
  toAppraise: 0,
  ...parts,
});

const MISSING = [
  { unitId: 'A', name: 'Xã A' },
  { unitId: 'B', name: 'Xã B', refusedFor: 3 },
  { unitId: 'C', name: 'Xã C' },
];

/** "2024-04-05 form_missing Xã A: a@x.example" */
const told = (facts: ReminderFacts) =>
  dueReminders(facts).map(
    ({ what, due, for: to }) =>
      `${due} ${what.kind} ${to.unit ?? to.role}: ${to.addresses.join(' ') || 'nobody'}`,
  );

describe('reminders', () => {
  it('name each unit whose form is missing, so many working days before the last day', () => {
    const open = (today: string) =>
      told(factsOf({ today: day(today), periods: [march({ missing: MISSING })] }));
    // The form that came back is to be mended whenever it is. 5 April is a Friday: two working days before is Wednesday.
    expect(open('2024-04-02')).toEqual(['2024-04-05 form_refused Xã B: a@x.example b@x.example']);
    expect(open('2024-04-03')).toEqual([
      '2024-04-05 form_missing Xã A: a@x.example',
      '2024-04-05 form_refused Xã B: a@x.example b@x.example',
      '2024-04-05 form_missing Xã C: nobody',
    ]);
    expect(open('2024-04-06')[0]).toBe('2024-04-05 close_period officer: o1@x.example o2@x.example');
  });

  it('begin earlier where days off lie in between', () => {
    const workingDays = { ...DEFAULT_WORKING_DAYS, holidays: [day('2024-04-04'), day('2024-04-03')] };
    const campaign = { calendar: MONTHS_OF_2024, workingDays };
    const on = (today: string) =>
      told(factsOf({ campaign, today: day(today), periods: [march({ missing: MISSING.slice(0, 1) })] }))
        .length;
    expect([on('2024-03-31'), on('2024-04-01'), on('2024-04-02')]).toEqual([0, 1, 1]);
  });

  it('say what the office does next with each month, and by when', () => {
    const periods = [
      march({ period: period('2024-01'), state: 'published' }),
      march({ period: period('2024-02'), state: 'voted' }),
      march({ state: 'closed', toAppraise: 4 }),
    ];
    expect(told(factsOf({ periods, next: period('2024-04') }))).toEqual([
      '2024-03-20 publish officer: o1@x.example o2@x.example',
      '2024-04-01 open_period officer: o1@x.example o2@x.example',
      '2024-04-10 appraise officer: o1@x.example o2@x.example',
    ]);
  });

  it('name each council member who has not voted', () => {
    const ballot = { title: 'Biểu dương', period: period('2024-03'), openedOn: day('2024-04-12') };
    const ballots = [{ ...ballot, notVoted: ['z@x.example', 'o1@x.example'] }];
    const facts = factsOf({ ballots, periods: [march({ state: 'evaluated' })] });
    expect(told(facts)).toEqual([
      '2024-04-15 vote council_member: o1@x.example',
      '2024-04-15 vote council_member: z@x.example',
      '2024-04-20 publish officer: o1@x.example o2@x.example',
    ]);
    expect(dueReminders(facts)[2]!.what).toMatchObject({ hasOpenBallot: true });
    const late = [{ ...ballot, openedOn: day('2024-04-16'), notVoted: ['z@x.example'] }];
    expect(dueReminders(factsOf({ ballots: late })).map(({ what, due }) => [what.kind, due])).toEqual([
      ['vote', undefined], // asked after the calendar's day for votes
    ]);
  });

  it('name commitments that are due, and learners to be reviewed', () => {
    const commitment = {
      unitId: 'A',
      unit: 'Xã A',
      learner: 'Ấp 1',
      exemplar: 'Xã Z',
      promise: 'dọn kênh',
      due: day('2024-04-04'),
    };
    const commitments = [commitment, { ...commitment, due: day('2024-05-30') }];
    const toReview = { period: period('2024-03'), byNumbers: 0, byEvidence: 2 };
    expect(told(factsOf({ commitments, toReview }))).toEqual([
      '2024-04-04 commitment Xã A: a@x.example',
      '2024-04-15 review officer: o1@x.example o2@x.example',
    ]);
    expect(told(factsOf({ toReview: { ...toReview, byEvidence: 0 } }))).toEqual([]);
  });

  it('say whether learners are to be reviewed by numbers, by evidence, or both', () => {
    const body = (byNumbers: number, byEvidence: number) => {
      const what = { kind: 'review', period: period('2024-03'), byNumbers, byEvidence } as const;
      const to = { role: 'officer', addresses: [] } as const;
      return reminderLetter({ what, for: to }, { today: day('2024-04-08'), campaign: 'X' }).body.split(
        '\n\n',
      )[1];
    };
    const byNumbers =
      'Theo kết quả tháng 03/2024, có 2 tập thể, cá nhân có thể đã bắt kịp hoặc vượt qua điển hình mà chưa được bình xét.';
    const byEvidence =
      'Có 1 tập thể, cá nhân đã thực hiện cam kết học tập điển hình, xét theo minh chứng, mà chưa được bình xét.';
    expect(body(2, 0)).toBe(`${byNumbers} Đề nghị mở bình xét.`);
    expect(body(0, 1)).toBe(`${byEvidence} Đề nghị mở bình xét.`);
    expect(body(2, 1)).toBe(`${byNumbers} ${byEvidence} Đề nghị mở bình xét.`);
  });

  it('name what the council passed and nobody decided, and units without a plan, behind all that has a day', () => {
    const facts = factsOf({
      toDecide: [{ title: 'Bình chọn tháng 03/2024', passed: 2 }],
      withoutPlan: MISSING.slice(0, 1),
      next: period('2024-04'),
    });
    expect(told(facts)).toEqual([
      '2024-04-01 open_period officer: o1@x.example o2@x.example',
      'undefined decide officer: o1@x.example o2@x.example',
      'undefined plan_missing Xã A: a@x.example',
    ]);
    const [, decide, plan] = dueReminders(facts);
    expect(nearnessOf(plan!, facts)).toEqual({ state: 'undated', days: 0 });
    const body = (of: typeof plan) => reminderLetter(of!, { today: facts.today, campaign: 'X' }).body;
    expect(body(decide)).toContain(
      'Có 2 đề nghị được “Bình chọn tháng 03/2024” thông qua mà chưa có quyết định.',
    );
    expect(body(plan)).toMatch(/^Kính gửi cán bộ thi đua đơn vị Xã A,\n\nĐơn vị chưa có kế hoạch/);
  });

  it('know how near they are', () => {
    const near = (due: string) => nearnessOf({ due: day(due) } as never, factsOf());
    expect([near('2024-04-01'), near('2024-04-03'), near('2024-04-05'), near('2024-04-09')]).toEqual([
      { state: 'overdue', days: -2 },
      { state: 'today', days: 0 },
      { state: 'soon', days: 2 },
      { state: 'later', days: 6 },
    ]);
  });

  it('come with a letter that is ready', () => {
    const facts = factsOf({ periods: [march({ missing: MISSING })] });
    const letters = dueReminders(facts).map((reminder) =>
      reminderLetter(reminder, { today: facts.today, campaign: 'Ban Chỉ đạo' }),
    );
    expect(letters[1]).toEqual({
      to: ['a@x.example', 'b@x.example'],
      subject: '[Thi đua] Sửa và nộp lại phiếu tháng 03/2024',
      body: `Kính gửi cán bộ thi đua đơn vị Xã B,

Phiếu tháng 03/2024 của đơn vị bị trả lại vì còn 3 chỗ cần sửa. Đề nghị mở Sổ thi đua của đơn vị, chọn “Kiểm tra phiếu” ở menu Thi đua để xem từng chỗ, sửa rồi nộp lại. Hạn: hết ngày 05/04/2024 (thứ sáu).

Trân trọng,
Ban Chỉ đạo`,
    });
    const late = reminderLetter(dueReminders(facts)[0]!, { today: day('2024-04-08'), campaign: 'X' });
    expect(late.body).toContain('Hạn đã qua: 05/04/2024 (thứ sáu).');
    expect(reminderTitle({ kind: 'open_period', period: period('2024-04') })).toBe('Mở tháng 04/2024');
  });
});

describe('a letter', () => {
  it('names what there is in the menu', () => {
    const month = period('2024-03');
    const whats: readonly What[] = [
      { kind: 'open_period', period: month },
      { kind: 'form_missing', period: month },
      { kind: 'form_refused', period: month, issues: 2 },
      { kind: 'close_period', period: month, missing: 2 },
      { kind: 'appraise', period: month, waiting: 2 },
      { kind: 'vote', period: month, ballot: 'Bình chọn' },
      { kind: 'publish', period: month, hasOpenBallot: true },
      { kind: 'commitment', learner: 'Ấp 1', exemplar: 'Xã Z', promise: 'dọn kênh' },
      { kind: 'review', period: month, byNumbers: 2, byEvidence: 1 },
      { kind: 'decide', ballot: 'Bình chọn', passed: 2 },
      { kind: 'plan_missing' },
    ];
    const named = whats.flatMap((what) => {
      const to = { role: 'officer', addresses: [] } as const;
      const { body } = reminderLetter({ what, for: to }, { today: day('2024-04-08'), campaign: 'X' });
      return [...body.matchAll(/chọn “([^”]+)” ở menu Thi đua/g)].map(([, label]) => label);
    });
    expect(named).toEqual([
      'Nộp phiếu',
      'Kiểm tra phiếu',
      'Bình chọn',
      'Ban hành quyết định',
      'Gửi sổ đang mở',
    ]);
    const menus = JSON.stringify((['unit', 'office', 'summary'] as const).map((kind) => menuOf(kind)));
    for (const label of named) expect(menus).toContain(`"label":"${label}"`);
  });
});

describe('a mailto link', () => {
  it('opens the letter as it is, whatever people wrote in it', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
    const anyAddress = fc
      .tuple(fc.emailAddress(), fc.constantFrom('', '+x'))
      .map(([address, tag]) => address.replace('@', `${tag}@`));
    fc.assert(
      fc.property(
        fc.array(anyAddress, { minLength: 1, maxLength: 3 }),
        anyText,
        anyText,
        (to, subject, body) => {
          const link = mailtoLink({ to, subject, body })!;
          expect(link).toMatch(
            /^mailto:[A-Za-z0-9%@,._~+-]+\?subject=[A-Za-z0-9%._~-]*&body=[A-Za-z0-9%._~-]*$/,
          );
          const url = new URL(link);
          expect(url.pathname.split(',').map(decodeURIComponent)).toEqual(to);
          expect(decodeURIComponent(url.search.slice('?subject='.length).split('&body=')[0]!)).toBe(subject);
          expect(decodeURIComponent(link.split('&body=')[1]!)).toBe(body.replace(/\n/g, '\r\n'));
        },
      ),
    );
  });

  it('leaves out a text that is too long for an address, and is none without anybody to write to', () => {
    const long = mailtoLink({ to: ['a@x.example'], subject: 'Nhắc', body: 'ữ'.repeat(300) })!;
    expect(long).toBe('mailto:a@x.example?subject=Nh%E1%BA%AFc');
    expect(mailtoLink({ to: [], subject: 'Nhắc', body: '' })).toBeUndefined();
    const crowd = Array.from({ length: 200 }, (_, i) => `nguoi-${i}@x.example`);
    expect(mailtoLink({ to: crowd, subject: 'Nhắc', body: '' })).toBeUndefined();
  });
});
