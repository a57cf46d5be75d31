import type { Block } from '../../screen.ts';
import { type Action, address, call, screen, text } from '../visit.ts';
import { officeVisit } from './office-visit.ts';

/**
 * Vận hành: how everything runs at this moment, in the server's words and blocks, for the script has no room for them;
 * first done, where a button asked for it: look at every workbook (watch), try one again (retry), give it up (drop).
 */
export const operations: Action = (desk, { action, ...given }) =>
  officeVisit(desk, 'operations', desk.words.titles.operations, ({ context, title }) => {
    const { get, post } = desk.backend;
    const isWatch = action === 'watch';
    const order = isWatch ? { all: true, withinMs: LOOK_WITHIN_MS } : { action, ...given };
    const path = isWatch ? '/watch' : '/settle-delivery';
    const said = action && post<{ readonly said: string }>(path, { ...address(desk), ...order }).said;
    const { blocks } = get<{ readonly blocks: readonly Block[] }>('/operations', { ...address(desk) });
    return screen(context, title, [said ? text(said) : undefined, ...blocks], { again: call('operations') });
  });

/** Below what UrlFetch waits for an answer (about a minute). */
const LOOK_WITHIN_MS = 40_000;
