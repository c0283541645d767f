import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import type { Said } from './mergedCode';

/** Names of bricks by the names that they have in printed code. */
export const namesInCode = ({ steps }: Plan): Said['names'] =>
  new Map([...layerNames(steps)].map(([name, code]) => [code, name]));

/** What printed code of a model says that is not whole, so that it cannot be read: the layers that are in it. */
export function printedModel(document: Document, plan: Plan): Said {
  const codeNames = layerNames(plan.steps);
  const nodes = plan.steps.map(({ name }) => [codeNames.get(name)!, document.nodes[name]!] as const);
  const edges = plan.steps.flatMap(({ name, inputs }) =>
    inputs.map((from, port) => ({ from: codeNames.get(from)!, to: codeNames.get(name)!, port })),
  );
  return { model: { ...document, nodes: Object.fromEntries(nodes), edges, blocks: {} }, names: namesInCode(plan) };
}
