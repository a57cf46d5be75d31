import type { Deed } from '../deeds.ts';
import { ballots } from './ballots.ts';
import { decisions } from './decisions.ts';
import type { Evidence, Finding } from './evidence.ts';
import { appraisals, registers, submissions } from './kept.ts';
import { answers, queues, seals, setups, workbooks } from './office.ts';
import { periods } from './periods.ts';

/**
 * Holds what people were told against what is there, when everything has come to rest. Each deed that was acknowledged
 * is there once; what nobody was told of is there whole or not at all; numbers have no gaps; sheets show what is
 * stored; nothing waits. Pure: the same findings of the same evidence. None: all is well.
 */
export function judge(deeds: readonly Deed[], evidence: Evidence): readonly Finding[] {
  return [
    answers,
    setups,
    submissions,
    appraisals,
    registers,
    periods,
    ballots,
    decisions,
    queues,
    seals,
    workbooks,
  ].flatMap((law) => law(deeds, evidence));
}
