import { registration } from '../../functions/src/domain/register/registers/registration.ts';
import { councilFiles, MEMBERS_OF_COUNCIL, SIGNED } from '../http/council-campaign.ts';
import {
  EDITOR_A,
  EDITOR_B,
  filledAppraisal,
  filledForm,
  OFFICER,
  OFFICER_2,
} from '../http/small-campaign.ts';
import { ADMIN } from '../http/test-office.ts';
import { formOf, registrationRow } from '../usecases/registers/register-office.ts';
import type { Wish } from './deeds.ts';
import type { Json } from './judge/evidence.ts';
import type { Stage } from './stage.ts';

type Order = Omit<Wish, 'verb'>;

/** What the play needs of the office besides its endpoints: somebody who types. */
export interface Props {
  readonly campaign: string;
  /** Fills a unit's form in its workbook, and does not send it. */
  fillIn(unitId: string, period: string, answers: readonly (string | number)[]): Promise<void>;
}

/** Months of a small campaign with a council: what happens in each follows from the stage's chance. */
export async function play(stage: Stage, props: Props, months: readonly string[]): Promise<void> {
  const { callers } = stage;
  callers.at = '2024-01-20T03:00:00.000Z';
  const secrecy = stage.oneIn(2) ? 'secret' : 'open';
  const files = councilFiles(props.campaign, { secrecy });
  await stage.act('load-campaign', { path: '/load-campaign', as: ADMIN, body: { files } });
  if (stage.oneIn(2)) await stage.doJob('provision');
  else await stage.act('provision', { path: '/provision', as: OFFICER, body: {} });
  await stage.settle();
  for (const month of months) await playMonth(stage, props, month);
}

async function playMonth(stage: Stage, props: Props, period: string): Promise<void> {
  const { callers } = stage;
  const points = pointsOf(stage);
  callers.at = `${period}-20T03:00:00.000Z`;
  await race(stage, 'open', period);
  const isCollected = stage.oneIn(2);
  if (isCollected) {
    await stage.settle();
    await props.fillIn('C', period, [points(), 'Có']);
  }
  await sendForms(stage, period, points);
  if (stage.oneIn(2)) await keepRows(stage, period);
  if (isCollected && stage.oneIn(2)) await stage.doJob('collect', period);
  else if (isCollected)
    await stage.act('collect-forms', { path: '/collect-forms', as: OFFICER, body: { period } });
  await stage.settle();
  await race(stage, 'close', period);
  await appraise(stage, period, points);
  await stage.runJobs();
  await evaluate(stage, period);
  callers.at = `${period}-25T03:00:00.000Z`;
  if (!stage.oneIn(4)) await holdBallot(stage, period);
  await publish(stage, period);
  if (!stage.oneIn(3)) return;
  await stage.act('reopen', move(period, 'reopen', OFFICER, { reason: 'Kê khai lại' }));
  await stage.act('submit-form', form(period, 'A', EDITOR_A, points()));
  await race(stage, 'close', period);
  await evaluate(stage, period);
  await publish(stage, period);
}

/** Points that nobody had before: sending again is always sending something else. */
function pointsOf({ chance }: Stage): () => number {
  const left = Array.from({ length: 20 }, (_, i) => (i + 1) / 2);
  return () => left.splice(Math.floor(chance() * left.length), 1)[0]!;
}

function move(
  period: string,
  action: string,
  as: string,
  more: Partial<Order> & { reason?: string } = {},
): Order {
  const { reason, ...rest } = more;
  return { path: '/move-period', as, body: { period, action, ...(reason && { reason }) }, ...rest };
}

/** One officer, or two at the same moment: one of them is told that it was done. */
async function race(stage: Stage, action: 'open' | 'close', period: string): Promise<void> {
  const mayBe = ['period_wrong_state'];
  const both = stage.oneIn(3) ? [OFFICER, OFFICER_2] : [OFFICER];
  const wishes = both.map((as) => move(period, action, as, both.length > 1 ? { mayBe } : {}));
  await stage.act(action, ...wishes);
}

function form(
  period: string,
  unitId: string,
  as: string,
  points: number | string,
  more: Partial<Order> = {},
): Order {
  const cells = filledForm({ C1: points, C2: 'Có' });
  return {
    path: '/submit-form',
    as,
    body: { period, unitId, cells },
    holds: { C1: String(points) },
    ...more,
  };
}

