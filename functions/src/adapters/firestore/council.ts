import type { Transaction } from '@google-cloud/firestore';
import { decisionId } from '../../domain/decision/decision.ts';
import type { CouncilReader, CouncilWriter } from '../../ports/council.ts';
import { ballotCodec, boxCodec, decisionCodec, exemplarCodec, seriesCodec } from './codecs/council.ts';
import { encode } from './codecs/decode.ts';
import { requireFit } from './fit.ts';
import type { Paths } from './paths.ts';
import type { All, One } from './source.ts';

/** What the reader of a campaign reads of ballots, decisions and exemplars. */
export function councilReader(one: One, all: All, paths: Paths): CouncilReader {
  return {
    ballot: async (id) => one(ballotCodec, paths.ballot(id)),
    async ballots(period) {
      const query = period === undefined ? paths.ballots : paths.ballots.where('period', '==', period);
      const found = await all(ballotCodec, query);
      return [...found].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1));
    },
    ballotBox: async (id) => one(boxCodec, paths.ballotBox(id)),
    ballotBoxes: () => all(boxCodec, paths.ballotBoxes),
    decision: async (id) => one(decisionCodec, paths.decision(id)),
    async decisions() {
      const found = await all(decisionCodec, paths.decisions);
      return [...found].sort((a, b) =>
        a.series === b.series ? a.number - b.number : a.series < b.series ? -1 : 1,
      );
    },
    async series(series) {
      return (await one(seriesCodec, paths.series(series))) ?? { series, decisions: 0, exemplars: 0 };
    },
    exemplar: async (id) => one(exemplarCodec, paths.exemplar(id)),
    exemplars: () => all(exemplarCodec, paths.exemplars),
  };
}

export function councilWriter(transaction: Transaction, paths: Paths): CouncilWriter {
  return {
    addBallot: (ballot) => void transaction.create(paths.ballot(ballot.id), requireFit(encode(ballot))),
    putBallot: (ballot) => void transaction.set(paths.ballot(ballot.id), requireFit(encode(ballot))),
    putBallotBox: (box) => void transaction.set(paths.ballotBox(box.ballot), requireFit(encode(box))),
    addDecision: (decision) =>
      void transaction.create(paths.decision(decisionId(decision)), requireFit(encode(decision))),
    putDecision: (decision) =>
      void transaction.set(paths.decision(decisionId(decision)), requireFit(encode(decision))),
    putSeries: (series) => void transaction.set(paths.series(series.series), encode(series)),
    addExemplar: (exemplar) => void transaction.create(paths.exemplar(exemplar.id), encode(exemplar)),
  };
}
