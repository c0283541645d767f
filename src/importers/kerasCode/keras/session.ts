import type { CodeError } from '../codeError';
import type { Session } from '../values/session';

/** Keras's name for a class: `MaxPooling2D` → `max_pooling2d` (`to_snake_case` of Keras 3). */
export function defaultName(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** Keras's own state: how many layers of each name there are, so that each gets a name of its own. */
export class KerasSession implements Session {
  seed: number | null = null;
  readonly skipped: CodeError[] = [];
  readonly #counts = new Map<string, number>();

  /** `dense`, then `dense_1` and so on (`auto_name` of Keras 3). */
  nameFor(className: string): string {
    const name = defaultName(className) || 'layer';
    const count = this.#counts.get(name) ?? 0;
    this.#counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  }

  /** `clear_session()`. */
  clear(): void {
    this.#counts.clear();
  }
}
