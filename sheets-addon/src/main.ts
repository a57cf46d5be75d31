import { answerCall } from './answer-call.ts';
import { parseCall } from './call.ts';
import { openDesk } from './google/desk.ts';
import { showMenu } from './google/menu.ts';
import { openSidebar } from './google/sidebar.ts';
import { MENU_ACTIONS, type MenuFunction } from './menus.ts';
import { parseLanguage } from './words/words.ts';

/** What Google calls, and nothing else: build.ts makes a global function of it, and one for each menu item. */

export function onOpen(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  showMenu(event);
}

export function onInstall(event?: GoogleAppsScript.Events.SheetsOnOpen): void {
  showMenu(event);
}

/** google.script.run: texts in, texts out. */
export function callFromSidebar(json: string): string {
  const asked = parseCall(json);
  if (asked === undefined) return '{}';
  const desk = openDesk(parseLanguage(asked.language));
  const screen = answerCall(desk, asked.call, (error) =>
    console.error(asked.call.do, desk.backend.code, placeOf(error)),
  );
  return JSON.stringify({ screen });
}

/** Where it happened. What an error says may quote a cell, and stays out of the log. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, MOST_FRAMES)].join('\n');
}

const MOST_FRAMES = 8;

/** A menu item, by the name of its global function. */
export function chooseItem(name: MenuFunction): void {
  openSidebar(MENU_ACTIONS[name]);
}
