import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/**
 * How a script that cannot wait asks a thread that can: the request goes through a port, the script's thread sleeps
 * on a shared number until the answer lies in the port. Requests and answers are JSON texts, so that no object of one
 * world is seen in the other.
 *
 *   script's thread                        main thread
 *   postMessage({operation, request})  ->  answers, however long it takes
 *   Atomics.wait                       <-  postMessage(answer), then Atomics.notify
 *   receiveMessageOnPort
 */
export interface SyncLine {
  readonly port: MessagePort;
  /** One Int32: 0 while the script waits. */
  readonly signal: SharedArrayBuffer;
}

export interface SyncRequest {
  readonly operation: string;
  readonly request: string;
}

/** Either the value or what the script is to catch. */
export type SyncAnswer =
  | { readonly value?: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };

/** The script's side: asks and sleeps until answered. */
export function askThrough({ port, signal }: SyncLine): (operation: string, request: string) => string {
  const state = new Int32Array(signal);
  return (operation, request) => {
    Atomics.store(state, 0, 0);
    port.postMessage({ operation, request } satisfies SyncRequest);
    Atomics.wait(state, 0, 0);
    return receiveMessageOnPort(port)!.message as string;
  };
}

/** The other side. `answer` never rejects. */
export function answerThrough(
  { port, signal }: SyncLine,
  answer: (operation: string, request: unknown) => Promise<SyncAnswer>,
): void {
  const state = new Int32Array(signal);
  port.on('message', ({ operation, request }: SyncRequest) => {
    void answer(operation, JSON.parse(request)).then((value) => {
      port.postMessage(JSON.stringify(value));
      Atomics.store(state, 0, 1);
      Atomics.notify(state, 0);
    });
  });
}
