import { unsupported } from './errors.ts';

/**
 * What every service object comes from. Its last prototype answers only for what no class above it has: a method of
 * Apps Script that is missing here is refused by name when it is reached for.
 */
export abstract class Service {
  /** The class's name in Apps Script, as Apps Script prints its objects. */
  abstract toString(): string;
}

Object.setPrototypeOf(
  Service.prototype,
  new Proxy(Object.prototype, {
    get(target, property, self) {
      // What JavaScript itself looks for is no method of a service.
      if (typeof property === 'symbol' || property in target || property === 'toJSON' || property === 'then')
        return Reflect.get(target, property, self);
      throw unsupported(`${self}.${property}`);
    },
  }),
);

/** A service that is only named, so that using it says so. */
export class MissingService extends Service {
  readonly #name: string;
  constructor(name: string) {
    super();
    this.#name = name;
  }
  override toString(): string {
    return this.#name;
  }
}

/** One value of an enumeration: compared by identity, printed as its name. */
export class EnumValue extends Service {
  readonly #name: string;
  readonly #ordinal: number;
  constructor(name: string, ordinal: number) {
    super();
    this.#name = name;
    this.#ordinal = ordinal;
  }
  name(): string {
    return this.#name;
  }
  ordinal(): number {
    return this.#ordinal;
  }
  override toString(): string {
    return this.#name;
  }
  toJSON(): string {
    return this.#name;
  }
}

/** `{OK, CANCEL, …}`; a name it lacks is refused. */
export function enumeration<const N extends string>(
  title: string,
  names: readonly N[],
): { readonly [K in N]: EnumValue } {
  const values = Object.fromEntries(names.map((name, i) => [name, new EnumValue(name, i)]));
  return Object.freeze(Object.assign(new MissingService(title), values)) as unknown as {
    readonly [K in N]: EnumValue;
  };
}
