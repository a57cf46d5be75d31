import { AppError, type AppErrorCode } from '../../functions/src/domain/app-error.ts';
import { refusalOf } from '../../functions/src/http/errors.ts';
import type { Heard } from './send.ts';

/** What is wrong with an answer, whatever was asked; undefined where it is decent. */
export function faultOf({ status, type, text, broken }: Heard, sent = ''): string | undefined {
  if (broken !== undefined) return `the connection broke: ${broken}`;
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`;
  if (!/^application\/json/.test(type)) return `answered ${status} as ${type}: ${text.slice(0, 200)}`;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return `answered ${status} with what is no JSON: ${text.slice(0, 100)}`;
  }
  return status < 300 ? undefined : faultOfRefusal(status, body, sent);
}

function faultOfRefusal(status: number, body: unknown, sent: string): string | undefined {
  const { error, ...others } = body as { error?: { code?: unknown; message?: unknown; issues?: unknown } };
  if (error === undefined || Object.keys(others).length > 0) return 'a refusal of another shape';
  const { code, message, issues = [], ...more } = error;
  if (Object.keys(more).length > 0) return `a refusal that also says ${Object.keys(more)}`;
  if (typeof code !== 'string' || statusOf(code) !== status) return `${status} for the code ${String(code)}`;
  if (!Array.isArray(issues) || issues.length > 20_000) return 'issues that are no list, or too long';
  const sentences = [message, ...issues.map((issue: { message?: unknown }) => issue.message)];
  const bad = sentences.find((sentence) => !isSentence(sentence, sent));
  return bad === undefined ? undefined : `no sentence: ${JSON.stringify(bad)}`;
}

/** By the functions' own table; undefined of a code that is none. */
const statusOf = (code: string): number | undefined =>
  refusalOf(new AppError(code as AppErrorCode), 'vi').status;

/**
 * Something that can be shown to a person: not endless, nothing in it that cannot be seen or turns the text round, and
 * no word of JavaScript that nobody sent.
 */
function isSentence(text: unknown, sent: string): boolean {
  if (typeof text !== 'string' || text.length <= 10 || text.length > 5000) return false;
  if (/(?!\n)[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text)) return false;
  const slips = ['undefined', 'NaN', '[object'].filter((word) => text.includes(word) && !sent.includes(word));
  return slips.length === 0 && /[.)”"]$/.test(text.trimEnd());
}
