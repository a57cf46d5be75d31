import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import {
  type AppsScriptHost,
  type Effect,
  type Selection,
  withClientShim,
} from '../../local/apps-script/host.ts';

/** The sidebar's own page in a browser, 300 px wide in a sandboxed frame as in Google Sheets, with the host behind it. */
export interface SidebarPage {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** Works out an expression in the sidebar's own frame. */
  inFrame<T>(expression: string): Promise<T>;
  /** What the runs have shown in the window so far: cells that were selected. */
  readonly effects: readonly Effect[];
  /** What the sidebar asked of the window by google.script.host so far: "focusEditor". */
  wishes(): Promise<readonly string[]>;
  /** Chooses a menu item by its function's name: the sidebar opens anew. */
  choose(functionName: string): Promise<void>;
  /** How often the page has asked the script. */
  runs(): number;
  /** Answers wait from now on, until what this gives is called: what a person sees meanwhile. */
  hold(): () => void;
}

export async function openSidebarPage(
  context: BrowserContext,
  host: AppsScriptHost,
  order: { readonly person: string; readonly spreadsheetId: string; readonly selection?: Selection },
): Promise<SidebarPage> {
  const page = await context.newPage();
  const effects: Effect[] = [];
  let held: Promise<void> = Promise.resolve();
  let runs = 0;
  const window = {
    show: (effect: Effect) => void effects.push(effect),
    ask: async () => Promise.reject(new Error('nobody answers')),
  };
  await page.exposeFunction('runInHost', async (functionName: string, args: unknown[]) => {
    runs += 1;
    await held;
    return host.run({ ...order, functionName, args, kind: 'client', window });
  });
  await page.setContent(WINDOW);
  return {
    page,
    frame: page.frameLocator('iframe'),
    inFrame: (expression) => page.frames()[1]!.evaluate(expression),
    effects,
    runs: () => runs,
    wishes: () => page.evaluate<string[]>('wishes'),
    hold() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    async choose(functionName) {
      await host.run({ ...order, functionName, kind: 'menu', window });
      const sidebar = effects.findLast((effect) => effect.kind === 'sidebar');
      if (sidebar === undefined) throw new Error('no sidebar opened');
      const html = JSON.stringify(withClientShim(sidebar.html));
      await page.evaluate(`document.querySelector('iframe').srcdoc = ${html}`);
    },
  };
}

/** What Google Sheets is to a sidebar: a frame without an origin, and messages passed on. */
const WINDOW = `<!doctype html><html lang="vi"><title>Thi đua</title>
<style>body { margin: 0 } iframe { display: block; border: 0; width: 300px; height: 100vh }</style>
<iframe title="Thi đua" sandbox="allow-scripts allow-downloads"></iframe>
<script>
  const wishes = []; // of google.script.host
  addEventListener('message', async ({ data, source }) => {
    if (data.channel !== 'google.script') return;
    if (data.kind === 'host') wishes.push(data.action);
    if (data.kind !== 'run') return;
    const outcome = await runInHost(data.functionName, data.args);
    source.postMessage({ channel: data.channel, kind: 'result', id: data.id, ...outcome }, '*');
  });
</script>`;
