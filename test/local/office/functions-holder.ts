// A process that runs the functions as an office does: node functions-holder.ts OPTIONS_AS_JSON.

import { startFunctions } from '../../../local/office/functions-server.ts';

const functions = await startFunctions(JSON.parse(process.argv[2]!));
process.on('message', () => {});
process.send?.(functions.pid);
