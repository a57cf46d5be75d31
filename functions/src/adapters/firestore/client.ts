import type { FieldValue, Firestore } from '@google-cloud/firestore';

/** The client and the one class of its module that writers need; the module itself is loaded when first used. */
export interface FirestoreClient {
  readonly firestore: Firestore;
  readonly fieldValue: typeof FieldValue;
}

/**
 * One per process: it holds the connections. `projectId` absent: the client asks Google's metadata server;
 * `databaseId` absent: the project's "(default)".
 */
export async function openFirestore(
  projectId: string | undefined,
  databaseId?: string,
): Promise<FirestoreClient> {
  const { Firestore, FieldValue } = await import('@google-cloud/firestore');
  const settings = {
    ...PATIENCE,
    ...(projectId !== undefined && { projectId }),
    ...(databaseId !== undefined && { databaseId }),
  };
  return { firestore: new Firestore(settings), fieldValue: FieldValue };
}

/** A call that was not answered by then is made again, by the client or by whoever runs the transaction. */
const CALL_MS = 20_000;
/** Ten thousand forms in one answer. */
const QUERY_MS = 45_000;

const once = (timeoutMs: number, retryCodes: string) => ({
  timeout_millis: timeoutMs,
  retry_codes_name: retryCodes,
  retry_params_name: 'patience',
});

/**
 * Left to itself the client waits 5 minutes for a read and 10 for a write, and does not notice that a connection is
 * dead (an instance that slept, a router that forgot it): so calls end sooner, and a connection on which somebody
 * waits is asked every 30 s whether it is alive, as Google's own mobile clients ask.
 */
const PATIENCE = {
  grpcOptions: { 'grpc.keepalive_time_ms': 30_000, 'grpc.keepalive_timeout_ms': 5_000 },
  clientConfig: {
    interfaces: {
      'google.firestore.v1.Firestore': {
        retry_codes: {
          reading: ['DEADLINE_EXCEEDED', 'INTERNAL', 'UNAVAILABLE'],
          writing: ['RESOURCE_EXHAUSTED', 'UNAVAILABLE'],
          // What is not rolled back keeps its locks until the database gives it up, and everybody waits for them.
          ending: ['DEADLINE_EXCEEDED', 'RESOURCE_EXHAUSTED', 'INTERNAL', 'UNAVAILABLE'],
        },
        retry_params: {
          patience: {
            initial_retry_delay_millis: 100,
            retry_delay_multiplier: 1.3,
            max_retry_delay_millis: 10_000,
            initial_rpc_timeout_millis: CALL_MS,
            rpc_timeout_multiplier: 1,
            max_rpc_timeout_millis: CALL_MS,
            total_timeout_millis: QUERY_MS,
          },
        },
        methods: {
          BatchGetDocuments: once(CALL_MS, 'reading'),
          RunQuery: once(QUERY_MS, 'reading'),
          RunAggregationQuery: once(CALL_MS, 'reading'),
          Commit: once(CALL_MS, 'writing'),
          Rollback: once(CALL_MS, 'ending'),
        },
      },
    },
  },
};
