import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../functions/src/ports/store.ts';
import { setupAndPeriods } from './setup-and-periods.ts';
import { transactions } from './transactions.ts';
import { workToDo } from './work-to-do.ts';

/** What every Store promises. `open` gives a store of a campaign that nobody has touched. */
export function storeContract(
  backend: string,
  open: () => Promise<Store>,
  hooks: { before?: () => Promise<void>; after?: () => Promise<void> } = {},
): void {
  describe(`Store on ${backend}`, () => {
    beforeAll(async () => hooks.before?.());
    afterAll(async () => hooks.after?.());

    setupAndPeriods(open);
    workToDo(open);
    transactions(open);
  });
}
