/** Control and format characters, line separators, and what is no character at all, each by its name. */
export function named(text: string): string {
  return text.replace(UNSEEN, (sign) => `[${codePointName(sign)}]`);
}

/** "U+200B". */
export function codePointName(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
