// Loaded into the functions' process before the Functions Framework (functions-server.ts).

import { subscribe } from 'node:diagnostics_channel';
import { registerHooks } from 'node:module';
import { Server } from 'node:net';

// The framework listens on every address of the machine; the local office is nobody's business but this machine's.
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  if (typeof port === 'object' || typeof rest[0] === 'string') return listen.call(this, port, ...rest);
  this.once('listening', () => process.send?.({ listening: this.address().port }));
  return listen.call(this, Number(port), '127.0.0.1', ...rest);
};

// The framework keeps each request's errors apart by node:domain, which asks after every promise there is: a third of
// what our functions cost. What it needs of it is there without that.
const domains = new URL('request-domain.cjs', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'domain' || name === 'node:domain'
      ? { url: domains, format: 'commonjs', shortCircuit: true }
      : next(name, context),
});

// Whoever opened the functions hears of every answer: what was stored by then may be waiting to be done.
subscribe('http.server.response.finish', ({ request }) => {
  if (!process.connected) return;
  const { method, url, headers } = request;
  process.send({ answered: { method, path: url.split('?')[0], agent: headers['user-agent'] ?? '' } });
});

// The channel closes when the office ends, however it ends.
process.on('disconnect', () => process.exit(0));
