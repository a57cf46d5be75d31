import { REMOVED } from '../../domain/log-chain/removed.ts';

/** Whom to forget: an account's address, or a name as people write it. */
export type Person =
  | { readonly kind: 'account'; readonly email: string }
  | { readonly kind: 'name'; readonly name: string };

export function personOf(text: string): Person {
  const clean = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  return /^[^\s@]+@[^\s@]+$/.test(clean)
    ? { kind: 'account', email: clean.toLowerCase() }
    : { kind: 'name', name: clean };
}

/** Finds the person in texts, whatever its case and spaces, and never inside another address or a longer word. */
export interface Finder {
  in(text: string): boolean;
  /** The text without the person; the same text where the person is not in it. */
  without(text: string): string;
  /** Whether the text is the person and nothing else. */
  is(text: string): boolean;
}

export function finderOf(person: Person): Finder {
  const pattern = person.kind === 'account' ? accountPattern(person.email) : namePattern(person.name);
  const found = (text: string) => text.normalize('NFC').match(pattern) !== null;
  return {
    in: found,
    without: (text) => (found(text) ? text.normalize('NFC').replace(pattern, REMOVED) : text),
    is: (text) => found(text) && text.normalize('NFC').replace(pattern, '').trim() === '',
  };
}

function accountPattern(email: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}._+-])${escaped(email)}(?!-|\\p{L}|\\p{N}|\\.[\\p{L}\\p{N}])`, 'giu');
}

function namePattern(name: string): RegExp {
  const words = name.split(' ').map((word) => escaped(word));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
