import { openBackend } from '../backend/backend.ts';
import type { Desk } from '../desk.ts';
import { type Language, parseLanguage } from '../words/words.ts';
import { openBook } from './book.ts';
import { openMemory } from './memory.ts';
import { wire } from './wire.ts';
import { wordsOf } from './words.ts';

/** Google's services, put together for one call of the sidebar. */
export function openDesk(language: Language): Desk {
  const memory = openMemory(PropertiesService.getDocumentProperties());
  const book = openBook(SpreadsheetApp.getActiveSpreadsheet(), memory);
  return {
    language,
    words: wordsOf(language, book.periods),
    backend: openBackend(wire, { url: backendUrl(), language, trace: newTrace() }),
    book,
    memory,
    now: () => new Date(),
    newKey: () => Utilities.getUuid(),
    digestOf: (text) =>
      Utilities.base64EncodeWebSafe(
        Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8),
      ),
    alone: (work) =>
      alone(() => {
        memory.forget(); // what the run before this one has written
        return work();
      }),
    prefer: (name, value) => void PropertiesService.getUserProperties().setProperty(name, value),
  };
}

export function preferredLanguage(): Language {
  return parseLanguage(PropertiesService.getUserProperties().getProperty('language'));
}

/** One for each run: a click, or a look of an open sidebar at how far some work is. */
function newTrace(): string {
  return Utilities.getUuid().replace(/-/g, '').toLowerCase();
}

/** In Backend.js, which a deployment pushes beside the bundle: where its functions answer. */
declare function dienHinhBackend_(): string;

/** Somebody may have entered another address by hand. */
function backendUrl(): string {
  const entered = PropertiesService.getScriptProperties().getProperty('BACKEND_URL');
  return entered ?? (typeof dienHinhBackend_ === 'function' ? dienHinhBackend_() : '');
}

function alone<T>(work: () => T): T | undefined {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT_FOR_OTHER_MS)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/** Long enough for a double click's first to be nearly done, short enough not to look stuck. */
const WAIT_FOR_OTHER_MS = 2000;
