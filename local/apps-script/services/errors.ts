/** What Google's services throw; scripts see its name and message. */
export class Exception extends Error {
  override name = 'Exception';
}

export function thrown({ name, message }: { name: string; message: string }): Error {
  if (name === 'Exception') return new Exception(message);
  const error = new Error(message);
  if (name !== 'Error') error.name = name;
  return error;
}

/** For what Apps Script can and this host cannot: said by name, never passed over. */
export const unsupported = (what: string) =>
  new Error(`${what} is not supported by the local Apps Script host.`);
