import { buildFunctions, keepCode } from '../../functions/build.ts';
import { oncePerRun, runFolder } from './once-per-run.ts';

/**
 * The functions' bundle, built once for the whole run of tests, with the code that V8 made of it, so that each
 * process starts faster. A command that is no test builds one into its own folder.
 */
export async function builtFunctions(ownFolder: string): Promise<string> {
  if (runFolder() === undefined) {
    await buildFunctions(ownFolder);
    return ownFolder;
  }
  const { folder } = await oncePerRun('functions', async (into) => {
    await buildFunctions(into);
    await keepCode(into);
    return {};
  });
  return folder;
}
