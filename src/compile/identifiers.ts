const longest = 40;

/**
 * Gives out variable names: readable, unique, ASCII, never a reserved word. A name without a usable letter
 * takes the fallback (e.g. the layer's type).
 */
export class Identifiers {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved);
  }

  take(name: string, fallback: string): string {
    const base = plain(name) ?? plain(fallback) ?? 'layer';
    let free = base;
    for (let number = 2; this.#taken.has(free); number++) free = `${base}_${number}`;
    this.#taken.add(free);
    return free;
  }
}

function plain(text: string): string | null {
  const words = text
    .slice(0, longest)
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (words === '') return null;
  return /^[0-9]/.test(words) ? `layer_${words}` : words;
}

/** `max_pooling2d` → `maxPooling2d`; numbers stay apart: `block1_conv1`→ `block1Conv1`, `dense_1` → `dense_1`. */
export function camelCase(snake: string): string {
  return snake.replace(/(?<=[A-Za-z0-9])_([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `kernelSize` → `kernel_size`, `beta1` → `beta1`. */
export function snakeCase(camel: string): string {
  return camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}
