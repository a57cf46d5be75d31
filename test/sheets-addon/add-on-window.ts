import type {
  AppsScriptHost,
  Calls,
  Effect,
  MenuItem,
  RunOrder,
  Selection,
} from '../../local/apps-script/host.ts';
import type { Call, CallArguments } from '../../sheets-addon/src/call.ts';
import type { Block, Button, Field, Screen } from '../../sheets-addon/src/screen.ts';

/**
 * A person's window: the menu, the sidebar and what is selected. It speaks with the add-on as the sidebar's page does,
 * by google.script.run and nothing else; the page itself has a browser test of its own.
 */
export class AddOnWindow {
  readonly #host: AppsScriptHost;
  readonly #order: Pick<RunOrder, 'person' | 'spreadsheetId'>;
  readonly effects: Effect[] = [];
  selection: Selection | undefined;
  language: 'vi' | 'en' = 'vi';
  screen: Screen | undefined;
  /** What was filled in and is shown once more before it goes; the page does that without asking. */
  #lookedOver: CallArguments = {};
  /** Round trips to the spreadsheet in the newest run of the sidebar. */
  calls: Calls = {};
  /** The same in the newest run of a trigger or a menu item. */
  menuCalls: Calls = {};

  constructor(host: AppsScriptHost, order: Pick<RunOrder, 'person' | 'spreadsheetId'>) {
    this.#host = host;
    this.#order = order;
  }

  static async open(host: AppsScriptHost, person: string, spreadsheetId: string): Promise<AddOnWindow> {
    const window = new AddOnWindow(host, { person, spreadsheetId });
    await window.opened();
    return window;
  }

  /** What Google runs when somebody opens the workbook: it makes the menu. */
  async opened(): Promise<void> {
    this.menuCalls = (await this.#run({ functionName: 'onOpen', kind: 'open' })).calls;
  }

  /** The labels of the menu, as onOpen made it. */
  get menu(): readonly string[] {
    return this.#items.map((item) => (item === 'separator' ? '—' : item.label));
  }

  /** Of every item, those of submenus among them. */
  get labels(): readonly string[] {
    return this.#choices.map(({ label }) => label);
  }

  get #choices(): readonly ChoosableItem[] {
    const itemsOf = (item: MenuItem): readonly ChoosableItem[] => {
      if (item === 'separator') return [];
      return 'items' in item ? item.items.flatMap(itemsOf) : [item];
    };
    return this.#items.flatMap(itemsOf);
  }

