import type { ActionName } from '../call.ts';
import { preferredLanguage } from './desk.ts';

/** Opens the sidebar with an action. The page asks for its screen itself, so that it is there at once. */
export function openSidebar(action: ActionName): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  const start = JSON.stringify({ call: { do: action }, language: preferredLanguage() });
  page.setContent(page.getContent().replace(START_MARK, () => start));
  SpreadsheetApp.getUi().showSidebar(page.setTitle(TITLE));
}

/** Stands in sidebar.html where the first call belongs. */
const START_MARK = '{"start":"here"}';
const TITLE = 'Thi đua';
