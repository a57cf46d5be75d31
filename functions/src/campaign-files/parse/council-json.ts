import { z } from 'zod';
import { DEFAULT_BALLOT_RULES } from '../../domain/ballot/ballot.ts';
import { DEFAULT_THRESHOLDS } from '../../domain/exemplar/distance.ts';
import { baselineShare, code, share, text, yesNo } from './fields.ts';

/** The sections of the settings about the council: its ballots, its decisions, its reviews. */
const ballotRules = z.strictObject({
  secrecy: z.enum(['secret', 'open']).default(DEFAULT_BALLOT_RULES.secrecy),
  quorum: share.default(DEFAULT_BALLOT_RULES.quorum),
  base: z.enum(['all', 'voted']).default(DEFAULT_BALLOT_RULES.base),
  pass: share.default(DEFAULT_BALLOT_RULES.pass),
  above: yesNo.default(DEFAULT_BALLOT_RULES.above),
});

export const ballots = z.strictObject({
  nomination: ballotRules.optional(),
  review: ballotRules.optional(),
});

export const decisions = z.strictObject({
  scheme: text,
  parent_vi: text.optional(),
  issuer_vi: text,
  place_vi: text,
  grounds_vi: z.array(text).default([]),
  recipients_vi: z.array(text).default([]),
  signers: z.array(
    z.strictObject({
      code: code('signer'),
      name_vi: text,
      position_vi: text,
      on_behalf_vi: text.optional(),
    }),
  ),
});

export const review = z.strictObject({
  caught_up: baselineShare.default(DEFAULT_THRESHOLDS.caughtUp),
  surpassed: baselineShare.default(DEFAULT_THRESHOLDS.surpassed),
});
