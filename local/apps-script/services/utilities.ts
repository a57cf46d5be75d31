import { base64, signed, utf8 } from './bytes.ts';
import { Exception, unsupported } from './errors.ts';
import { formatDate } from './format-date.ts';
import { call } from './native.ts';
import { enumeration, Service } from './service.ts';
import { forgetStructure } from './spreadsheet/structure.ts';

const LONGEST_SLEEP_MS = 300_000;
const DigestAlgorithm = enumeration('Utilities.DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_512']);
const Charset = enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']);

export class Utilities extends Service {
  readonly DigestAlgorithm = DigestAlgorithm;
  readonly Charset = Charset;
  override toString(): string {
    return 'Utilities';
  }
  getUuid(): string {
    return call('uuid');
  }
  /** Java's SimpleDateFormat patterns, in English. */
  formatDate(date: Date, timeZone: string, pattern: string): string {
    return formatDate(date, timeZone, pattern);
  }
  sleep(milliseconds: number): void {
    const valid = milliseconds >= 0 && milliseconds <= LONGEST_SLEEP_MS;
    if (!valid)
      throw new Exception(`Invalid argument: milliseconds. Should be between 0 and ${LONGEST_SLEEP_MS}.`);
    call('sleep', { ms: milliseconds });
    forgetStructure();
  }
  base64Encode(data: string | readonly number[], charset?: unknown): string {
    return base64(bytesOf(data, charset));
  }
  base64EncodeWebSafe(data: string | readonly number[], charset?: unknown): string {
    return base64(bytesOf(data, charset)).replaceAll('+', '-').replaceAll('/', '_');
  }
  /** Bytes from -128 to 127, as Java's. */
  computeDigest(algorithm: unknown, value: string | readonly number[], charset?: unknown): number[] {
    const bytes = call<number[]>('digest', {
      algorithm: String(algorithm).toLowerCase().replace('_', ''),
      bytes: bytesOf(value, charset),
    });
    return bytes.map(signed);
  }
}

/** A text as UTF-8, whatever Apps Script's own default would make of letters beyond ASCII. */
function bytesOf(data: string | readonly number[], charset: unknown): number[] {
  if (charset !== undefined && charset !== Charset.UTF_8) throw unsupported(`The charset ${String(charset)}`);
  return typeof data === 'string' ? utf8(data) : data.map((byte) => byte & 0xff);
}
