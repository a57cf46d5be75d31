import type { BookAnswer } from '../../../books.ts';
import type { TabView } from '../../../view/types.ts';
import type { Session } from '../../session.ts';

export async function fetchBook(session: Session, spreadsheetId: string): Promise<Fetched> {
  return fetched(new Map(), await askFor(session, spreadsheetId, {}));
}

export interface Book extends Omit<BookAnswer, 'tabs'> {
  readonly tabs: readonly TabView[];
}

export interface Fetched {
  readonly book: Book;
  readonly digests: Readonly<Record<string, string>>;
}

export const askFor = (session: Session, spreadsheetId: string, known: Readonly<Record<string, string>>) =>
  session.ask<BookAnswer>('POST', '/api/view', { spreadsheetId, known });

/** The answer with the tabs that it left out because we have them. */
export function fetched(known: ReadonlyMap<number, TabView>, { tabs, ...answer }: BookAnswer): Fetched {
  return {
    book: { ...answer, tabs: tabs.map(({ sheetId, view }) => view ?? known.get(sheetId)!) },
    digests: Object.fromEntries(tabs.map(({ sheetId, digest }) => [sheetId, digest])),
  };
}
