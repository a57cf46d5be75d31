import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../domain/app-error.ts';
import type { Ballot, Choice, Tally } from '../domain/ballot/ballot.ts';
import type { Seal } from '../domain/ballot/ballot-box.ts';

/**
 * Seals the running tally of a secret ballot with AES-256-GCM: a new nonce each time, bound to the campaign and the
 * ballot, always as long for as many candidates. Whoever compares two states of the store, or an older one that
 * Firestore still keeps, sees that something was cast and not what (docs/secrecy.md).
 * The first key closes; all of them open, so a key can be replaced while a ballot runs.
 */
export function openSeal(keys: readonly Uint8Array[], campaign: string): Seal {
  const boundTo = ({ id }: Pick<Ballot, 'id'>) => Buffer.from(`${campaign}/${id}`, 'utf8');
  return {
    close(tally, ballot) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys[0]!, nonce).setAAD(boundTo(ballot));
      const body = Buffer.concat([cipher.update(bytesOf(tally, ballot)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed, ballot) {
      const bytes = Buffer.from(sealed, 'base64');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      for (const key of keys) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
          decipher.setAAD(boundTo(ballot)).setAuthTag(tag);
          return tallyOf(Buffer.concat([decipher.update(body), decipher.final()]), ballot);
        } catch {
          // closed with another key
        }
      }
      throw new AppError('ballot_key_missing');
    },
  };
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CHOICES: readonly Choice[] = ['yes', 'no', 'blank'];
const COUNT_BYTES = 4;

/** Counts in the order of the candidates, each as long as every other. */
function bytesOf(tally: Tally, { candidates }: Pick<Ballot, 'candidates'>): Buffer {
  const bytes = Buffer.alloc(candidates.length * CHOICES.length * COUNT_BYTES);
  const counts = candidates.flatMap(({ id }) => CHOICES.map((choice) => tally[id]![choice]));
  for (const [i, count] of counts.entries()) bytes.writeUInt32BE(count, i * COUNT_BYTES);
  return bytes;
}

function tallyOf(bytes: Buffer, { candidates }: Pick<Ballot, 'candidates'>): Tally {
  const count = (candidate: number, choice: number) =>
    bytes.readUInt32BE((candidate * CHOICES.length + choice) * COUNT_BYTES);
  return Object.fromEntries(
    candidates.map(({ id }, i) => [id, { yes: count(i, 0), no: count(i, 1), blank: count(i, 2) }]),
  );
}
