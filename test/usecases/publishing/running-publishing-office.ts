import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

/** Of the file of tests that runs. */
export let office: PublishingOffice;

/** Starts it before the first test of a file, and forgets calls and faults before each. To be called once, at its top. */
export function publishingOffice(): void {
  beforeAll(async () => {
    office = await startPublishingOffice();
  });
  afterAll(() => office.stop());
  beforeEach(() => {
    office.local.calls.length = 0;
    office.local.faults.length = 0;
  });
}
