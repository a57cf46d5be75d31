import { z } from 'zod';
import type { Ballot, Candidate } from '../../../domain/ballot/ballot.ts';
import type { BallotBox } from '../../../domain/ballot/ballot-box.ts';
import type { Subject } from '../../../domain/ballot/subject.ts';
import type { Day } from '../../../domain/campaign/period.ts';
import type { DecidedSubject, Decision, Series } from '../../../domain/decision/decision.ts';
import type { Exemplar } from '../../../domain/exemplar/exemplar.ts';
import type { Micropoints } from '../../../domain/numbers/micropoints.ts';
import { decimal, moment, periodId, text, whole } from './fields.ts';

// Ballots with their boxes, decisions with their numbers, and the exemplars they make.

const day = text.transform((value) => value as Day);
const points = z.int().transform((value) => value as Micropoints);

const subject: z.ZodType<Subject> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: text }),
  z.strictObject({ kind: z.literal('registrant'), unitId: text, registration: text }),
]);
const outcome = z.enum(['praise', 'reward', 'caught_up', 'surpassed']);

const candidate: z.ZodType<Candidate> = z.strictObject({
  id: text,
  name: text,
  subject,
  outcome,
  achievement: text,
  reasons: z.array(text),
  learned: z
    .strictObject({
      row: text,
      exemplar: text,
      criteria: z.array(text),
      distance: z.strictObject({ mine: points, theirs: points, basisPoints: z.int() }).optional(),
    })
    .optional(),
});

const choices = z.strictObject({ yes: whole, no: whole, blank: whole });

export const ballotCodec: z.ZodType<Ballot> = z.strictObject({
  id: text,
  purpose: z.enum(['nomination', 'review']),
  period: periodId,
  resultVersion: whole.min(1),
  title: text,
  rules: z.strictObject({
    secrecy: z.enum(['secret', 'open']),
    quorum: decimal,
    base: z.enum(['all', 'voted']),
    pass: decimal,
    above: z.boolean(),
  }),
  candidates: z.array(candidate),
  electorate: z.array(text),
  state: z.enum(['open', 'closed']),
  openedAt: moment,
  openedBy: text,
  tally: z.record(text, choices).optional(),
  closing: z.strictObject({ at: moment, by: text, minutes: text, voted: whole }).optional(),
  voided: z.strictObject({ at: moment, by: text, reason: text }).optional(),
});

/** Strict on purpose: a box never holds a moment, and of a secret ballot never a paper. */
export const boxCodec: z.ZodType<BallotBox> = z.discriminatedUnion('secrecy', [
  z.strictObject({
    secrecy: z.literal('secret'),
    ballot: text,
    voted: z.array(text),
    sealed: text.optional(),
  }),
  z.strictObject({
    secrecy: z.literal('open'),
    ballot: text,
    papers: z.array(z.strictObject({ voter: text, votes: z.record(text, z.enum(['yes', 'no', 'blank'])) })),
  }),
]);

const decidedSubject: z.ZodType<DecidedSubject> = z.strictObject({
  candidate: text,
  subject,
  name: text,
  achievement: text,
  exemplar: text.optional(),
  became: text.optional(),
  revoked: z.strictObject({ by: text, reference: text, reason: text, on: day }).optional(),
});

export const decisionCodec: z.ZodType<Decision> = z.strictObject({
  number: whole.min(1),
  series: text,
  reference: text,
  kind: z.enum(['praise', 'reward', 'caught_up', 'surpassed', 'revocation']),
  signedOn: day,
  signer: z.strictObject({ name: text, position: text, onBehalf: text.optional() }),
  subjects: z.array(decidedSubject),
  period: periodId,
  ballot: text.optional(),
  minutes: text.optional(),
  decidedAt: moment,
  decidedBy: text,
  revokes: text.optional(),
  reason: text.optional(),
});

export const seriesCodec: z.ZodType<Series> = z.strictObject({
  series: text,
  decisions: whole,
  exemplars: whole,
});

export const exemplarCodec: z.ZodType<Exemplar> = z.strictObject({
  id: text,
  name: text,
  subject,
  field: text.optional(),
  decision: text,
  recognisedOn: day,
  period: periodId,
  baseline: z.strictObject({ total: points.optional(), criteria: z.record(text, points) }),
  surpassed: text.optional(),
});
