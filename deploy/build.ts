import { resolve } from 'node:path';
import { buildFunctions } from '../functions/build.ts';
import { buildAddOn } from '../sheets-addon/build.ts';

// node deploy/build.ts functions FOLDER          what gcloud run deploy takes as its source
// node deploy/build.ts add-on FOLDER ADDRESS     what clasp pushes, for functions at that address
const [what, folder, address] = process.argv.slice(2);
if (what === 'functions' && folder !== undefined) await buildFunctions(resolve(folder));
else if (what === 'add-on' && folder !== undefined && address !== undefined)
  await buildAddOn({ outdir: resolve(folder), backendUrl: address });
else throw new Error('build.ts functions FOLDER | add-on FOLDER ADDRESS');
