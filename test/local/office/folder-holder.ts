// A process that has a data folder open, as an office has: node folder-holder.ts DIR.

import { openDataFolder } from '../../../local/office/data-folder.ts';

const folder = await openDataFolder(process.argv[2]!);
process.on('message', (order) => {
  if (order === 'closing') folder.closing();
  if (order === 'close') folder.close();
  process.send?.(order as string);
});
process.send?.('here');
