import { type Tensor, tensor, tidy, transpose } from '@tensorflow/tfjs-core';
import { compile } from '../../../src/compile/compile';
import type { Document } from '../../../src/document/document';
import { buildModel, disposeModel } from '../../../src/engine/model/model';
import { setWeights } from '../../../src/engine/model/trainableModel';
import { graphDocument } from '../../../src/importers/kerasGraph/graphDocument';
import { Unfit } from '../../../src/importers/onnx/conversion';
import { type Converted, convert } from '../../../src/importers/onnx/convert';
import { readModel } from '../../../src/importers/onnx/file/readModel';
import type { ImportTrouble } from '../../../src/importers/importer';
import { library } from '../../../templates/index';

export interface Numbers {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** What became of an ONNX file: why it is refused, what is wrong with its document, or how far its answers are off. */
export type Opened = { readonly refused: ImportTrouble } | { readonly wrong: string } | { readonly gap: number };

/** The axes of a layer's tensor as ONNX has them, and back. */
const placesOf = (axes: readonly number[]) =>
  axes
    .flatMap((axis, at) => (axis < 0 ? [] : [[axis, at] as const]))
    .toSorted(([one], [other]) => one - other)
    .map(([, at]) => at);

export function difference(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (got.length !== wanted.length) return Infinity;
  let gap = 0;
  for (let at = 0; at < wanted.length; at++) {
    const [one, other] = [got[at]!, wanted[at]!];
    const apart = Math.abs(one - other);
    // Relative or absolute, whichever is smaller.
    const own = Object.is(one, other) ? 0 : Math.min(apart, apart / Math.max(1e-9, Math.abs(other)));
    gap = Math.max(gap, Number.isNaN(own) ? Infinity : own);
  }
  return gap;
}

/** What a converted model answers; `document`: made of it already. */
export function answers(
  { graph, drafts, inputAxes, outputAxes }: Converted,
  inputs: readonly Numbers[],
  document: Document | null = null,
): { readonly wrong: string } | readonly Float32Array[] {
  const imported = document === null ? graphDocument(graph, library) : null;
  if (imported && !imported.ok) throw new Unfit(imported.error);
  const plan = compile(document ?? imported!.value.document, library);
  const issue = plan.issues.find(({ severity }) => severity === 'error');
  if (issue) return { wrong: JSON.stringify(issue) };
  const found = new Map(drafts.map((draft) => [draft.name, draft.weights]));
  const weights = Object.fromEntries(
    plan.steps.flatMap((step) =>
      step.weights.map(({ name }, at) => [`${step.name}/${name}`, found.get(step.name)![at]!] as const),
    ),
  );
  const built = buildModel(plan);
  setWeights(built, weights);
  const outputs = tidy(() => {
    const own = inputs.map(({ shape, values }, at) => {
      const given = tensor(Float32Array.from(values), [...shape]);
      const places = placesOf(inputAxes[at]!);
      return places.length === shape.length ? transpose(given, places) : given;
    });
    const ordered = plan.inputs.map((name) => own[graph.inputs.findIndex(({ layer }) => layer === name)]!);
    const answer = [built.model.apply(ordered.length === 1 ? ordered[0]! : ordered, { training: false })].flat();
    return graph.outputs.map(({ layer }, at) => {
      const place = plan.outputs.indexOf(layer);
      const output = answer[place < 0 ? plan.outputs.indexOf(`${layer}_output`) : place] as Tensor;
      const places = placesOf(outputAxes[at]!);
      const back = places.map((_, axis) => places.indexOf(axis));
      const turned =
        places.length === output.rank && back.every((axis) => axis >= 0) ? transpose(output, back) : output;
      return Float32Array.from(turned.dataSync());
    });
  });
  disposeModel(built);
  return outputs;
}

/** Opens an ONNX file and asks the model these inputs, all in ONNX's own layout. */
export function openedAnswers(bytes: Uint8Array, inputs: readonly Numbers[], outputs: readonly Numbers[]): Opened {
  try {
    const got = answers(convert(readModel(bytes, new Map())!, 'model'), inputs);
    if ('wrong' in got) return got;
    return { gap: Math.max(...outputs.map(({ values }, at) => difference(got[at]!, values))) };
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.trouble };
    throw error;
  }
}
