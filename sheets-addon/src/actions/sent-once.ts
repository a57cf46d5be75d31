import type { Desk } from '../desk.ts';

/**
 * The requestKey of something that is about to be sent: the same as long as the content is the same and no answer is
 * known, whatever became of the run that sent it. So a double click, a lost answer or a killed run is asked for its
 * answer, not done again.
 */
export function keyFor(desk: Desk, name: string, content: object): string {
  const pending = pendingKey(desk, name, content);
  if (pending !== undefined) return pending;
  const key = desk.newKey();
  desk.memory.write(nameOf(name), `${digestOf(desk, content)} ${key}`);
  return key;
}

/** The key of the same content, sent before without an answer. */
export function pendingKey(desk: Desk, name: string, content: object): string | undefined {
  const [digest, key] = (desk.memory.read(nameOf(name)) ?? '').split(' ');
  return digest === digestOf(desk, content) ? key : undefined;
}

/** The answer is known. */
export function answered(desk: Desk, name: string): void {
  desk.memory.write(nameOf(name), '');
}

const nameOf = (name: string): string => `sent.${name}`;
const digestOf = (desk: Desk, content: object): string => desk.digestOf(JSON.stringify(content));
