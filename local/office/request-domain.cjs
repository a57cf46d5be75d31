'use strict';
// What the Functions Framework uses of node:domain, by AsyncLocalStorage: an error thrown in whatever a request began
// is told to that request, and ends nothing else. Loaded in place of it by framework-preload.mjs.

const { AsyncLocalStorage } = require('node:async_hooks');
const { EventEmitter } = require('node:events');

const current = new AsyncLocalStorage();

process.setUncaughtExceptionCaptureCallback((error) => {
  const domain = current.getStore();
  if (domain !== undefined) domain.emit('error', error);
  else if (!process.emit('uncaughtException', error, 'uncaughtException')) {
    console.error(error);
    process.exit(1);
  }
});

class RequestDomain extends EventEmitter {
  run(work) {
    return current.run(this, work);
  }
}

exports.create = () => new RequestDomain();
