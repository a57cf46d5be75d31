import { AppError } from '../../domain/app-error.ts';

/**
 * What Google's client throws, in our words; its own errors keep standing as the cause. Used outside
 * transactions only: inside, the client must see its own errors to try again.
 */
export function inOurWords(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (isExpired(error)) return new AppError('conflict', {}, { cause: error });
  switch ((error as { code?: unknown } | null)?.code) {
    case GRPC.aborted:
    case GRPC.alreadyExists: // somebody else made at the same time what only one can make
      return new AppError('conflict', {}, { cause: error });
    case GRPC.cancelled: // these five pass: connections that broke, clients that were closed, tokens not to be had
    case GRPC.unknown:
    case GRPC.internal:
    case GRPC.unauthenticated:
    case GRPC.deadlineExceeded:
    case GRPC.resourceExhausted:
    case GRPC.unavailable:
      return new AppError('unavailable', {}, { cause: error });
    default:
      return error;
  }
}

/**
 * The transaction waited for others so long that the database gave it up, and nothing of it was written. The client
 * tries again by itself where the service says so ("transaction has expired"), and not in the emulator's words.
 */
export function isExpired(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    code === GRPC.invalidArgument && /transaction (?:is invalid or closed|has expired)/i.test(String(message))
  );
}

/** Firestore's word for a quota. */
export function isTooFast(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === GRPC.resourceExhausted;
}

const GRPC = {
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  alreadyExists: 6,
  resourceExhausted: 8,
  aborted: 10,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;
