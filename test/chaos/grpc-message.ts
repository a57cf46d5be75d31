/** The few fields of Firestore's messages that the relay looks at, by method (google/firestore/v1/firestore.proto). */
const TRANSACTION_IN_ANSWER: Readonly<Record<string, number>> = {
  BeginTransaction: 1,
  BatchGetDocuments: 3,
  RunQuery: 1,
  RunAggregationQuery: 2,
};
const TRANSACTION_IN_REQUEST: Readonly<Record<string, number>> = { Commit: 3, Rollback: 2 };
const WRITES_IN_COMMIT = 2;

/** The transaction that an answer says was begun, in hex; undefined where none was. */
export function begunTransaction(method: string, answer: Buffer): string | undefined {
  return firstBytes(answer, TRANSACTION_IN_ANSWER[method])?.toString('hex') || undefined;
}

/** The transaction that a Commit or Rollback ends, in hex. */
export function endedTransaction(method: string, request: Buffer): string | undefined {
  return firstBytes(request, TRANSACTION_IN_REQUEST[method])?.toString('hex') || undefined;
}

/** Whether a Commit writes anything: transactions that only read are committed, too. */
export function isWriting(commit: Buffer): boolean {
  return firstBytes(commit, WRITES_IN_COMMIT) !== undefined;
}

/** A Rollback as it goes over the wire: the frame of gRPC and the message in it. */
export function rollbackFrame(database: string, transaction: string): Buffer {
  return framed(
    Buffer.concat([bytesField(1, Buffer.from(database)), bytesField(2, Buffer.from(transaction, 'hex'))]),
  );
}

export function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

export function bytesField(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);
}

/** The database that a request is about: the first field of each of them, or the parent that begins with it. */
export function databaseOf(request: Buffer): string | undefined {
  const named = firstBytes(request, 1)?.toString();
  return /^projects\/[^/]+\/databases\/[^/]+/.exec(named ?? '')?.[0];
}

function firstBytes(frames: Buffer, id: number | undefined): Buffer | undefined {
  if (id === undefined) return undefined;
  for (const message of messagesIn(frames))
    for (const [field, bytes] of fieldsOf(message)) if (field === id && bytes.length > 0) return bytes;
  return undefined;
}

function* messagesIn(frames: Buffer): Generator<Buffer> {
  for (let at = 0; at + 5 <= frames.length; ) {
    const end = at + 5 + frames.readUInt32BE(at + 1);
    yield frames.subarray(at + 5, end);
    at = end;
  }
}

/** Fields that are strings, bytes or messages; the others are skipped. */
function* fieldsOf(message: Buffer): Generator<readonly [number, Buffer]> {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = number();
    const kind = tag & 7;
    if (kind === 0) number();
    else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else {
      const end = number() + at;
      yield [tag >>> 3, message.subarray(at, end)];
      at = end;
    }
  }
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}
