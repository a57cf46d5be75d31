import { call } from './native.ts';
import { enumeration, Service } from './service.ts';
import { isSimpleTrigger, theRun } from './state.ts';

export const AuthMode = enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

export class ScriptApp extends Service {
  readonly AuthMode = AuthMode;
  override toString(): string {
    return 'ScriptApp';
  }
  /** An OpenID token of the person for the script's own client id; null without the scope or without consent. */
  getIdentityToken(): string | null {
    if (isSimpleTrigger() || !theRun().scopes.includes('openid')) return null;
    return call<string>('identity-token');
  }
  getScriptId(): string {
    return 'local-script';
  }
}
