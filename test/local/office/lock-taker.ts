// A process that takes locks and keeps them until it is killed: node lock-taker.ts FOLDER COUNT.
// When it is told the moment, it takes FOLDER/0.lock, 1.lock … and tells which it won.

import { join } from 'node:path';
import { takeLock } from '../../../local/office/lock-file.mjs';

const [folder, count] = process.argv.slice(2);

process.on('message', (startAt: number) => {
  while (Date.now() < startAt); // all takers in the same millisecond
  const won: number[] = [];
  for (let i = 0; i < Number(count); i++) {
    if (!('heldBy' in takeLock(join(folder!, `${i}.lock`)))) won.push(i);
  }
  process.send?.(won);
});
process.send?.('here');
