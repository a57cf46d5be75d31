import type { Issuer } from '../identity/issuer.ts';

/** Runs the compiled add-on's functions as Apps Script would, each run in a world of its own. */
export interface AppsScriptHost {
  run(order: RunOrder): Promise<RunOutcome>;
  /** Ends every run under way and keeps what is not kept yet. */
  close(): Promise<void>;
}

export interface HostOptions {
  /** What `clasp push` would send: *.js, *.html, appsscript.json. */
  readonly bundleDir: string;
  /** The local Sheets and Drive server; every call carries the person's own access token. */
  readonly sheetsUrl: string;
  readonly issuer: Pick<Issuer, 'issueIdToken' | 'accessTokenFor'>;
  /** Whom `ScriptApp.getIdentityToken()` is for: the script's OAuth client id. */
  readonly audience: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
  /** Where properties are kept; without it they end with the host. */
  readonly propertiesFile?: string | undefined;
  /** The office's clock. Scripts read it with `new Date()`, caches expire by it, requests to 127.0.0.1 carry it. */
  readonly now: () => Date;
  /** `Session.getActiveUserLocale()`; vi unless said otherwise. */
  readonly userLocale?: string;
  /** How long a run may take; Google's limits unless said otherwise. */
  readonly limits?: Partial<Limits>;
  /** What scripts log with console and Logger; nothing is done with it unless said otherwise. */
  readonly onLog?: (line: LogLine) => void;
  /** Told of everything that a script asks of a service outside of itself. */
  readonly onAsked?: (asked: Asked) => void;
}

/** A question of a script to one of the services, and its answer. */
export interface Asked {
  /** `sheets`, `fetch`, `properties.get`, … (desk/answers.ts) */
  readonly operation: string;
  /** As JSON. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface Limits {
  /** 6 minutes. */
  readonly runMs: number;
  /** 30 seconds. */
  readonly simpleTriggerMs: number;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
  readonly functionName: string;
}

export interface RunOrder {
  /** Whose window it is: an e-mail address. */
  readonly person: string;
  readonly spreadsheetId: string;
  /** What is active in that window; A1 of the first visible tab when left out. */
  readonly selection?: Selection | undefined;
  readonly functionName: string;
  /** JSON values. A `menu` run has none. */
  readonly args?: readonly unknown[];
  /** `open` and `edit` are simple triggers: 30 s, no UrlFetch, no identity token, no dialogs. */
  readonly kind: RunKind;
  /** For `edit`: an EditEvent. The event object of `open` is made by the host. */
  readonly event?: unknown;
  readonly window: ScriptWindow;
}
export type RunKind = 'menu' | 'client' | 'open' | 'edit';

export interface Selection {
  readonly sheetId: number;
  /** A1 without the tab's title: `B3` or `B3:C5`. */
  readonly range: string;
}

/** What `onEdit` is told. */
export interface EditEvent extends Selection {
  readonly value?: string;
  readonly oldValue?: string;
}

/** How a run reaches the person's window. */
export interface ScriptWindow {
  show(effect: Effect): void;
  /** `ui.alert` and `ui.prompt`: the run waits. A rejection tells the run that the window is gone. */
  ask(question: Question): Promise<Answer>;
}

export type MenuItem =
  | { readonly label: string; readonly functionName: string }
  | 'separator'
  | { readonly label: string; readonly items: readonly MenuItem[] };

export type Effect =
  | { readonly kind: 'menu'; readonly title: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      /** Pixels. */
      readonly width?: number;
      readonly height?: number;
      readonly modal: boolean;
    }
  | { readonly kind: 'close-dialog' }
  | { readonly kind: 'toast'; readonly message: string; readonly title?: string; readonly seconds?: number }
  | { readonly kind: 'activate'; readonly sheetId: number; readonly range?: string };

export type Buttons = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
export type Question = {
  readonly kind: 'alert' | 'prompt';
  readonly title?: string;
  readonly prompt: string;
  readonly buttons: Buttons;
};
export type Answer = {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  /** What was typed, for a prompt. */
  readonly text?: string;
};

/** Round trips to the spreadsheet, by the method that made them: `{'Range.getValues': 1}`. */
export type Calls = Readonly<Record<string, number>>;

export type RunOutcome =
  /** `value` is JSON; null for a function that returns nothing. */
  | { readonly ok: true; readonly value: unknown; readonly calls: Calls }
  /** What the script threw, without its stack. */
  | { readonly ok: false; readonly name: string; readonly message: string; readonly calls: Calls };
