import type { Books } from './books.ts';
import type { ClientBundle } from './bundle.ts';
import type { Google } from './google.ts';
import type { PageOptions } from './options.ts';
import type { Scripts } from './scripts.ts';
import type { Windows } from './windows.ts';

/** What every request may need. */
export interface PageRoom {
  readonly options: PageOptions;
  readonly bundle: ClientBundle;
  readonly windows: Windows;
  readonly scripts: Scripts;
  readonly books: Books;
  readonly googleOf: (email: string) => Google;
}
