import { codePointName } from '../domain/form/unseen.ts';

/** A sign in a code that people take for another one. */
export interface StrangeSign {
  readonly sign: string;
  /** "U+0430". */
  readonly name: string;
  /** The sign that it looks like; absent where nobody sees that it is there. */
  readonly looksLike?: string;
}

/** The first sign in a code that is not what it seems: a Cyrillic а, a wide Ａ, a long hyphen, nothing at all. */
export function strangeSignIn(code: string): StrangeSign | undefined {
  for (const sign of code) {
    if (/[ -~]/.test(sign)) continue;
    const name = codePointName(sign);
    if (/[\p{Cc}\p{Cf}]/u.test(sign)) return { sign, name };
    const looksLike = LOOKALIKES.get(sign) ?? plainOf(sign);
    if (looksLike !== undefined) return { sign, name, looksLike };
  }
  return undefined;
}

/** Full-width letters, digits and signs. */
function plainOf(sign: string): string | undefined {
  const plain = sign.normalize('NFKC');
  return /^[A-Za-z0-9._-]$/.test(plain) ? plain : undefined;
}

const pairs = (strange: string, plain: string) => [...strange].map((sign, i) => [sign, plain[i]!] as const);
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('аеорсхуіјѕһԁԛԝАЕОРСХУІЈЅВКМНТ', 'aeopcxyijshdqwAEOPCXYIJSBKMHT'), // Cyrillic
  ...pairs('ονικαρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ovikapuxABEZHIKMNOPTYX'), // Greek
  ...pairs('‐‑‒–—―−', '-------'),
  ...pairs('․‥·', '...'),
]);
