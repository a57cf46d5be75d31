// The local Sheets and Drive server in a process of its own, so that it can be killed: see office.ts.

import { createIssuer } from '../../local/identity/issuer.ts';
import { loadSigningKey } from '../../local/identity/key.ts';
import { startSheetsServer } from '../../local/sheets/server.ts';

const [dir, keyFile, port] = process.argv.slice(2) as [string, string, string];
const { callerOf } = createIssuer(await loadSigningKey(keyFile));
const server = await startSheetsServer({ dir, port: Number(port), callerOf, now: () => new Date() });
process.send?.({ url: server.url });
process.on('disconnect', () => process.exit(0));
