import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RegisterDeclaration } from './register.ts';

/**
 * Codes for rows that have none yet: none of `taken`, and no two alike. `randomText` gives text that nobody else is
 * given, such as a UUID, each time it is asked. Two programs that do not know of each other's rows meet in one of a
 * billion codes; the server then says so and the row gets another one.
 */
export function newRowCodes(
  declaration: Pick<RegisterDeclaration, 'prefix'>,
  count: number,
  taken: Iterable<string>,
  randomText: () => string,
): readonly string[] {
  const used = new Set(taken);
  return Array.from({ length: count }, () => {
    const text = randomText();
    let code = codeOf(declaration.prefix, text);
    for (let attempt = 1; used.has(code); attempt++) code = codeOf(declaration.prefix, `${text} ${attempt}`);
    used.add(code);
    return code;
  });
}

/** The codes that rows of a register may have: six letters and digits that are not taken for one another. */
export function isRowCode(code: string, { prefix }: Pick<RegisterDeclaration, 'prefix'>): boolean {
  return new RegExp(`^${prefix}-[${ALPHABET}]{${LENGTH}}$`).test(code);
}

/** Without I, L, O and U. 32 signs, so that the lowest five bits of a byte choose one. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

function codeOf(prefix: string, text: string): string {
  const bytes = sha256(utf8ToBytes(text)).subarray(0, LENGTH);
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')}`;
}
