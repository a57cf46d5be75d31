import type { PagePerson } from '../options.ts';
import type { WindowEvent } from '../windows.ts';
import { ask, Refused } from './api.ts';

const AGAIN_MS = 600;

export type Connection = 'open' | 'lost';

/**
 * This window: who sits before it, and its line to the office. A lost line is taken up again by itself; whoever
 * listens for `restored` then asks for what was missed.
 */
export class Session {
  readonly person: PagePerson;
  #window: string;
  #line: WebSocket | undefined;
  #connection: Connection = 'open';
  #closed = false;
  readonly #listeners = new Set<(event: WindowEvent) => void>();
  readonly #connections = new Set<(connection: Connection) => void>();

  private constructor(person: PagePerson, window: string) {
    this.person = person;
    this.#window = window;
    this.#listen();
  }

  static async open(person: PagePerson): Promise<Session> {
    return new Session(person, await register(person));
  }

  get window(): string {
    return this.#window;
  }

  onEvent(listener: (event: WindowEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onConnection(listener: (connection: Connection) => void): () => void {
    this.#connections.add(listener);
    return () => this.#connections.delete(listener);
  }

  /** A window that the office has forgotten (it was started anew) is made known again, once. */
  async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const send = () => ask<T>(method, path, { window: this.#window, ...(body && { body }) });
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'window_gone') throw error;
      this.#window = await register(this.person);
      this.#listen();
      return send();
    }
  }

  close(): void {
    this.#closed = true;
    this.#line?.close();
    this.#listeners.clear();
    this.#connections.clear();
  }

  #listen(): void {
    this.#line?.close();
    const line = new WebSocket(`ws://${location.host}/api/events?window=${encodeURIComponent(this.#window)}`);
    this.#line = line;
    line.onopen = () => this.#set('open');
    line.onmessage = ({ data }) => {
      const event = JSON.parse(data as string) as WindowEvent;
      for (const listener of this.#listeners) listener(event);
    };
    line.onclose = () => {
      if (line !== this.#line || this.#closed) return;
      this.#set('lost');
      setTimeout(() => void this.#again(), AGAIN_MS);
    };
  }

  /** The same window if the office still knows it, else a new one of the same person. */
  async #again(): Promise<void> {
    try {
      await ask('GET', '/api/workbooks', { window: this.#window });
    } catch (error) {
      if (error instanceof Refused && error.code === 'window_gone')
        this.#window = await register(this.person).catch(() => this.#window);
    }
    if (!this.#closed) this.#listen();
  }

  #set(connection: Connection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    for (const listener of this.#connections) listener(connection);
  }
}

async function register(person: PagePerson): Promise<string> {
  const { window } = await ask<{ window: string }>('POST', '/api/windows', {
    body: { person: person.email },
  });
  return window;
}
