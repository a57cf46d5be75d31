import type { Context, ContextPeriod, Job, JobKind } from '../../backend/answers.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Screen } from '../../screen.ts';
import { type Action, address, buttons, call, campaignOf, contextOf, screen, text } from '../visit.ts';
import { actingFacts, officeVisit, periodStatus, withPeriod } from './office-visit.ts';

/** Thu phiếu, Đánh giá tháng, Công bố: the question, or the work itself where it is already going on. */
export const collect: Action = (desk, asked) => periodJob(desk, 'collect', asked.period);
export const evaluate: Action = (desk, asked) => periodJob(desk, 'evaluate', asked.period);
export const publish: Action = (desk, asked) => periodJob(desk, 'publish', asked.period);

/** Lập, cập nhật các sổ. */
export const provision: Action = (desk) =>
  officeVisit(desk, 'provision', desk.words.titles.provision, ({ context, title }) => {
    const { words } = desk;
    const running = unfinished(context, 'provision');
    if (running !== undefined) return progress(desk, context, running);
    const facts = [{ name: words.facts.workbooks, value: String(context.pendingWorkbooks) }];
    return screen(
      context,
      title,
      [
        { kind: 'heading', text: words.jobs.question.provision },
        actingFacts(desk, context, undefined, facts),
        text(words.jobs.consequence.provision, 'quiet'),
        start(desk, 'provision', undefined),
      ],
      { again: call('provision') },
    );
  });

/** Asks for the work. The server answers at once, and with the running job where it was asked for before. */
export const startJob: Action = (desk, { kind = '', period, requestKey }) => {
  const { job } = desk.backend.post<{ readonly job: Job }>('/start-job', {
    ...address(desk),
    kind,
    ...(period === undefined ? {} : { period }),
    requestKey,
  });
  const context = contextOf(desk);
  // Asked twice with one key, the server repeats its first answer; where the work is now, the context knows.
  return progress(desk, context, context.jobs.find((each) => each.id === job.id) ?? job);
};

/** How far it is. */
export const job: Action = (desk, { id = '' }) => {
  const context = contextOf(desk);
  const found = context.jobs.find((each) => each.id === id) ?? listedJob(desk, id);
  if (found !== undefined) return progress(desk, context, found);
  return screen(context, desk.words.titles.provision, [text(desk.words.jobs.gone, 'warning')]);
};

/** Does the work in this very call, beside the scheduler: nobody waits for the next minute. Its answer is not shown. */
export const runJobs: Action = (desk) => {
  desk.backend.post('/run-jobs', { campaign: campaignOf(desk), withinMs: RUN_WITHIN_MS });
  return undefined;
};

const POLL_MS = 1500;
/** Below what UrlFetch waits for an answer (about a minute). */
const RUN_WITHIN_MS = 45_000;

type PeriodJob = Exclude<JobKind, 'provision'>;

function periodJob(desk: Desk, kind: PeriodJob, asked: string | undefined): Screen {
  const { words } = desk;
  return officeVisit(desk, kind, words.titles[kind], (visit) => {
    const { context, title } = visit;
    const running = unfinished(context, kind);
    if (running !== undefined) return progress(desk, context, running);
    return withPeriod(desk, visit, kind, asked, (period, others) =>
      screen(
        context,
        title,
        [
          { kind: 'heading', text: words.jobs.question[kind](period.name) },
          actingFacts(desk, context, period),
          ...before(desk, kind, period),
          text(words.jobs.consequence[kind], 'quiet'),
          start(desk, kind, period),
          others,
        ],
        { again: call(kind, { period: period.period }) },
      ),
    );
  });
}

function before(desk: Desk, kind: PeriodJob, { period }: ContextPeriod): readonly Block[] {
  if (kind === 'publish') return [];
  const { counts } = periodStatus(desk, period);
  return [text(desk.words.move.counts(counts.submitted, counts.units))];
}

function start({ words, newKey }: Desk, kind: JobKind, period: ContextPeriod | undefined): Block {
  const given = { kind, requestKey: newKey(), ...(period && { period: period.period }) };
  return buttons(
    {
      label: words.buttons[kind],
      call: call('start-job', given),
      look: kind === 'publish' ? 'danger' : 'main',
      busy: words.busy.job,
    },
    { label: words.buttons.cancel, call: call('tracking') },
  );
}

function unfinished({ jobs }: Context, kind: JobKind): Job | undefined {
  return jobs.find((each) => each.kind === kind && !isOver(each));
}

function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed';
}

function listedJob(desk: Desk, id: string): Job | undefined {
  const { jobs } = desk.backend.get<{ readonly jobs: readonly Job[] }>('/jobs', {
    campaign: campaignOf(desk),
  });
  return jobs.find((each) => each.id === id);
}

function progress(desk: Desk, context: Context, job: Job): Screen {
  const { words } = desk;
  const { kind, state, id } = job;
  const name = context.periods.find(({ period }) => period === job.period)?.name ?? job.period ?? '';
  const again = call('job', { id });
  if (state === 'done')
    return screen(context, words.titles[kind], finished(desk, job, name), { again: call(kind) });
  if (state === 'failed')
    return screen(context, words.titles[kind], failed(desk, job), { again: call(kind) });
  return screen(
    context,
    words.titles[kind],
    [
      {
        kind: 'progress',
        label: kind === 'provision' ? words.jobs.doing.provision : words.jobs.doing[kind](name),
        done: job.done,
        total: job.total,
      },
      text(state === 'waiting' ? words.jobs.waiting : words.jobs.counted(kind, job.done, job.total)),
      {
        kind: 'facts',
        facts: [
          {
            name: words.jobs.startedByFact,
            value: words.jobs.startedBy(
              job.requestedBy,
              words.moment(job.requestedAt, context.campaign.timeZone),
            ),
          },
        ],
      },
      text(words.jobs.mayClose, 'quiet'),
    ],
    { again, follow: { call: again, afterMs: POLL_MS, alongside: call('run-jobs') } },
  );
}

function finished({ words }: Desk, { kind, outcome = {}, period }: Job, name: string): readonly Block[] {
  const sentence = kind === 'provision' ? words.jobs.done.provision : words.jobs.done[kind](name);
  const facts = Object.entries(outcome).flatMap(([key, value]) =>
    words.jobs.outcomes[key] === undefined ? [] : [{ name: words.jobs.outcomes[key], value: String(value) }],
  );
  const track = {
    label: words.buttons.tracking,
    call: call('tracking', period === undefined ? {} : { period }),
  };
  const publishing = { label: words.buttons.publish, call: call('publish', period ? { period } : {}) };
  const { waiting = 0 } = outcome;
  return [
    text(sentence, 'good'),
    ...(waiting === 0 ? [] : [text(words.jobs.goesOn(waiting), 'warning')]),
    ...(facts.length === 0 ? [] : [{ kind: 'facts' as const, facts }]),
    buttons(kind === 'evaluate' ? publishing : track),
  ];
}

function failed({ words, newKey }: Desk, { kind, period, error }: Job): readonly Block[] {
  const given = { kind, requestKey: newKey(), ...(period && { period }) };
  return [
    text(words.jobs.failed, 'bad'),
    ...(error ? [text(error.message)] : []),
    buttons({
      label: words.buttons.again,
      call: call('start-job', given),
      look: 'main',
      busy: words.busy.job,
    }),
  ];
}
