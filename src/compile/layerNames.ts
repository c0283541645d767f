import { snakeCase } from './identifiers';
import type { Step } from './plan';

/** What TensorFlow.js (tensor names) and Keras on TensorFlow (scope names) both take; Keras forbids `/`. */
const legal = /^[A-Za-z0-9][-A-Za-z0-9._]*$/;

/**
 * Layer names as they leave the editor, the same in every export: unchanged where TensorFlow.js and Keras take
 * them, otherwise other characters become `_` and a number keeps the name unique.
 */
export function layerNames(steps: readonly Pick<Step, 'name' | 'type'>[]): ReadonlyMap<string, string> {
  const taken = new Set(steps.map(({ name }) => name));
  return new Map(
    steps.map(({ name, type }) => {
      if (legal.test(name)) return [name, name];
      const words = name.replace(/[^-A-Za-z0-9._]+/g, '_').replace(/^[^A-Za-z0-9]+|_+$/g, '');
      const base = words === '' ? snakeCase(type) : words;
      let free = base;
      for (let number = 1; taken.has(free); number++) free = `${base}_${number}`;
      taken.add(free);
      return [name, free];
    }),
  );
}
