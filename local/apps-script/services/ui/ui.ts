import type { Answer, Buttons, Question } from '../../types.ts';
import { Exception } from '../errors.ts';
import { HtmlOutput } from '../html/html-output.ts';
import { call } from '../native.ts';
import { refuseSimpleTrigger, requireScope } from '../permissions.ts';
import { enumeration, Service } from '../service.ts';
import { forgetStructure } from '../spreadsheet/structure.ts';
import { theRun } from '../state.ts';
import { Menu } from './menu.ts';

const Button = enumeration('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumeration('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** The person's window: menus, dialogs, sidebars. */
export class Ui extends Service {
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  override toString(): string {
    return 'Ui';
  }
  createMenu(title: string): Menu {
    return new Menu(String(title));
  }
  /** The add-on's own menu, under its name. */
  createAddonMenu(): Menu {
    return new Menu(theRun().addOnName ?? 'Add-on');
  }

  /** `(prompt)`, `(prompt, buttons)`, `(title, prompt, buttons)`. The run waits for the answer. */
  alert(...given: unknown[]) {
    return Button[this.#ask('alert', given).button];
  }
  prompt(...given: unknown[]): PromptResponse {
    return new PromptResponse(this.#ask('prompt', given));
  }

  showSidebar(page: HtmlOutput): void {
    const html = checkPage('Ui.showSidebar', page);
    call('window.show', { kind: 'sidebar', title: page.getTitle(), html });
  }
  showModalDialog(page: HtmlOutput, title: string): void {
    this.#showDialog('Ui.showModalDialog', page, title, true);
  }
  showModelessDialog(page: HtmlOutput, title: string): void {
    this.#showDialog('Ui.showModelessDialog', page, title, false);
  }

  #showDialog(method: string, page: HtmlOutput, title: string, modal: boolean): void {
    const html = checkPage(method, page);
    const [width, height] = [page.getWidth(), page.getHeight()];
    const size = { ...(width !== null && { width }), ...(height !== null && { height }) };
    call('window.show', { kind: 'dialog', title: String(title), html, ...size, modal });
  }
  #ask(kind: 'alert' | 'prompt', given: readonly unknown[]): Answer {
    refuseSimpleTrigger(`Ui.${kind}`);
    const [title, prompt, buttons] = given.length > 2 ? given : [undefined, ...given];
    const question: Question = {
      kind,
      ...(title !== undefined && { title: String(title) }),
      prompt: String(prompt),
      buttons: String(buttons ?? ButtonSet.OK) as Buttons,
    };
    const answer = call<Answer>('window.ask', question);
    forgetStructure();
    return answer;
  }
}

function checkPage(method: string, page: unknown): string {
  requireScope(method, 'ui');
  if (!(page instanceof HtmlOutput))
    throw new Exception(`The parameters don't match the method signature for ${method}.`);
  return page.getContent();
}

class PromptResponse extends Service {
  readonly #answer: Answer;
  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }
  override toString(): string {
    return 'PromptResponse';
  }
  getSelectedButton() {
    return Button[this.#answer.button];
  }
  getResponseText(): string {
    return this.#answer.text ?? '';
  }
}
