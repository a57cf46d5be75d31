// A process that closes as an office does; a slow one waits for a line on stdin before it has closed.

import { once } from 'node:events';
import { Closing } from '../../../local/office/closing.ts';

const closing = new Closing();
closing.add('the step', async () => {
  console.log('closing');
  if (process.argv[2] === 'slow') await once(process.stdin, 'data');
  console.log('closed');
});
closing.onSignals();
setInterval(() => {}, 1000);
console.log('open');
