import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import type { Document } from '../../src/document/document';
import { library } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import type { Case } from '../keras/cases/case';
import { fitFor } from '../keras/cases/fit';
import { givenFor } from '../keras/cases/given';

/**
 * Whole numbers go into an Embedding and nowhere else, and an Embedding is given nothing else: of other graphs only shapes
 * mean something, TensorFlow.js computes with whole numbers there or fails.
 */
function computes({ steps }: Plan): boolean {
  const words = new Set(steps.filter(({ call }) => call.kerasArgs['dtype'] === 'int32').map(({ name }) => name));
  return steps.every(({ inputs, call }) => {
    if (call.traits.vocabulary !== undefined) return inputs.every((name) => words.has(name));
    return !inputs.some((name) => words.has(name));
  });
}

/** So many random models of all bricks. */
export function graphCases(count: number): Case[] {
  const found: { readonly document: Document; readonly plan: Plan }[] = [];
  for (let seed = 7_000_000; found.length < count; seed++) {
    const document = randomGraph(seed);
    const plan = compile(document, library);
    if (computes(plan)) found.push({ document, plan });
  }
  return found.map(({ document, plan }, number): Case => {
    const name = `random graph ${number}`;
    const given = givenFor(plan, name, { inputRange: 1, zeroSteps: 0 });
    const rest = {
      script: '',
      rows: [],
      inner: {},
      application: null,
      starts: false,
      calls: null,
      mask: null,
      webgpu: false,
    };
    return { ...rest, group: 'random graphs', name, plan, given, fit: fitFor(plan, document.training, given, name) };
  });
}
