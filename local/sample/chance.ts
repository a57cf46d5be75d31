import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A number in [0, 1) that depends on the keys alone. The sample's figures do not exist in public: they are
 * generated, and because each is drawn by its own name, adding a criterion or running twice changes no other.
 */
export function chance(...keys: readonly (string | number)[]): number {
  const bytes = sha256(utf8ToBytes(JSON.stringify(['dien-hinh sample 2024', ...keys])));
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}
