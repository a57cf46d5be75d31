/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as people write it there
 * themselves. Numbers are written as they are, so that −2 stays a number.
 */
export function defused(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
