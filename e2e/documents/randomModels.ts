import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { library } from '../../templates/index';
import { randomGraph } from './randomGraph';

/**
 * Whole numbers go into an Embedding and nowhere else, and an Embedding is given nothing else: of other graphs only shapes
 * mean something, TensorFlow.js computes with whole numbers there or fails.
 */
export function computes({ steps }: Plan): boolean {
  const words = new Set(steps.filter(({ call }) => call.kerasArgs['dtype'] === 'int32').map(({ name }) => name));
  return steps.every(({ inputs, call }) => {
    if (call.traits.vocabulary !== undefined) return inputs.every((name) => words.has(name));
    return !inputs.some((name) => words.has(name));
  });
}

/** So many random models that compute something in every tool. */
export function randomModels(count: number): { readonly document: Document; readonly plan: Plan }[] {
  const found: { readonly document: Document; readonly plan: Plan }[] = [];
  for (let seed = 7_000_000; found.length < count; seed++) {
    const document = randomGraph(seed);
    const plan = compile(document, library);
    if (computes(plan)) found.push({ document, plan });
  }
  return found;
}
