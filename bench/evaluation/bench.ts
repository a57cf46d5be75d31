import { benchPure } from './pure.ts';
import { benchStored } from './stored.ts';

const UNITS = [100, 1_000, 10_000, 100_000];
/** Of 100,000 the emulator alone takes minutes to take the forms in. */
const STORED_UNITS = [100, 1_000, 10_000];

/** A month evaluated, without a store and from one; results are compared before the clock runs. */
export async function benchEvaluation(): Promise<string> {
  return [await benchPure(UNITS), await benchStored(STORED_UNITS)].join('\n');
}
