/** What the script is to catch, by name and message. */
export class ScriptFailure extends Error {
  constructor(message: string, name = 'Exception') {
    super(message);
    this.name = name;
  }
}
