import { call } from './native.ts';
import { Service } from './service.ts';

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== 'object' || value === null || value instanceof Service) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}

/** `%s`, `%d` and the like take the values that follow, in order. */
function format(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(show).join(' ');
  const text = first.replaceAll(/%[sdifoj]/g, (mark) => (rest.length > 0 ? show(rest.shift()) : mark));
  return [text, ...rest.map(show)].join(' ');
}

const log = (level: string, values: readonly unknown[]) => call<void>('log', { level, text: format(values) });

export class Console extends Service {
  override toString(): string {
    return 'console';
  }
  log(...values: unknown[]): void {
    log('debug', values);
  }
  info(...values: unknown[]): void {
    log('info', values);
  }
  warn(...values: unknown[]): void {
    log('warn', values);
  }
  error(...values: unknown[]): void {
    log('error', values);
  }
}

export class Logger extends Service {
  #lines: string[] = [];
  override toString(): string {
    return 'Logger';
  }
  log(...values: unknown[]): this {
    this.#lines.push(format(values));
    log('info', values);
    return this;
  }
  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
  clear(): void {
    this.#lines = [];
  }
}
