import type { Command, Probe, Words } from './step.ts';

/** A command as one would type it: what a shell would read otherwise stands in quotation marks. */
export function showCommand({ tool, argv, cwd }: Command): string {
  const typed = [tool === 'own' ? 'node' : tool, ...argv].map(quoted).join(' ');
  return cwd === undefined ? typed : `(cd ${quoted(cwd)} && ${typed})`;
}

export function showProbe({ command, lines, something }: Probe): string {
  const shown = showCommand(command);
  if (something) return `${shown}  → …`;
  if (lines === undefined || lines.length === 0) return shown;
  return `${shown}  → ${lines.join(' ')}`;
}

export const showWords = ({ vi, en }: Words): string => `${vi} / ${en}`;

/** Facts in angle brackets stay readable: whoever copies a line puts in what they stand for. */
function quoted(text: string): string {
  return /^[\w@%+=:,./()<>[\]-]+$/.test(text) && !/[()<>[\]]/.test(text)
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
