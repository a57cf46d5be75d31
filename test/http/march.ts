import { expect } from 'vitest';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { firestore, office } from './running-office.ts';
import { campaignFiles, filledForm, OFFICER } from './small-campaign.ts';
import { ADMIN, type CallWish, type Reply } from './test-office.ts';

export const MARCH = '2024-03' as PeriodId;
export const IN_MARCH = '2024-03-20T03:00:00.000Z';
/** 5 April, the last day, and one second into the next, in Vietnam. */
export const IN_TIME = '2024-04-05T16:59:59.999Z';
export const TOO_LATE = '2024-04-05T17:00:00.000Z';

/** A campaign of its own for each test. */
export async function campaignOf(code: string): Promise<Campaign> {
  const campaign: Campaign = {
    code,
    store: openStore(firestore, code),
    do: (path, as, body = {}, wish = {}) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: IN_MARCH, ...wish }),
    move: (action, parts = {}, as = OFFICER) =>
      campaign.do('/move-period', as, { period: MARCH, action, ...parts }),
    submit: (as, unitId, answers, parts = {}, wish = {}) =>
      campaign.do('/submit-form', as, { period: MARCH, unitId, cells: filledForm(answers), ...parts }, wish),
    unlock: (as, unitId) => campaign.do('/unlock-form', as, { period: MARCH, unitId, reason: 'Ghi nhầm' }),
    status: (as = OFFICER) => office.call('/period-status', { as, query: { campaign: code, period: MARCH } }),
    result: (as, unitId) =>
      office.call('/unit-result', { as, query: { campaign: code, period: MARCH, unitId } }),
  };
  const loaded = await campaign.do('/load-campaign', ADMIN, { files: campaignFiles(code) });
  expect(loaded.body).toEqual({
    campaign: code,
    version: 1,
    changed: true,
    units: 3,
    criteria: 2,
    members: 7,
  });
  return campaign;
}

interface Campaign {
  readonly code: string;
  readonly store: Store;
  do(path: string, as: string, body?: object, wish?: CallWish): Promise<Reply>;
  move(action: string, parts?: object, as?: string): Promise<Reply>;
  submit(
    as: string,
    unitId: string,
    answers: Parameters<typeof filledForm>[0],
    parts?: object,
    wish?: CallWish,
  ): Promise<Reply>;
  unlock(as: string, unitId: string): Promise<Reply>;
  status(as?: string): Promise<Reply>;
  result(as: string, unitId: string): Promise<Reply>;
}

export const outcomes = (replies: readonly Reply[]) =>
  replies.map(({ status, body }) => body.error?.code ?? status).sort();
export const actions = async (store: Store) =>
  (await store.log(100)).map(({ action, unitId }) => (unitId ? `${action} ${unitId}` : action)).reverse();
