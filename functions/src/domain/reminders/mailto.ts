/** Longer addresses some mail programs cut off in the middle. */
const LONGEST = 2000;

export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/**
 * An address that opens a letter, ready to be sent by whoever clicks it (RFC 6068). Whatever people wrote is
 * percent-encoded, so that nothing in it means anything. A text too long for an address is left out, and whoever
 * writes pastes it; undefined where nobody is there to write to.
 */
export function mailtoLink({ to, subject, body }: Letter): string | undefined {
  if (to.length === 0) return undefined;
  const addresses = to.map((address) => address.split('@').map(encoded).join('@')).join(',');
  const start = `mailto:${addresses}?subject=${encoded(subject)}`;
  const whole = `${start}&body=${encoded(body.replace(/\n/g, '\r\n'))}`;
  if (whole.length <= LONGEST) return whole;
  return start.length <= LONGEST ? start : undefined;
}

/** Also the signs that encodeURIComponent lets pass and some programs take for their own. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
