/** What the office refused, in its own sentence. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;
  readonly en: string;
  constructor(status: number, code: string, vi: string, en: string) {
    super(vi);
    this.status = status;
    this.code = code;
    this.en = en;
  }
}

/** The office cannot be reached at all. */
export class Away extends Error {
  override readonly name = 'Away';
}

/** Asks the office. @throws Refused with its sentence, Away when nobody answers */
export async function ask<T>(
  method: 'GET' | 'POST',
  path: string,
  { window, body }: { window?: string | undefined; body?: object } = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(window !== undefined && { 'x-window': window }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Away('the office does not answer', { cause });
  }
  const answer = (await response.json().catch(() => ({}))) as {
    error?: { code?: string; vi?: string; en?: string };
  };
  if (response.ok) return answer as T;
  const { code = 'refused', vi = 'Văn phòng không nhận yêu cầu này.', en = 'Refused.' } = answer.error ?? {};
  throw new Refused(response.status, code, vi, en);
}
