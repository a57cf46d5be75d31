import { hashOf } from '../publishing/stable-id.ts';
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

/** Five bits of the text's hash for each sign: the add-on makes codes too, and carries no library for it. */
function codeOf(prefix: string, text: string): string {
  const bits = stirred(hashOf(text));
  const sign = (_: unknown, i: number) => ALPHABET[(bits >>> (5 * i)) & 31];
  return `${prefix}-${Array.from({ length: LENGTH }, sign).join('')}`;
}

/** FNV-1a's low bits know only of low bits; this lets every bit of it reach every other (the end of MurmurHash3). */
function stirred(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
