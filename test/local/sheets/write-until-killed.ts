// A server in a process of its own, so that it can be killed: prints its address, then serves.
import { startSheetsServer } from '../../../local/sheets/server.ts';

const server = await startSheetsServer({
  dir: process.argv[2]!,
  port: 0,
  callerOf: (token) => token,
  now: () => new Date(),
});
process.stdout.write(`${server.url}\n`);
