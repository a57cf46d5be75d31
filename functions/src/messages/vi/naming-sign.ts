import { strangeSignIn } from '../strange-sign.ts';

/** Which sign of a code is another one than it seems, as a sentence that follows another; "" where none is. */
export function namingSign(code: string): string {
  const found = strangeSignIn(code);
  if (found === undefined) return '';
  if (found.looksLike === undefined)
    return ` Trong mã có một ký tự không nhìn thấy (${found.name}); hãy gõ lại mã.`;
  return ` Trong mã, “${found.sign}” (${found.name}) trông giống “${found.looksLike}” mà là ký tự khác; hãy gõ lại mã.`;
}
