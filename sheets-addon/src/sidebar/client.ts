import type { Call } from '../call.ts';
import type { Block, Screen } from '../screen.ts';
import { askScript, focusSheet } from './ask-script.ts';
import { byId, element } from './dom.ts';
import { drawBlock } from './draw-blocks.ts';
import type { Drawing } from './drawing.ts';
import { type Language, pageWords } from './words.ts';

/**
 * The page of the sidebar: it asks the script for screens and draws them, one at a time. What a screen says comes
 * from the script; this page only knows how to ask, to wait, and to ask again.
 */
const start = JSON.parse(byId('start').textContent ?? '{}') as { call: Call; language: Language };
const main = byId('main');
const status = byId('status');
let language = start.language;
let shown: Screen | undefined;
/** Goes up with every screen: an answer to what is not shown any more is not drawn. */
let turn = 0;
let isAlongside = false;

const drawing: Drawing = {
  get language() {
    return language;
  },
  get words() {
    return pageWords(language);
  },
  press: (call, busy) => void show(call, busy),
  quietly: (call) =>
    void askScript(call, language)
      .then((screen) => (screen ? draw(screen) : focusSheet()))
      .catch(() => draw(lostScreen(call))),
};

byId('language').onclick = () => {
  language = language === 'vi' ? 'en' : 'vi';
  drawHead(shown);
  void askScript({ do: 'language', with: { to: language } }, language).catch(() => undefined);
  if (shown?.again) void show(shown.again);
};
drawHead(undefined);
void show(start.call);

/** Asks, says that it is waiting, and draws the answer. Buttons are shut meanwhile: a double click is one click. */
async function show(call: Call, busy?: string): Promise<void> {
  turn += 1;
  const mine = turn;
  const stop = wait(busy ?? pageWords(language).working);
  const screen = await askScript(call, language).catch(() => lostScreen(call));
  if (mine !== turn) return;
  stop();
  draw(screen ?? shown ?? lostScreen(call));
}

function draw(screen: Screen, { keepFocus = false } = {}): void {
  turn += 1;
  shown = screen;
  drawHead(screen);
  const title = element('h1', { tabIndex: -1 }, screen.title);
  const blocks = screen.blocks.map((block) => drawBlock(block, drawing));
  const verdict = blocks[screen.blocks.findIndex(isVerdict)];
  if (verdict) {
    verdict.id = 'verdict';
    title.setAttribute('aria-describedby', verdict.id); // read out with the title when it gets the focus
  }
  main.replaceChildren(title, ...blocks);
  main.removeAttribute('aria-busy');
  status.replaceChildren();
  if (!keepFocus) title.focus();
  if (screen.follow) follow(screen.follow, turn);
}

function isVerdict(block: Block): boolean {
  return block.kind === 'text' && block.tone !== undefined && block.tone !== 'quiet';
}

/** Looks again after a while, as long as the same screen is shown; an answer that was lost is just asked for anew. */
function follow(next: NonNullable<Screen['follow']>, mine: number): void {
  if (next.alongside && !isAlongside) {
    isAlongside = true;
    void askScript(next.alongside, language)
      .catch(() => undefined)
      .then(() => {
        isAlongside = false;
      });
  }
  setTimeout(async () => {
    if (mine !== turn) return;
    const screen = await askScript(next.call, language).catch(() => undefined);
    if (mine !== turn) return;
    if (screen === undefined) follow(next, mine);
    else draw(screen, { keepFocus: screen.follow !== undefined });
  }, next.afterMs);
}

/** Says that something is under way, and for how long; returns how to stop counting. */
function wait(label: string): () => void {
  const text = element('p', {}, label);
  const bar = element('div', { className: 'bar', role: 'progressbar' }, element('span'));
  bar.setAttribute('aria-label', label);
  for (const button of main.querySelectorAll<HTMLButtonElement>('button')) button.disabled = true;
  main.setAttribute('aria-busy', 'true');
  status.replaceChildren(text, bar);
  const since = Date.now();
  const clock = setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000);
    if (seconds >= PATIENCE_SECONDS) text.textContent = pageWords(language).stillWorking(seconds);
  }, 1000);
  return () => clearInterval(clock);
}

/** Longer than this, and people want to be told that nothing is stuck. */
const PATIENCE_SECONDS = 6;

function drawHead(screen: Screen | undefined): void {
  const words = pageWords(language);
  document.documentElement.lang = language;
  const toggle = byId('language');
  toggle.textContent = words.otherLanguage;
  toggle.setAttribute('aria-label', words.otherLanguageLabel);
  const account = screen?.account;
  const line = account?.verified ? words.acting : words.unverified;
  byId('account').replaceChildren(
    ...(account === undefined
      ? [screen ? words.unknownAccount : '']
      : [line, element('strong', {}, account.email)]),
  );
}

/** Google brought no answer: the network, or a run that was stopped. Everything may be asked again. */
function lostScreen(call: Call): Screen {
  const words = pageWords(language);
  return {
    title: words.trouble,
    blocks: [
      { kind: 'text', text: words.lost, tone: 'warning' },
      { kind: 'buttons', buttons: [{ label: words.again, call, look: 'main' }] },
    ],
  };
}