  /** Chooses an item: the sidebar opens and asks for its first screen. */
  async choose(label: string): Promise<Screen> {
    const item = this.#choices.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no item “${label}” in ${this.menu.join(', ')}`);
    this.menuCalls = (await this.#run({ functionName: item.functionName, kind: 'menu' })).calls;
    const sidebar = this.effects.findLast((effect) => effect.kind === 'sidebar');
    const start = /id="start">(.*?)<\/script>/.exec(sidebar?.html ?? '')?.[1];
    if (start === undefined) throw new Error('no sidebar opened');
    const { call, language } = JSON.parse(start) as { call: Call; language: 'vi' | 'en' };
    this.language = language;
    return this.ask(call);
  }

  /** Presses a button of the shown screen, with what is filled into its fields. */
  async press(label: string, filled: CallArguments = {}): Promise<Screen> {
    const { call } = this.button(label);
    const asks = this.screen?.blocks.filter((block) => block.kind === 'ask') ?? [];
    const ask = asks.find(({ buttons }) => buttons[0]?.label === label);
    const values = Object.assign({}, ...(ask?.fields ?? []).map((field) => standing(field, filled)));
    const given = { ...values, ...filled };
    if (ask?.review) {
      this.#lookedOver = given;
      return this.screen!;
    }
    const isReview = asks.some(({ review }) => review?.button.label === label);
    return this.ask({ ...call, with: { ...call.with, ...(isReview ? this.#lookedOver : given) } });
  }

  /** What the page does by google.script.run. An answer without a screen leaves the one shown. */
  async ask(call: Call): Promise<Screen> {
    const json = JSON.stringify({ call, language: this.language });
    const { value, calls } = await this.#run({
      functionName: 'callFromSidebar',
      args: [json],
      kind: 'client',
    });
    this.calls = calls;
    const { screen } = JSON.parse(value as string) as { readonly screen?: Screen };
    this.screen = screen ?? this.screen;
    return this.screen!;
  }

  /** What the page does by itself while work is going on, until it ends. */
  async follow(): Promise<readonly Screen[]> {
    const seen: Screen[] = [];
    let alongside: Promise<unknown> = Promise.resolve();
    for (let screen = this.screen; screen?.follow; screen = this.screen) {
      seen.push(screen);
      if (seen.length === 1 && screen.follow.alongside) {
        const json = JSON.stringify({ call: screen.follow.alongside, language: this.language });
        alongside = this.#run({ functionName: 'callFromSidebar', args: [json], kind: 'client' });
      }
      await this.ask(screen.follow.call);
    }
    await alongside;
    return seen;
  }

  button(label: string): Button {
    const found = this.buttons.find((button) => button.label === label);
    if (found === undefined)
      throw new Error(`no button “${label}” but ${this.buttons.map((each) => each.label).join(', ')}`);
    return found;
  }

  get buttons(): readonly Button[] {
    return (this.screen?.blocks ?? []).flatMap((block) => {
      if (block.kind === 'buttons') return block.buttons;
      if (block.kind === 'ask') return block.review ? [...block.buttons, block.review.button] : block.buttons;
      if (block.kind === 'units') return block.units.flatMap(({ button }) => button ?? []);
      return [];
    });
  }

  /** A field of the shown form, by its label. */
  field(label: string): Field {
    const fields = (this.screen?.blocks ?? []).flatMap((block) => (block.kind === 'ask' ? block.fields : []));
    const found = fields.find((field) => field.label === label);
    if (found === undefined)
      throw new Error(`no field “${label}” but ${fields.map((field) => field.label).join(', ')}`);
    return found;
  }

  block<Kind extends Block['kind']>(kind: Kind): Extract<Block, { kind: Kind }> {
    const found = this.screen?.blocks.find((block) => block.kind === kind);
    if (found === undefined) throw new Error(`no ${kind} in ${JSON.stringify(this.screen)}`);
    return found as Extract<Block, { kind: Kind }>;
  }

  /** Every text of the shown screen, one a line. */
  get said(): string {
    return (this.screen?.blocks ?? [])
      .flatMap((block) => {
        if (block.kind === 'text' || block.kind === 'heading') return [block.text];
        if (block.kind === 'facts') return block.facts.map(({ name, value }) => `${name}: ${value}`);
        if (block.kind === 'issues') return block.issues.map(({ place, text }) => `${place}: ${text}`);
        if (block.kind === 'sections')
          return block.sections.flatMap(({ heading, lines }) => [heading, ...lines]);
        if (block.kind === 'figures')
          return block.figures.map(({ label, value, note }) => `${label}: ${value} ${note}`);
        return [];
      })
      .join('\n');
  }

  get #items(): readonly MenuItem[] {
    const menu = this.effects.findLast((effect) => effect.kind === 'menu');
    return menu?.items ?? [];
  }

  async #run(order: Pick<RunOrder, 'functionName' | 'kind' | 'args'>) {
    const outcome = await this.#host.run({
      ...this.#order,
      ...order,
      selection: this.selection,
      window: {
        show: (effect) => {
          this.effects.push(effect);
          if (effect.kind === 'activate')
            this.selection = { sheetId: effect.sheetId, range: effect.range ?? 'A1' };
        },
        ask: async (question) => {
          throw new Error(`nobody answers: ${question.prompt}`);
        },
      },
    });
    if (!outcome.ok) throw new Error(`${order.functionName}: ${outcome.name}: ${outcome.message}`);
    return outcome;
  }
}

type ChoosableItem = Extract<MenuItem, { readonly functionName: string }>;

/** What stands in a field that nobody touches; the page sends that too. */
function standing(field: Field, filled: CallArguments): CallArguments {
  if (filled[field.name] !== undefined) return {};
  switch (field.kind) {
    case 'line':
    case 'lines':
      return { [field.name]: field.value ?? '' };
    case 'choice':
      return { [field.name]: field.value ?? field.options[0]?.value ?? '' };
    case 'checks':
      return { [field.name]: field.values.join('\n') };
    case 'counts':
      return { [field.name]: field.parts.map(() => '0').join(' ') };
    case 'radios':
      if (field.value === undefined) throw new Error(`nothing is chosen for “${field.label}”`);
      return { [field.name]: field.value };
  }
}
