import type { Ballot } from '../domain/ballot/ballot.ts';
import type { BallotBox } from '../domain/ballot/ballot-box.ts';
import type { PeriodId } from '../domain/campaign/period.ts';
import type { Decision, Series } from '../domain/decision/decision.ts';
import type { Exemplar } from '../domain/exemplar/exemplar.ts';

/** Ballots, decisions and the exemplars they make. */
export interface CouncilReader {
  ballot(id: string): Promise<Ballot | undefined>;
  /** All, or those of one period, in the order of their opening. */
  ballots(period?: PeriodId): Promise<readonly Ballot[]>;
  ballotBox(ballot: string): Promise<BallotBox | undefined>;
  ballotBoxes(): Promise<readonly BallotBox[]>;
  /** By series and number: "2024-12". */
  decision(id: string): Promise<Decision | undefined>;
  /** By series, by number. */
  decisions(): Promise<readonly Decision[]>;
  /** What was given out in it so far. */
  series(series: string): Promise<Series>;
  exemplar(id: string): Promise<Exemplar | undefined>;
  /** In force or not, by id. */
  exemplars(): Promise<readonly Exemplar[]>;
}

export interface CouncilWriter {
  /** Fails where the id is taken. */
  addBallot(ballot: Ballot): void;
  putBallot(ballot: Ballot): void;
  putBallotBox(box: BallotBox): void;
  /** Fails where the number is taken. */
  addDecision(decision: Decision): void;
  /** Only to mark whom it was revoked for. */
  putDecision(decision: Decision): void;
  putSeries(series: Series): void;
  addExemplar(exemplar: Exemplar): void;
}
