/** `pid@start time`: a process, named so that it cannot be mistaken for a later one with the same pid. */
export type ProcessMark = string;

/** The mark of this process. */
export function ownMark(): ProcessMark;
/** The mark of a living process; undefined when there is none. A zombie is not living. */
export function markOf(pid: number): ProcessMark | undefined;
/** Is the very process that carried this mark still alive? */
export function isAlive(mark: ProcessMark): boolean;
export function pidOf(mark: ProcessMark): number;
/** The parent's pid of a living process; undefined when it cannot be told. */
export function parentOf(pid: number): number | undefined;
