import { buildFunctions } from '../../functions/build.ts';
import { oncePerRun, runFolder } from './once-per-run.ts';

/**
 * The functions' bundle, built once for the whole run of tests; V8's cache of what it compiled lies beside it, so
 * that the second process starts faster than the first. A command that is no test builds one into its own folder.
 */
export async function builtFunctions(ownFolder: string): Promise<string> {
  if (runFolder() === undefined) {
    await buildFunctions(ownFolder);
    return ownFolder;
  }
  const { folder } = await oncePerRun('functions', async (into) => {
    await buildFunctions(into);
    return {};
  });
  return folder;
}
