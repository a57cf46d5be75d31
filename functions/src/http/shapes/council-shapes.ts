import { z } from 'zod';
import type { Choice } from '../../domain/ballot/ballot.ts';
import { idText } from './shapes.ts';

/** Made of a unit's or a row's id, so a little longer than those. */
export const candidateId = z.string().regex(/^(?=.{1,100}$)[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/);
export const ballotAddress = { campaign: idText, ballot: idText };

/**
 * Choices on their way in: three words of one length, and a paper names every candidate. So a platform that notes how
 * long a request was notes the same of every paper.
 */
const CHOICES: Readonly<Record<'yes' | 'nay' | 'nil', Choice>> = { yes: 'yes', nay: 'no', nil: 'blank' };
const choice = z.enum(['yes', 'nay', 'nil']).transform((word) => CHOICES[word]);
export const paper = z.record(candidateId, choice);

export const countsByCandidate = z.record(
  candidateId,
  z.strictObject({
    yes: z.int().min(0).max(100_000),
    no: z.int().min(0).max(100_000),
    blank: z.int().min(0).max(100_000),
  }),
);

export const minutesText = z.string().max(500);
export const evidenceText = z.string().max(2000);
/** An account as members are kept: lower case, NFC. */
export const account = z
  .string()
  .max(254)
  .transform((email) => email.normalize('NFC').trim().toLowerCase());
const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** The code of a signer. */
export const signing = { signer: idText, signedOn: dayText };
