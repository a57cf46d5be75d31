// A process that has nothing to do with ours, for kept.test.ts: it says that it lives, and waits.
process.on('message', () => {});
process.send?.('here');
