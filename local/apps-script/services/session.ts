import { requireScope } from './permissions.ts';
import { Service } from './service.ts';
import { isSimpleTrigger, theRun } from './state.ts';

export class User extends Service {
  readonly #email: string;
  constructor(email: string) {
    super();
    this.#email = email;
  }
  getEmail(): string {
    return this.#email;
  }
  override toString(): string {
    return this.#email;
  }
}

export class Session extends Service {
  override toString(): string {
    return 'Session';
  }
  getActiveUser(): User {
    return this.#user('Session.getActiveUser');
  }
  getEffectiveUser(): User {
    return this.#user('Session.getEffectiveUser');
  }
  getActiveUserLocale(): string {
    return theRun().userLocale;
  }
  getScriptTimeZone(): string {
    return theRun().timeZone;
  }
  /** A simple trigger may not be told who it is; here it never is. */
  #user(method: string): User {
    if (isSimpleTrigger()) return new User('');
    requireScope(method, 'email');
    return new User(theRun().person);
  }
}
