// Loaded into the functions' process by the load runs: on SIGUSR2 it collects what is dead and appends the bytes that
// are alive to HEAP_FILE.

import { appendFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collect();
  appendFileSync(process.env.HEAP_FILE, `${process.memoryUsage().heapUsed}\n`);
});
