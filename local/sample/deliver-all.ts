import { setTimeout as pause } from 'node:timers/promises';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import type { Delivery } from '../../functions/src/usecases/publishing/deliver.ts';
import type { Person } from './people.ts';

/** Has the officer bring every workbook up to date, or those named, telling how many are done as it goes. */
export async function deliverAll(
  officer: Person,
  at: Date,
  tell: (delivered: number) => void = () => {},
  workbooks?: readonly WorkbookId[],
): Promise<void> {
  for (;;) {
    const { status, body } = await officer.ask<Delivery>(
      'deliver',
      { most: AT_A_TIME, concurrency: AT_ONCE, workbooks },
      at,
    );
    if (status !== 200) throw new Error(`deliver answered ${status}`);
    tell(body.delivered);
    if (body.failed > 0) throw new Error(`${body.failed} workbooks could not be written`);
    if (body.remaining === 0) return;
    if (body.delivered === 0) await pause(LEASED_BY_ANOTHER_MS);
  }
}

const AT_A_TIME = 25;
const AT_ONCE = 8;
const LEASED_BY_ANOTHER_MS = 250;
