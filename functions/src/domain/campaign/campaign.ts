import type { Micropoints } from '../numbers/micropoints.ts';
import type { Criterion, UnitTarget } from './criterion.ts';
import type { Calendar, Day } from './period.ts';
import type { Settings } from './settings.ts';
import type { Tag } from './tag.ts';
import type { Unit } from './unit.ts';

/**
 * A whole campaign as configuration: everything dated, nothing computed. `rulesFor(campaign, period)` takes
 * from it what is valid in one period. Loaded from files by local/campaign-folder, stored as a setup.
 */
export interface Campaign {
  readonly code: string;
  readonly name: string;
  readonly motto?: string;
  /** Code of the campaign before this one, whose outcomes go on in the histories of units and people. */
  readonly follows?: string;
  /** How it was launched. */
  readonly launch?: Launch;
  /** IANA name; deadlines are moments in it. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Absent: Monday to Friday, no holidays. */
  readonly workingDays?: WorkingDays;
  readonly tracks: readonly Track[];
  readonly breakthroughs: readonly Tag[];
  /** Lĩnh vực: what people register in, and by which rapporteurs and learners are matched. */
  readonly fields?: readonly Tag[];
  readonly settings: readonly Settings[];
  readonly units: readonly Unit[];
  readonly criteria: readonly Criterion[];
  readonly targets: readonly UnitTarget[];
}

/** Phát động: what the registrations follow (DOMAIN R12). */
export interface Launch {
  readonly date: Day;
  /** The document's number: "330-KH/TU". */
  readonly number?: string;
  /** What the document is, or what was launched. */
  readonly text?: string;
}

/** On which days offices work: what reminders, and deadlines if so set, look at. */
export interface WorkingDays {
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly Day[];
  /** Worked although it is weekend or a holiday, to make up for another day. */
  readonly alsoWorking: readonly Day[];
  /** What becomes of a deadline on a day off: it stays, or moves to the next working day. */
  readonly deadlines: 'as_written' | 'next_working_day';
  /** How many working days before a deadline people are reminded. */
  readonly remindDaysBefore: number;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A scoring group: its criteria add up to its maximum, and "not applicable" rescales inside it. */
export interface Group extends Tag {
  /** Absent: whatever its criteria add up to. */
  readonly max?: Micropoints;
}

/** Units of one track compete with one another and with nobody else. */
export interface Track extends Tag {
  readonly legs: readonly Tag[];
  readonly prongs: readonly Tag[];
  /** Unless configured, the prongs with their maxima. */
  readonly groups: readonly Group[];
}
