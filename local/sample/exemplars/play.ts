import type { SampleRun } from '../sample-run.ts';
import type { SamplePeriod } from '../story.ts';
import { APRIL } from './april.ts';
import type { Chapter, Step } from './chapter.ts';
import { decide, revoke } from './decide.ts';
import { FEBRUARY } from './february.ts';
import { holdBallot } from './hold-ballot.ts';
import { JANUARY } from './january.ts';
import { MARCH } from './march.ts';
import { writeRows } from './write-rows.ts';

/** The life of the sample's exemplars, told along its months. */
export const CHAPTERS: Readonly<Record<SamplePeriod, Chapter>> = {
  '2024-01': JANUARY,
  '2024-02': FEBRUARY,
  '2024-03': MARCH,
  '2024-04': APRIL,
};

/**
 * One after the other, as people did; units write their rows without waiting for one another. What was done when the
 * sample was run before is not done again.
 */
export async function play(sample: SampleRun, label: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  sample.progress.begin(label, steps.length);
  for (const some of atOnce(steps)) {
    await Promise.all(some.map((step) => take(sample, step)));
    sample.progress.advance(some.length);
  }
  sample.progress.end();
}

/** Steps that follow one another and are taken in different units' workbooks stand together. */
function atOnce(steps: readonly Step[]): readonly (readonly Step[])[] {
  const all: Step[][] = [];
  let units = new Set<string>();
  for (const step of steps) {
    const unit = step.do === 'write' ? step.unitId : undefined;
    if (unit === undefined || units.has(unit) || units.size === 0) {
      all.push([]);
      units = new Set();
    }
    if (unit !== undefined) units.add(unit);
    all.at(-1)!.push(step);
  }
  return all;
}

function take(sample: SampleRun, step: Step): Promise<void> {
  switch (step.do) {
    case 'write':
      return writeRows(sample, step);
    case 'vote':
      return holdBallot(sample, step);
    case 'decide':
      return decide(sample, step);
    case 'revoke':
      return revoke(sample, step);
  }
}
