// Loaded into the functions' process before the Functions Framework (functions-server.ts).

import { Server } from 'node:net';

// The framework listens on every address of the machine; the local office is nobody's business but this machine's.
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  if (typeof port === 'object' || typeof rest[0] === 'string') return listen.call(this, port, ...rest);
  this.once('listening', () => process.send?.({ listening: this.address().port }));
  return listen.call(this, Number(port), '127.0.0.1', ...rest);
};

// The channel closes when the office ends, however it ends.
process.on('disconnect', () => process.exit(0));
