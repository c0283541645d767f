import type { Scope, Value } from '../values/value';

/** Names and their values: of the whole text, or of a function inside the one where it was made. */
export class NameScope implements Scope {
  readonly #names = new Map<string, Value>();
  /** Names that belong to the whole text or to the function around. */
  readonly #outer = new Map<string, Scope>();

  constructor(readonly above: Scope | null) {}

  get top(): Scope {
    return this.above?.top ?? this;
  }

  own(name: string): Value | undefined {
    return this.#names.get(name);
  }

  get(name: string): Value | undefined {
    return this.#outer.get(name)?.get(name) ?? this.#names.get(name) ?? this.above?.get(name);
  }

  set(name: string, value: Value): void {
    const outer = this.#outer.get(name);
    if (outer) outer.set(name, value);
    else this.#names.set(name, value);
  }

  delete(name: string): void {
    this.#names.delete(name);
  }

  /** `global name` or `nonlocal name`. */
  belongs(name: string, where: 'global' | 'nonlocal'): void {
    if (!this.above) return;
    let owner: Scope = where === 'global' ? this.top : this.above;
    if (where === 'nonlocal') while (owner.above && !owner.own(name)) owner = owner.above;
    this.#outer.set(name, owner);
  }

  entries(): IterableIterator<[string, Value]> {
    return this.#names.entries();
  }
}
