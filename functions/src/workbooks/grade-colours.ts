import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { Colour, WantedColumn } from '../domain/publishing/wanted.ts';
import { NOT_REPORTED } from './words.ts';

/** From best to worst: green over yellow to red, pale enough to read on. */
const SCALE: readonly Colour[] = [
  { red: 0.72, green: 0.88, blue: 0.72 },
  { red: 0.85, green: 0.94, blue: 0.8 },
  { red: 1, green: 0.95, blue: 0.75 },
  { red: 0.98, green: 0.86, blue: 0.72 },
  { red: 0.96, green: 0.75, blue: 0.73 },
];
const GREY: Colour = { red: 0.88, green: 0.88, blue: 0.88 };

/** The best grade is green and the worst red, however many there are. */
export function gradeColours({ grades }: TrackRules): NonNullable<WantedColumn['colours']> {
  const last = Math.max(1, grades.length - 1);
  return [
    ...grades.map(({ name }, i) => ({
      text: name,
      colour: SCALE[Math.round((i * (SCALE.length - 1)) / last)]!,
    })),
    { text: NOT_REPORTED, colour: GREY },
  ];
}
