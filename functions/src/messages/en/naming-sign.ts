import { strangeSignIn } from '../strange-sign.ts';

/** Which sign of a code is another one than it seems, as a sentence that follows another; "" where none is. */
export function namingSign(code: string): string {
  const found = strangeSignIn(code);
  if (found === undefined) return '';
  if (found.looksLike === undefined)
    return ` The code holds a sign that cannot be seen (${found.name}); type it again.`;
  return ` In the code, “${found.sign}” (${found.name}) looks like “${found.looksLike}” and is another sign; type it again.`;
}
