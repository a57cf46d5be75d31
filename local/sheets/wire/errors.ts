/** Google's names for its statuses, by HTTP code. */
const STATUS: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  413: 'INVALID_ARGUMENT',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
};

/** An answer that is an error in Google's shape. `reason` is Drive's word for it (`notFound`, …). */
export class ApiError extends Error {
  readonly code: number;
  readonly details: unknown[] | undefined;
  readonly reason: string | undefined;
  readonly location: string | undefined;

  constructor(
    code: number,
    message: string,
    more: { details?: unknown[]; reason?: string; location?: string } = {},
  ) {
    super(message);
    this.code = code;
    this.details = more.details;
    this.reason = more.reason;
    this.location = more.location;
  }

  /** The body as the Sheets API writes it. */
  sheetsBody() {
    const { code, message, details } = this;
    return { error: { code, message, status: STATUS[code] ?? 'UNKNOWN', ...(details && { details }) } };
  }

  /** The body as the Drive API writes it: an older shape, with a list of errors. */
  driveBody() {
    const { code, message, reason = 'badRequest', location } = this;
    const error = {
      message,
      domain: 'global',
      reason,
      ...(location && { location, locationType: 'parameter' }),
    };
    return { error: { code, message, errors: [error] } };
  }
}

export const invalid = (message: string) => new ApiError(400, message, { reason: 'invalid' });

/** Known to Google, not to us: said by name, never passed over. */
export const unsupported = (what: string) =>
  new ApiError(501, `The local Sheets and Drive server does not support ${what}.`, {
    reason: 'notImplemented',
  });

export const forbidden = () => new ApiError(403, 'The caller does not have permission');

export const notFound = () => new ApiError(404, 'Requested entity was not found.');

/** A JSON value of the wrong type: Google names the place twice, once for people and once for programs. */
export function badField(field: string, description: string): ApiError {
  return new ApiError(400, description, {
    reason: 'invalid',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] },
    ],
  });
}
