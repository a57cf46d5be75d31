/** One field of an encoded protocol buffer: its number, and its bytes where it has any. */
export interface ProtoField {
  readonly number: number;
  /** Of strings, bytes and messages; empty for numbers. */
  readonly bytes: Buffer;
}

/**
 * The fields of an encoded message, in the order they stand in it, without a schema: enough to count what goes over
 * the wire. Throws RangeError where the bytes end in the middle of one.
 */
export function protoFields(message: Buffer): readonly ProtoField[] {
  const fields: ProtoField[] = [];
  for (let at = 0; at < message.length; ) {
    const tag = varint(message, at);
    const number = Math.floor(tag.value / 8);
    switch (tag.value % 8) {
      case 0:
        at = varint(message, tag.end).end;
        fields.push({ number, bytes: NONE });
        break;
      case 1:
        at = tag.end + 8;
        fields.push({ number, bytes: NONE });
        break;
      case 2: {
        const length = varint(message, tag.end);
        at = length.end + length.value;
        fields.push({ number, bytes: message.subarray(length.end, at) });
        break;
      }
      case 5:
        at = tag.end + 4;
        fields.push({ number, bytes: NONE });
        break;
      default:
        throw new RangeError(`wire type ${tag.value % 8}`);
    }
    if (at > message.length) throw new RangeError('the message ends inside a field');
  }
  return fields;
}

const NONE = Buffer.alloc(0);

function varint(buffer: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let scale = 1;
  for (let end = start; end < buffer.length; ) {
    const byte = buffer[end++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end };
    scale *= 128;
  }
  throw new RangeError('the message ends inside a number');
}
