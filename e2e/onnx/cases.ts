import { compile } from '../../src/compile/compile';
import { type Plan, ownWeights } from '../../src/compile/plan';
import { emptyDocument } from '../../src/document/document';
import { buildTemplate, isArchitecture } from '../../src/document/template';
import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { selectBackend } from '../../src/engine/backend/backend';
import { refuseUnfitSizes } from '../../src/engine/input/unfitSizes';
import { buildModel, disposeModel } from '../../src/engine/model/model';
import { setWeights } from '../../src/engine/model/trainableModel';
import { ExportRefused } from '../../src/exporters/exportRefused';
import { onnxFiles } from '../../src/exporters/onnx/onnxFiles';
import { onnxModel } from '../../src/exporters/onnx/onnxModel';
import { library, templates } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import { allCases } from '../keras/cases/cases';
import { type Given, givenFor } from '../keras/cases/given';
import { valuesOf } from '../keras/cases/numbers';

/** One model with weights and inputs. */
export interface OnnxCase {
  readonly group: string;
  readonly name: string;
  readonly plan: Plan;
  readonly given: Given;
}

/** Inputs of words that no Embedding looks up are whole numbers below this, too: the file takes no others. */
const mostWords = 20;

function named(group: string, name: string, plan: Plan): OnnxCase {
  const given = givenFor(plan, name, { inputRange: 1 });
  const inputs = given.inputs.map((input, at) => {
    const step = plan.steps.find((one) => one.name === plan.inputs[at]!)!;
    const words = step.call.args['dtype'] === 'int32' && !input.whole;
    return words ? { ...input, low: 0, high: mostWords, whole: true } : input;
  });
  return { group, name, plan, given: { ...given, inputs } };
}

/** Architectures with small pictures. */
export const smallArchitectures = () =>
  templates.filter(isArchitecture).map((template) => {
    const side = Math.max(48, template.architecture.minimum);
    const options = { includeTop: false, pooling: 'avg', inputShape: [side, side, 3], alpha: 0.25 };
    const taken = Object.entries(options).filter(([name]) => name in template.options);
    return { name: template.id, document: buildTemplate(template, Object.fromEntries(taken)) };
  });

/** All that the Keras check computes with, architectures with small pictures, and so many random graphs. */
export function onnxCases(whole: boolean, graphs: number): OnnxCase[] {
  const given = allCases({ whole, every: 1 }).flatMap(({ group, name, plan, given: numbers }) =>
    numbers === null ? [] : [{ group, name, plan, given: numbers }],
  );
  const random = Array.from({ length: graphs }, (_, seed) =>
    named('random graphs', `random ${seed}`, compile(randomGraph(seed), library)),
  );
  const architectures = smallArchitectures().map(({ name, document }) =>
    named('architectures', name, compile(document, library)),
  );
  return [...given, ...architectures, ...random];
}

function weightsOf({ plan, given }: OnnxCase) {
  const all = plan.steps.flatMap((step) =>
    ownWeights(step).map(({ name, shape }, index) => {
      return [`${step.name}/${name}`, { shape, values: valuesOf(given.weights[step.name]![index]!) }] as const;
    }),
  );
  return Object.fromEntries(all);
}

export interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What the exporter writes: the file, or the reason why not. */
export function written(one: OnnxCase): { readonly bytes: Uint8Array } | { readonly refused: string } {
  try {
    const files = onnxFiles({ document: emptyDocument(one.name), plan: one.plan }, weightsOf(one));
    return { bytes: files['model.onnx'] as Uint8Array };
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    const { code, data } = error.trouble;
    return { refused: code === 'layerRefused' ? `${data.layer}: ${data.reason}` : code };
  }
}

/** The kinds of operators in the file. */
export function operatorsOf({ name, plan }: OnnxCase): string[] {
  const { nodes } = onnxModel({ document: emptyDocument(name), plan }, null);
  return [...new Set(nodes.map(({ op }) => op))].toSorted();
}

interface Answers {
  readonly inputs: readonly Numbers[];
  readonly outputs: readonly Numbers[];
}

/** Inputs, and what our engine answers to them when predicting, on cpu; or why it does not. */
export async function computed(one: OnnxCase): Promise<Answers | { readonly error: string }> {
  try {
    return answersTo(one);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function answersTo(one: OnnxCase): Answers {
  const inputs = one.given.inputs.map((input) => ({ shape: input.shape, values: valuesOf(input) }));
  const built = buildModel(one.plan);
  setWeights(built, weightsOf(one));
  refuseUnfitSizes(
    built,
    inputs.map(({ shape }) => shape.slice(1)),
  );
  const outputs = tidy(() => {
    const tensors = inputs.map(({ shape, values }) => tensor(values, [...shape]));
    const answer = built.model.apply(tensors.length === 1 ? tensors[0]! : tensors, { training: false });
    return [answer].flat().map((output) => {
      const numbers = output as Tensor;
      return { shape: numbers.shape, values: Float32Array.from(numbers.dataSync()) };
    });
  });
  disposeModel(built);
  return { inputs, outputs };
}

/** The cpu backend with our kernels. */
export const onCpu = () => selectBackend('cpu', null);
