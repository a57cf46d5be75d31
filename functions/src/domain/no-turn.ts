import { AppError } from './app-error.ts';

const TURN = 'turn';

/** Google takes no more calls for now, and there is no time to wait until it does. Nothing was asked of it. */
export const noTurn = (): AppError => new AppError('unavailable', { what: TURN });

/** Nothing is wrong with what was to be done: it is as due as before. */
export function hadNoTurn(error: unknown): boolean {
  return error instanceof AppError && error.code === 'unavailable' && error.details.what === TURN;
}
