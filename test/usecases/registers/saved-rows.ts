import { afterAll, beforeAll } from 'vitest';
import type { AppError } from '../../../functions/src/domain/app-error.ts';
import { type RegisterCampaign, startRegisterOffice } from './register-office.ts';

/** Of the file of tests that runs. */
export let office: Awaited<ReturnType<typeof startRegisterOffice>>;

/** Starts it before the first test of a file. To be called once, at its top. */
export function registerOffice(): void {
  beforeAll(async () => {
    office = await startRegisterOffice();
  });
  afterAll(() => office.stop());
}

export const lines = async ({ store }: RegisterCampaign) =>
  (await store.log(2000))
    .filter(({ action }) => action !== 'campaign_loaded' && action !== 'period_opened')
    .map(({ action, by, unitId, details }) =>
      [action, by.split('@')[0], unitId, ...Object.values(details ?? {})].join(' '),
    )
    .reverse();
/** What is asked for, and what that asks for besides. */
export const pending = async ({ store }: RegisterCampaign) => {
  const asked = await store.dueOutbox(new Date('2030-01-01'), 100);
  return [...new Set(asked.flatMap(({ id, alsoIn = [] }) => [id, ...alsoIn]))].sort();
};
export const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'kept',
    (error: AppError) => [error.code, ...error.issues.map(({ code, at }) => `${at.cell} ${code}`)].join(' '),
  );
