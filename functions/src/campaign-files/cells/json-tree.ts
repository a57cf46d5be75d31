import type { At } from '../../domain/at.ts';

/** A JSON value built leaf by leaf, which remembers where each of its parts came from. */
export class JsonTree {
  readonly json: Record<string, unknown> = {};
  readonly #places = new Map<string, At>();

  constructor(at: At) {
    this.#places.set('', at);
  }

  /** Puts a value at "settings[0].quotas[1].ratio". Where one stands already, its place, and nothing is put. */
  put(path: string, value: unknown, at: At): At | undefined {
    const earlier = this.#places.get(path);
    if (earlier === undefined) this.putOnce(path, value, at);
    return earlier;
  }

  /** The same, where the same is said again and again. */
  putOnce(path: string, value: unknown, at: At): void {
    const steps = path.split(/[.[]/).map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step));
    let owner: Container = this.json;
    steps.forEach((step, i) => {
      const next = steps[i + 1];
      if (next === undefined) {
        owner[step] ??= value;
        return;
      }
      owner[step] ??= typeof next === 'number' ? [] : {};
      owner = owner[step] as Container;
    });
    this.mark(path, at);
  }

  /** Says where a part stands that has no cell of its own. */
  mark(path: string, at: At): void {
    if (!this.#places.has(path)) this.#places.set(path, at);
  }

  /** Where a part stands, or the nearest one around it. */
  placeOf(path: string): At {
    for (let part = path; part !== ''; part = part.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
      const at = this.#places.get(part);
      if (at !== undefined) return at;
    }
    return this.#places.get('')!;
  }
}

type Container = Record<string | number, unknown>;
