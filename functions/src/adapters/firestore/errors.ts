import { AppError } from '../../domain/app-error.ts';

/**
 * What Google's client throws, in our words; its own errors keep standing as the cause. Used outside
 * transactions only: inside, the client must see its own errors to try again.
 */
export function inOurWords(error: unknown): unknown {
  if (error instanceof AppError) return error;
  switch ((error as { code?: unknown } | null)?.code) {
    case GRPC.aborted:
      return new AppError('conflict', {}, { cause: error });
    case GRPC.deadlineExceeded:
    case GRPC.resourceExhausted:
    case GRPC.unavailable:
      return new AppError('unavailable', {}, { cause: error });
    default:
      return error;
  }
}

const GRPC = { deadlineExceeded: 4, resourceExhausted: 8, aborted: 10, unavailable: 14 } as const;
