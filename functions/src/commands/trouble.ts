/** What stops a command, in words for whoever started it: no stack, and nothing of what is stored. */
export class CommandTrouble extends Error {
  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`);
    this.name = 'CommandTrouble';
  }
}
