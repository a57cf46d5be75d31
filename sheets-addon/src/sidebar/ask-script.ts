import type { Call } from '../call.ts';
import type { Screen } from '../screen.ts';

interface Runner {
  withSuccessHandler(handler: (answer: string) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  callFromSidebar(json: string): void;
}

declare const google: {
  readonly script: { readonly run: Runner; readonly host: { readonly editor: { focus(): void } } };
};

/** Asks the script; undefined where it has nothing to show. Rejects when Google did not bring an answer. */
export function askScript(call: Call, language: string): Promise<Screen | undefined> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((answer) => resolve((JSON.parse(answer) as { readonly screen?: Screen }).screen))
      .withFailureHandler(reject)
      .callFromSidebar(JSON.stringify({ call, language }));
  });
}

/** What is typed next goes into the selected cell. */
export function focusSheet(): void {
  google.script.host.editor.focus();
}