async function sendForms(stage: Stage, period: string, points: () => number): Promise<void> {
  const wrong = { mayBe: ['has_issues'] };
  if (stage.oneIn(3)) await stage.act('submit-form', form(period, 'A', EDITOR_A, 'nhiều', wrong));
  // Whoever gave up is followed by an officer with the same form: sent twice, or once.
  const ofB = points();
  const givesUp = stage.oneIn(5);
  await stage.act(
    'submit-form',
    form(period, 'A', EDITOR_A, points()),
    form(period, 'B', EDITOR_B, ofB, givesUp ? { patience: 1 } : {}),
  );
  if (givesUp) await stage.act('submit-form', form(period, 'B', OFFICER, ofB));
  if (!stage.oneIn(2)) return;
  const body = { period, unitId: 'A', reason: 'Sửa số liệu' };
  await stage.act('unlock-form', { path: '/unlock-form', as: OFFICER, body });
  await stage.act('submit-form', form(period, 'A', EDITOR_A, points()));
}

async function keepRows(stage: Stage, period: string): Promise<void> {
  const codes = ['A', 'B'].map((unit) => `DK-${period.slice(2, 4)}${period.slice(5)}${unit}X`);
  const rows = (unitId: string, code: string, target: string): Order => ({
    path: '/save-register',
    as: unitId === 'A' ? EDITOR_A : EDITOR_B,
    body: {
      register: registration.id,
      unitId,
      cells: formOf(registration, [registrationRow(code, { target, registeredOn: '05/01/2024' })]),
    },
    holds: { code, target },
  });
  await stage.act('save-register', rows('A', codes[0]!, '2 ha'), rows('B', codes[1]!, '3 ha'));
  await stage.act('save-register', rows('A', codes[0]!, '4 ha'));
}

async function appraise(stage: Stage, period: string, points: () => number): Promise<void> {
  const rows = ['A', 'B'].map((unit) => ({ unit, criterion: 'C1', appraised: points(), note: 'Theo hồ sơ' }));
  const holds = Object.fromEntries(rows.map(({ unit, appraised }) => [unit, String(appraised)]));
  const cells = filledAppraisal(rows);
  await stage.act('appraise', { path: '/appraise', as: OFFICER, body: { period, cells }, holds });
}

async function evaluate(stage: Stage, period: string): Promise<void> {
  if (stage.oneIn(2)) await stage.doJob('evaluate', period);
  else await stage.act('evaluate', move(period, 'evaluate', OFFICER));
}

async function publish(stage: Stage, period: string): Promise<void> {
  if (stage.oneIn(2)) return stage.doJob('publish', period);
  await stage.act('publish', move(period, 'publish', OFFICER));
  await stage.settle();
}

interface ShownBallot {
  readonly id: string;
  readonly candidates: readonly { id: string; outcome: string; counts?: { passed: boolean } }[];
}

async function holdBallot(stage: Stage, period: string): Promise<void> {
  const [opened] = await stage.act('open-ballot', {
    path: '/open-ballot',
    as: OFFICER,
    body: { period, purpose: 'nomination' },
  });
  const { id: ballot, candidates } = (opened!.answer as unknown as { ballot: ShownBallot }).ballot;
  const papers = MEMBERS_OF_COUNCIL.map((as): Order => {
    const votes = candidates.map(({ id }): [string, Json] => [id, stage.oneIn(6) ? 'nay' : 'yes']);
    const paper = Object.fromEntries(votes);
    return {
      path: '/cast-vote',
      as,
      body: { ballot, votes: paper },
      ...(stage.oneIn(12) && { patience: 1 }),
    };
  });
  await stage.act('cast-vote', ...papers.slice(0, 3));
  await stage.act('cast-vote', ...papers.slice(3));
  const body = { ballot, minutes: 'Số 5' };
  const [closed] = await stage.act('close-ballot', { path: '/close-ballot', as: OFFICER, body });
  const counted = (closed!.answer as unknown as { ballot: ShownBallot }).ballot;
  const passed = counted.candidates.filter(({ counts }) => counts?.passed);
  const signed = { ...SIGNED, signedOn: `${period}-25` };
  const wishes = passed.map(
    ({ id, outcome }, i): Order => ({
      path: '/decide',
      as: i % 2 === 0 ? OFFICER : OFFICER_2,
      body: { ballot, kind: outcome, subjects: [{ candidate: id }], ...signed },
    }),
  );
  if (wishes.length === 0) return;
  const decided = await stage.act('decide', ...wishes.slice(0, 1));
  if (wishes.length > 1) await stage.act('decide', ...wishes.slice(1));
  if (!stage.oneIn(2)) return;
  const { decision } = decided[0]!.answer as { decision: { id: string } };
  await stage.act('revoke-decision', {
    path: '/revoke-decision',
    as: OFFICER,
    body: { decision: decision.id, reason: 'Kê khai sai', ...signed },
  });
}
