/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as people write it there
 * themselves. Numbers are written as they are, so that −2 stays a number.
 */
export function defused(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
