import { submissionForm } from '../../../../functions/src/domain/form/submission-form.ts';
import type { Accepted, Context, FormRules } from '../../backend/answers.ts';
import { isAway, troubleOf } from '../../backend/trouble.ts';
import type { Desk } from '../../desk.ts';
import { foundByServer } from '../../form/found-issue.ts';
import type { Block, Fact, Screen } from '../../screen.ts';
import { issueList } from '../issue-list.ts';
import { answered, keyFor, pendingKey } from '../sent-once.ts';
import { type ShownOnTab, showOnTab } from '../show-on-tab.ts';
import { type Action, address, buttons, call, text } from '../visit.ts';
import { type FoundForm, formScreen, withForm } from './check.ts';
import { checkOnDesk } from './form-on-desk.ts';

/** Nộp phiếu, the question: who, what, until when; asked only of a form that is right. */
export const submit: Action = (desk, asked) =>
  withForm(desk, asked.period, 'submit', (found) => {
    if (found.atHand.rules.submission?.locked) return alreadyLocked(desk, found);
    const checked = checkOnDesk(desk, found);
    if (checked.issues.length > 0) return notSent(desk, found, checked);
    const { context } = found;
    if (context === undefined) return serverAway(desk, found, [text(desk.words.check.fine, 'good')]);
    return formScreen(desk, 'submit', found, question(desk, found.atHand.rules, context));
  });

/** Nộp phiếu, done: what stands in the form now, once, whatever happens on the way. */
export const submitNow: Action = (desk, asked) =>
  withForm(desk, asked.period, 'submit', (found) => {
    const { words } = desk;
    const { context } = found;
    if (context === undefined) return serverAway(desk, found);
    return (
      desk.alone(() => send(desk, found, context)) ??
      formScreen(desk, 'submit', found, [text(words.submit.other, 'warning'), sendAgain(desk, found)])
    );
  });

function question({ words, now }: Desk, rules: FormRules, context: Context): readonly Block[] {
  const { deadlineAt = '' } = rules;
  const isLate = now().getTime() > new Date(deadlineAt).getTime();
  const deadline = words.deadline(deadlineAt, now(), context.campaign.timeZone);
  return [
    { kind: 'heading', text: words.submit.question(rules.name) },
    {
      kind: 'facts',
      facts: [
        { name: words.facts.account, value: context.account },
        { name: words.facts.unit, value: rules.unit.name },
        { name: words.facts.period, value: rules.name },
        { name: words.facts.deadline, value: deadline, tone: isLate ? 'warning' : 'plain' },
        { name: words.facts.revision, value: String((rules.submission?.revision ?? 0) + 1) },
      ],
    },
    ...(isLate ? [text(words.submit.late, 'warning')] : []),
    text(words.submit.consequence, 'quiet'),
    buttons(
      {
        label: words.buttons.submitNow,
        call: call('submit-now', { period: rules.period }),
        look: 'main',
        busy: words.busy.submit,
      },
      { label: words.buttons.cancel, call: call('check', { period: rules.period }) },
    ),
  ];
}

function send(desk: Desk, found: FoundForm, context: Context): Screen {
  const { form, unitId, atHand } = found;
  const checked = checkOnDesk(desk, found);
  const { cells } = checked;
  const content = { ...address(desk), period: form.period, unitId, cells };
  const name = `submit.${form.period}`;
  const signed = { by: context.account, content };
  // A locked form whose answer was lost is sent again, to hear that answer.
  if (atHand.rules.submission?.locked && pendingKey(desk, name, signed) === undefined)
    return alreadyLocked(desk, found);
  if (checked.issues.length > 0) return notSent(desk, found, checked);

  const requestKey = keyFor(desk, name, signed);
  try {
    const accepted = desk.backend.post<Accepted>('/submit-form', { ...content, requestKey });
    answered(desk, name);
    return thanks(desk, found, context, accepted);
  } catch (error) {
    if (isAway(error)) return serverAway(desk, found);
    answered(desk, name);
    const issues = troubleOf(error, 'refused')?.issues ?? [];
    if (issues.length === 0) throw error;
    const wrong = { tab: form.tab, declaration: submissionForm, cells, found: issues.map(foundByServer) };
    return notSent(desk, found, showOnTab(desk, wrong), desk.words.submit.refused(issues.length));
  }
}

function thanks(desk: Desk, found: FoundForm, context: Context, accepted: Accepted): Screen {
  const { words } = desk;
  const { period } = found.form;
  const { late, revision, submittedAt, changed } = accepted;
  const when = words.moment(submittedAt, context.campaign.timeZone);
  const facts: readonly Fact[] = [
    { name: words.facts.account, value: context.account },
    { name: words.facts.revision, value: String(revision) },
    { name: words.facts.submittedAt, value: when },
    {
      name: words.facts.deadline,
      value: late ? words.submit.lateFact : words.submit.onTime,
      tone: late ? 'warning' : 'good',
    },
  ];
  return formScreen(desk, 'submit', found, [
    text(changed ? words.submit.accepted : words.submit.same, 'good'),
    { kind: 'facts', facts },
    text(words.submit.lockedNow, 'quiet'),
    buttons({ label: words.buttons.unlock, call: call('unlock', { period }) }),
  ]);
}

function alreadyLocked(desk: Desk, found: FoundForm): Screen {
  const { words } = desk;
  const { submission } = found.atHand.rules;
  const when = words.moment(submission!.submittedAt, found.timeZone);
  return formScreen(desk, 'submit', found, [
    text(words.submit.locked(submission!.revision, when), 'good'),
    text(words.submit.lockedRemedy),
    buttons({ label: words.buttons.unlock, call: call('unlock', { period: found.form.period }) }),
  ]);
}

function notSent(
  desk: Desk,
  found: FoundForm,
  checked: ShownOnTab,
  verdict = desk.words.submit.notSent(checked.issues.length),
): Screen {
  const { words } = desk;
  return formScreen(desk, 'submit', found, [
    text(verdict, 'bad'),
    ...issueList(desk, found.form.tab.sheetId, checked),
    buttons({
      label: words.buttons.checkAgain,
      call: call('submit', { period: found.form.period }),
      busy: words.busy.check,
    }),
  ]);
}

function serverAway(desk: Desk, found: FoundForm, before: readonly Block[] = []): Screen {
  return formScreen(desk, 'submit', found, [
    ...before,
    text(desk.words.submit.away, 'warning'),
    sendAgain(desk, found),
  ]);
}

/** Where nothing was sent yet this asks first; where something was, it asks for its answer. */
function sendAgain(desk: Desk, { form: { period } }: FoundForm): Block {
  const { words } = desk;
  return buttons({
    label: words.buttons.again,
    call: call(desk.memory.read(`sent.submit.${period}`) ? 'submit-now' : 'submit', { period }),
    look: 'main',
    busy: words.busy.submit,
  });
}
