import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildFunctions } from '../functions/build.ts';
import { buildAddOn } from '../sheets-addon/build.ts';

/** What clasp pushes: the add-on, and beside it where its functions answer, so that nobody has to enter it. */
export async function buildDeployedAddOn(outdir: string, address: string): Promise<void> {
  await buildAddOn({ outdir, backendUrl: address });
  await writeFile(
    join(outdir, 'Backend.js'),
    `function dienHinhBackend_() { return ${JSON.stringify(address)}; }\n`,
  );
}

// node deploy/build.ts functions FOLDER          what gcloud run deploy takes as its source
// node deploy/build.ts add-on FOLDER ADDRESS     what clasp pushes, for functions at that address
if (import.meta.main) {
  const [what, folder, address] = process.argv.slice(2);
  if (what === 'functions' && folder !== undefined) await buildFunctions(resolve(folder));
  else if (what === 'add-on' && folder !== undefined && address !== undefined)
    await buildDeployedAddOn(resolve(folder), address);
  else throw new Error('build.ts functions FOLDER | add-on FOLDER ADDRESS');
}
