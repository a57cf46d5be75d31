import { Exception } from './errors.ts';
import { eventOf } from './events.ts';
import type { RunResult, StartOrder } from './state.ts';

interface World {
  /** Names that were there before the script. */
  readonly before: ReadonlySet<string>;
  /** Evaluates the script's own code. */
  readonly evaluate: () => void;
  /** Lets what was promised happen. */
  readonly settle: () => void;
}

/** Evaluates the script and calls one of its functions. What it throws comes back as name and message. */
export function runFunction(order: StartOrder, { before, evaluate, settle }: World): RunResult {
  try {
    evaluate();
    settle();
    const target = findFunction(order.functionName, before);
    if (target === undefined) {
      // A script need not have a trigger.
      if (order.kind === 'open' || order.kind === 'edit') return { ok: true, value: null };
      throw new Exception(`Script function not found: ${order.functionName}`);
    }
    const event = eventOf(order);
    const value = await_(target(...(event ? [event] : order.args)), settle);
    return { ok: true, value: order.kind === 'client' ? checkReturned(value) : null };
  } catch (error) {
    return { ok: false, ...describe(error) };
  }
}

/** A function that the script declared globally. A name that ends with _ is private to the script. */
function findFunction(
  name: string,
  before: ReadonlySet<string>,
): ((...args: unknown[]) => unknown) | undefined {
  if (before.has(name) || name.endsWith('_') || !Object.hasOwn(globalThis, name)) return undefined;
  const value = (globalThis as Record<string, unknown>)[name];
  return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}

/** Nothing can happen later here: what is not settled after all that was promised never will be. */
function await_(value: unknown, settle: () => void): unknown {
  if (!(value instanceof Promise)) {
    settle();
    return value;
  }
  let settled: { value: unknown } | { error: unknown } | undefined;
  value.then(
    (result) => {
      settled = { value: result };
    },
    (error) => {
      settled = { error };
    },
  );
  settle();
  if (settled === undefined) throw new Exception('The function returned a promise that nothing can settle.');
  if ('error' in settled) throw settled.error;
  return settled.value;
}

/** `google.script.run` hands back what JSON knows, and no dates. */
function checkReturned(value: unknown, path: readonly object[] = []): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'object' && !path.includes(value)) {
    const inner = [...path, value];
    if (Array.isArray(value)) return Array.from(value, (one) => checkReturned(one, inner));
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, checkReturned(one, inner)]));
  }
  throw new Exception('The script completed but the returned value is not a supported return type.');
}

function describe(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: String(error.name), message: String(error.message) };
  return { name: 'Error', message: String(error) };
}
