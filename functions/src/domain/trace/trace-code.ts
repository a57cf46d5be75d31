/** Without I, L, O and U: nothing that is read out on the phone is taken for something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 32 hexadecimal digits that are not all zero, as W3C Trace Context has them. */
export function isTraceId(text: string): boolean {
  return /^(?!0{32})[0-9a-f]{32}$/.test(text);
}

/**
 * What a person reads out: "7F3K-2Q", the first thirty bits of a trace id. It finds a click among a day's, and says
 * nothing of who clicked.
 */
export function traceCode(id: string): string {
  const bits = Number.parseInt(id.slice(0, 8), 16) >>> 2;
  const letters = [25, 20, 15, 10, 5, 0].map((shift) => LETTERS[(bits >>> shift) & 31]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The header that carries a trace to the functions; what follows the id is a span of nobody's. */
export function traceHeader(id: string): string {
  return `00-${id}-${id.slice(16)}-01`;
}
