import { appraisalForm } from '../../../../functions/src/domain/form/appraisal-form.ts';
import type { FormCells } from '../../../../functions/src/domain/form/form.ts';
import { readForm } from '../../../../functions/src/domain/form/read-form.ts';
import type { Appraised, Context, ContextPeriod } from '../../backend/answers.ts';
import { isAway, troubleOf } from '../../backend/trouble.ts';
import type { Desk, Tab } from '../../desk.ts';
import { foundByServer } from '../../form/found-issue.ts';
import { essentialCells } from '../../form/plain-cells.ts';
import { markIssues } from '../../marks/mark-issues.ts';
import type { Block, Screen } from '../../screen.ts';
import { issueList } from '../issue-list.ts';
import { answered, keyFor } from '../sent-once.ts';
import { type Action, address, buttons, call, screen, text } from '../visit.ts';
import { actingFacts, type OfficeVisit, officeVisit } from './office-visit.ts';

/** Thẩm định, the question: what the tab says, before it is sent. */
export const appraise: Action = (desk) =>
  withAppraisal(desk, ({ context, title }, tab, period) => {
    const { words } = desk;
    const { rows } = readForm(appraisalForm, readTab(tab));
    const differing = rows.filter(({ appraised }) => appraised.value !== undefined).length;
    return screen(
      context,
      title,
      [
        { kind: 'heading', text: words.appraise.question(period.name) },
        actingFacts(desk, context, period),
        text(words.appraise.rows(rows.length, differing)),
        text(words.appraise.replaces, 'quiet'),
        sendButton(desk, words.buttons.appraise),
      ],
      { again: call('appraise') },
    );
  });

/** Thẩm định, done: the tab in one read, once. */
export const appraiseNow: Action = (desk) =>
  withAppraisal(desk, (visit, tab, period) => {
    const { words } = desk;
    const other = [text(words.appraise.other, 'warning'), sendButton(desk, words.buttons.again)];
    const blocks = desk.alone(() => send(desk, visit.context, tab, period)) ?? other;
    return screen(visit.context, visit.title, blocks, { again: call('appraise') });
  });

function withAppraisal(
  desk: Desk,
  work: (visit: OfficeVisit, tab: Tab, period: ContextPeriod) => Screen,
): Screen {
  const { words } = desk;
  return officeVisit(desk, 'appraise', words.titles.appraise, (visit) => {
    const stop = (why: string) =>
      screen(visit.context, visit.title, [text(why, 'warning')], { again: call('appraise') });
    const tab = desk.book.tabs().find(({ key }) => key === 'appraisal');
    if (tab === undefined) return stop(words.appraise.noTab);
    const filledFor = tab.filledFor();
    const period = visit.context.periods.find((each) => each.period === filledFor);
    return period === undefined ? stop(words.appraise.noPeriod) : work(visit, tab, period);
  });
}

function send(desk: Desk, context: Context, tab: Tab, { period }: ContextPeriod): readonly Block[] {
  const { words, memory } = desk;
  const cells = readTab(tab);
  const content = { ...address(desk), period, cells };
  const name = `appraise.${period}`;
  const requestKey = keyFor(desk, name, { by: context.account, content });
  try {
    const { changed, unchanged } = desk.backend.post<Appraised>('/appraise', { ...content, requestKey });
    answered(desk, name);
    markIssues(tab, appraisalForm, cells, [], memory);
    return [text(words.appraise.done(changed.length, unchanged), 'good')];
  } catch (error) {
    if (isAway(error)) return [text(words.appraise.away, 'warning'), sendButton(desk, words.buttons.again)];
    answered(desk, name);
    const found = (troubleOf(error, 'refused')?.issues ?? []).map(foundByServer);
    if (found.length === 0) throw error;
    const isMarked = markIssues(tab, appraisalForm, cells, found, memory);
    return [
      text(words.appraise.refused(found.length), 'bad'),
      ...issueList(desk, tab.sheetId, { issues: found, isMarked }),
      sendButton(desk, words.buttons.appraise),
    ];
  }
}

function readTab(tab: Tab): FormCells {
  return essentialCells(appraisalForm, tab.read());
}

function sendButton({ words }: Desk, label: string): Block {
  return buttons(
    { label, call: call('appraise-now'), look: 'main', busy: words.busy.appraise },
    { label: words.buttons.cancel, call: call('tracking') },
  );
}
