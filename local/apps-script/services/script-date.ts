import { IANAZone } from 'luxon';
import type { StartOrder } from './state.ts';

const NativeDate = Date;
const MINUTE_MS = 60_000;

/**
 * Makes this world's dates those of the script: the clock is the office's, and what JavaScript calls local time is
 * the manifest's time zone, whatever zone the machine is in.
 */
export function installDate({ timeZone, clockAheadMs }: Pick<StartOrder, 'timeZone' | 'clockAheadMs'>): void {
  const zone = IANAZone.create(timeZone);
  const now = () => NativeDate.now() + clockAheadMs;
  const toWall = (ms: number) => ms + zone.offset(ms) * MINUTE_MS;
  const fromWall = (wall: number) => {
    const guess = wall - zone.offset(wall) * MINUTE_MS;
    return wall - zone.offset(guess) * MINUTE_MS;
  };

  function ScriptDate(this: unknown, ...given: unknown[]): unknown {
    if (!new.target) return new NativeDate(now()).toString();
    return Reflect.construct(NativeDate, [momentOf(given)], new.target);
  }
  function momentOf(given: unknown[]): number {
    if (given.length === 0) return now();
    if (given.length > 1) return fromWall(NativeDate.UTC(...(given.map(Number) as [number, number])));
    const [only] = given;
    if (only instanceof NativeDate) return only.getTime();
    return typeof only === 'string' ? parse(only) : Number(only);
  }
  function parse(text: string): number {
    const machine = new NativeDate(text);
    return namesItsZone(text) ? machine.getTime() : fromWall(machineWall(machine));
  }

  showWallTime(timeZone, zone, { toWall, fromWall });
  Object.assign(ScriptDate, { now, parse, UTC: NativeDate.UTC });
  ScriptDate.prototype = NativeDate.prototype;
  define(NativeDate.prototype, 'constructor', ScriptDate);
  define(globalThis, 'Date', ScriptDate);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

/** Dates without a time are UTC by the language; a time may say its zone. Everything else is local time. */
const namesItsZone = (text: string) =>
  /^\s*[+-]?\d{4,6}(-\d\d){0,2}\s*$/.test(text) ||
  /(?:z|gmt|utc|[+-]\d\d:?\d\d)\s*(?:\(.*\))?\s*$/i.test(text);

/** What the machine's own clock shows at that moment, read as if it were UTC. */
const machineWall = (date: Date) => date.getTime() - nativeOffset(date) * MINUTE_MS;
const nativeTimezoneOffset = NativeDate.prototype.getTimezoneOffset;
const nativeOffset = (date: Date): number => nativeTimezoneOffset.call(date);

const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

interface Walls {
  readonly toWall: (ms: number) => number;
  readonly fromWall: (wall: number) => number;
}

/** Every method that reads or writes local time goes through what the zone's clocks show. */
function showWallTime(timeZone: string, zone: IANAZone, { toWall, fromWall }: Walls): void {
  const prototype = NativeDate.prototype;
  const wallOf = (date: Date) => new NativeDate(toWall(date.getTime()));
  const method = (name: string, run: (date: Date, given: never[]) => unknown) =>
    define(prototype, name, function (this: Date, ...given: never[]) {
      return run(this, given);
    });
  type Utc = Record<string, (...given: never[]) => number>;
  for (const part of [...PARTS, 'Day'])
    method(`get${part}`, (date) => (wallOf(date) as unknown as Utc)[`getUTC${part}`]!());
  for (const part of PARTS)
    method(`set${part}`, (date, given) => {
      const wall = wallOf(date);
      (wall as unknown as Utc)[`setUTC${part}`]!(...given);
      return date.setTime(fromWall(wall.getTime()));
    });
  method('getTimezoneOffset', (date) => -zone.offset(date.getTime()));

  const day = (date: Date) =>
    wallOf(date)
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (-?\d+) .*$/, '$1 $3 $2 $4');
  const time = (date: Date) => {
    const offset = zone.formatOffset(date.getTime(), 'techie');
    const name = zone.offsetName(date.getTime(), { format: 'long', locale: 'en-US' });
    return `${wallOf(date).toISOString().slice(11, 19)} GMT${offset} (${name})`;
  };
  const valid = (show: (date: Date) => string) => (date: Date) =>
    Number.isNaN(date.getTime()) ? 'Invalid Date' : show(date);
  method('toDateString', valid(day));
  method('toTimeString', valid(time));
  method(
    'toString',
    valid((date) => `${day(date)} ${time(date)}`),
  );
  const inZone = ([locales, options]: unknown[]) => [locales, { timeZone, ...(options as object) }];
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const native = prototype[name] as (locales?: unknown, options?: unknown) => string;
    method(name, (date, given) => native.apply(date, inZone(given) as [unknown, unknown]));
  }
  define(
    Intl,
    'DateTimeFormat',
    new Proxy(Intl.DateTimeFormat, {
      construct: (target, given, newTarget) => Reflect.construct(target, inZone(given), newTarget),
      apply: (target, self, given) => Reflect.apply(target, self, inZone(given)),
    }),
  );
}
