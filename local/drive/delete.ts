import { type Call, PlainAnswer } from '../sheets/call.ts';
import { DRIVE_OPTIONS, openFile } from './open-file.ts';

/** DELETE /drive/v3/files/{id}: for good, with everything in it when it is a folder. */
export async function deleteFile(call: Call): Promise<PlainAnswer> {
  call.query.allow(...DRIVE_OPTIONS);
  const { meta } = openFile(call, call.params[0]!, 'owner');
  await remove(call, meta.id);
  return new PlainAnswer(204, 'text/html', '');
}

async function remove(call: Call, id: string): Promise<void> {
  const inside = call.files.list().filter(({ meta }) => meta.parents.includes(id));
  await call.files.remove(id);
  for (const { meta } of inside) await remove(call, meta.id);
}
