import { type Made, oncePerRun } from '../support/once-per-run.ts';

/** The sample, played once for the whole run of tests: an office's data folder, to be copied, and what it printed. */
export const playedSample = (
  play: (folder: string) => Promise<readonly string[]>,
): Promise<Made<readonly string[]>> => oncePerRun('sample', play);
