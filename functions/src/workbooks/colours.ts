import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { Thresholds } from '../domain/exemplar/distance.ts';
import type { Colour, ColouredWhen } from '../domain/publishing/wanted.ts';
import { STANDING_NAMES, STEP_NAMES } from '../messages/vi/exemplar-words.ts';
import { LEVEL_WORDS } from '../messages/vi/operations.ts';
import { NEARNESS_WORDS } from '../messages/vi/reminders.ts';
import { IN_FORCE, IN_FORCE_IN_PART, LATE, NOT_IN_FORCE, NOT_REPORTED } from './words.ts';

/** Pale enough to read on. */
const GREEN: Colour = { red: 0.72, green: 0.88, blue: 0.72 };
const LIGHT_GREEN: Colour = { red: 0.85, green: 0.94, blue: 0.8 };
const YELLOW: Colour = { red: 1, green: 0.95, blue: 0.75 };
const ORANGE: Colour = { red: 0.98, green: 0.86, blue: 0.72 };
const RED: Colour = { red: 0.96, green: 0.75, blue: 0.73 };
const GREY: Colour = { red: 0.88, green: 0.88, blue: 0.88 };
const BLUE: Colour = { red: 0.76, green: 0.85, blue: 0.96 };
const WHITE: Colour = { red: 1, green: 1, blue: 1 };
const GOLD: Colour = { red: 1, green: 0.85, blue: 0.4 };
const SILVER: Colour = { red: 0.84, green: 0.86, blue: 0.88 };
const BRONZE: Colour = { red: 0.93, green: 0.78, blue: 0.62 };

const GRADES = [GREEN, LIGHT_GREEN, YELLOW, ORANGE, RED] as const;

/** The best grade is green and the worst red, however many there are. */
export function gradeColours({ grades }: TrackRules): readonly ColouredWhen[] {
  const last = Math.max(1, grades.length - 1);
  return [
    ...grades.map(({ name }, i) => ({
      text: name,
      colour: GRADES[Math.round((i * (GRADES.length - 1)) / last)]!,
    })),
    { text: NOT_REPORTED, colour: GREY },
  ];
}

export const FIRST: readonly ColouredWhen[] = [{ equals: 1, colour: GOLD }];

export const FIRST_THREE: readonly ColouredWhen[] = [
  ...FIRST,
  { equals: 2, colour: SILVER },
  { equals: 3, colour: BRONZE },
];

/** Places period by period: who stays green stays in front. */
export const PLACES: readonly ColouredWhen[] = [
  {
    scale: [
      { at: 1, colour: GREEN },
      { at: 'most', colour: WHITE },
    ],
  },
];

export const TOTALS: readonly ColouredWhen[] = [
  {
    scale: [
      { at: 'least', colour: WHITE },
      { at: 'most', colour: GREEN },
    ],
  },
];

/** Points of one prong: another colour than totals, or the table is all of one piece. */
export const PRONG_POINTS: readonly ColouredWhen[] = [
  {
    scale: [
      { at: 'least', colour: WHITE },
      { at: 'most', colour: BLUE },
    ],
  },
];

/** Percents of forms that were on time. */
export const SHARES: readonly ColouredWhen[] = [
  {
    scale: [
      { at: 50, colour: RED },
      { at: 85, colour: YELLOW },
      { at: 100, colour: GREEN },
    ],
  },
];

export const UP_AND_DOWN: readonly ColouredWhen[] = [
  { above: 0, colour: GREEN },
  { below: 0, colour: RED },
];

export const SOME_LATE: readonly ColouredWhen[] = [{ above: 0, colour: YELLOW }];
export const SOME_MISSING: readonly ColouredWhen[] = [{ above: 0, colour: RED }];

export const LATE_OR_MISSING: readonly ColouredWhen[] = [
  { text: LATE, colour: YELLOW },
  { text: NOT_REPORTED, colour: RED },
];

/** How near a reminder's day is. */
export const NEARNESS: readonly ColouredWhen[] = [
  { text: NEARNESS_WORDS.overdue, colour: RED },
  { text: NEARNESS_WORDS.today, colour: ORANGE },
  { text: NEARNESS_WORDS.soon, colour: YELLOW },
];

export const OPERATION_LEVELS: readonly ColouredWhen[] = [
  { text: LEVEL_WORDS.good, colour: LIGHT_GREEN },
  { text: LEVEL_WORDS.note, colour: YELLOW },
  { text: LEVEL_WORDS.act, colour: RED },
];

export const CHOSEN_COLOUR = GREEN;

/** A step of an exemplar's life that is done has its day. */
export const STEP_DONE: readonly ColouredWhen[] = [{ above: 0, colour: LIGHT_GREEN }];

/** How far an exemplar's life has come: from yellow to green; who fell is red. */
export const STEP_COLOURS: readonly ColouredWhen[] = [
  { text: STEP_NAMES.built, colour: ORANGE },
  { text: STEP_NAMES.propagated, colour: YELLOW },
  { text: STEP_NAMES.learned, colour: BLUE },
  { text: STEP_NAMES.reviewed, colour: LIGHT_GREEN },
  { text: STEP_NAMES.decided, colour: GREEN },
  { text: NOT_IN_FORCE, colour: RED },
];

export const STANDING_COLOURS: readonly ColouredWhen[] = [
  { text: STANDING_NAMES.surpassed, colour: GREEN },
  { text: STANDING_NAMES.caught_up, colour: LIGHT_GREEN },
  { text: STANDING_NAMES.following, colour: YELLOW },
];

/** Decisions: in force, in part, not any more. */
export const FORCE_COLOURS: readonly ColouredWhen[] = [
  { text: IN_FORCE, colour: LIGHT_GREEN },
  { text: IN_FORCE_IN_PART, colour: YELLOW },
  { text: NOT_IN_FORCE, colour: RED },
];

/** Percent of an exemplar's level. From the thresholds on it is light and full green. */
export function shareColours({ caughtUp, surpassed }: Thresholds): readonly ColouredWhen[] {
  const [even, above] = [Math.round(caughtUp / 100), Math.round(surpassed / 100)];
  return [
    {
      scale: [
        { at: Math.max(0, even - 50), colour: RED },
        { at: even, colour: YELLOW },
        { at: Math.max(above, even + 1), colour: GREEN },
      ],
    },
  ];
}
