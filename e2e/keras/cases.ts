import * as tf from '@tensorflow/tfjs';
import { brickList, bricks } from '../../bricks/index';
import { initialParams } from '../../src/brick/brick';
import { compile } from '../../src/compile/compile';
import { toKeras } from '../../src/compile/keras';
import type { Plan, Step } from '../../src/compile/plan';
import { stepOf } from '../../src/compile/step';
import type { Document, Node } from '../../src/document/document';
import { type AnyTemplate, buildTemplate, parseOptions } from '../../src/document/template';
import { buildModel, setWeights } from '../../src/engine/model';
import { library, templates } from '../../templates/index';
import type { Setting } from './grid/combinations';
import { grid } from './grid/index';
import { type Packed, numbersFor, pack } from './numbers';
import { inputStep, realArguments } from './realLayer';

/** What a layer must be in Keras. */
interface Row {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  readonly parameters: number;
  readonly weights: readonly (readonly number[])[];
}

/** One model for Keras: its script, what its layers must be, and numbers to compute with. */
export interface Case {
  readonly group: string;
  readonly name: string;
  readonly script: string;
  readonly rows: readonly Row[];
  readonly inner: Readonly<Record<string, readonly Row[]>>;
  /** Also compared row by row: a call of `keras.applications`. */
  readonly application: { readonly name: string; readonly settings: object } | null;
  /** Weights by layer, inputs in order, and what tfjs computes from them; null where only shapes are compared. */
  readonly numbers: Numbers | null;
}

interface Numbers {
  readonly weights: Readonly<Record<string, readonly Packed[]>>;
  readonly inputs: readonly Packed[];
  readonly output: Packed;
  /** What tfjs's regularizer and constraint make of the kernel. */
  readonly penalty: number | null;
  readonly constrained: Packed | null;
}

const workshop = { library, compile: (document: Document) => compile(document, library) };
const batch = 2;

function planFor({ type, params, in: shapes }: Setting): Plan {
  const inputs = shapes.map((shape, port) => inputStep(`input_${port}`, shape));
  const node = { type, params: { ...initialParams(bricks[type]!), ...params }, trainable: true, at: [0, 0] } as Node;
  const outcome = stepOf('brick', node, inputs, [], workshop);
  if (!('step' in outcome)) throw new Error(`${type}: ${outcome.code} ${JSON.stringify(outcome.data)}`);
  const { step } = outcome;
  return {
    title: type,
    steps: [...inputs, step],
    inputs: shapes.length === 0 ? ['brick'] : inputs.map(({ name }) => name),
    outputs: ['brick'],
    totals: { parameters: step.parameters, trainable: step.trainableParameters, nonTrainable: 0 },
    shapes: {},
    issues: [],
    blocked: [],
  };
}

const rowsOf = ({ steps }: Plan) =>
  steps.map(({ name, shape, parameters, weights }): Row => ({
    name,
    shape,
    parameters,
    weights: weights.map((weight) => weight.shape),
  }));

const sizeOf = (shape: readonly (number | null)[]) => shape.reduce<number>((product, size) => product * (size ?? 1), 1);

function weightsFor({ name, weights }: Step, seed: string): Packed[] {
  return weights.map((weight) => {
    // A variance is positive; the others take both signs.
    const [low, high] = weight.name === 'movingVariance' ? [0.5, 2] : [-0.5, 0.5];
    return pack(weight.shape, numbersFor(`${seed}/${name}/${weight.name}`, sizeOf(weight.shape), low, high));
  });
}

const valuesOf = ({ base64 }: Packed) => new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
const tensorOf = (packed: Packed) => tf.tensor(valuesOf(packed), [...packed.shape]);

function packed(tensor: tf.Tensor): Packed {
  return pack(tensor.shape, Float32Array.from(tensor.dataSync()));
}

interface KernelRules {
  readonly kernelRegularizer?: { apply(kernel: tf.Tensor): tf.Tensor } | null;
  readonly kernelConstraint?: { apply(kernel: tf.Tensor): tf.Tensor } | null;
}

/** What tfjs's rules for the kernel make of it; times 5, so that no constraint is met already. */
function rulesOf(step: Step, kernel: Packed | undefined): Pick<Numbers, 'penalty' | 'constrained'> {
  const { kernelRegularizer, kernelConstraint } = realArguments(step.call.args) as KernelRules;
  if (!kernel) return { penalty: null, constrained: null };
  const large = tensorOf(kernel).mul(5);
  return {
    penalty: kernelRegularizer ? kernelRegularizer.apply(large).dataSync()[0]! : null,
    constrained: kernelConstraint ? packed(kernelConstraint.apply(large)) : null,
  };
}

/** Weights and inputs for a plan, and its output from the engine's own model on tfjs's cpu backend. */
function numbersOf(plan: Plan, seed: string, range: number): Numbers {
  const built = buildModel(plan);
  const weights = Object.fromEntries(plan.steps.map((step) => [step.name, weightsFor(step, seed)]));
  const data = plan.steps.flatMap((step) =>
    step.weights.map(({ name, shape }, index) => {
      const values = Float32Array.from(valuesOf(weights[step.name]![index]!));
      return [`${step.name}/${name}`, { shape, values }] as const;
    }),
  );
  setWeights(built, Object.fromEntries(data));
  const inputs = plan.inputs.map((name) => {
    const { shape } = plan.steps.find((step) => step.name === name)!;
    const whole = [batch, ...shape.map((size) => size ?? 1)];
    return pack(whole, numbersFor(`${seed}/${name}`, sizeOf(whole), -range, range));
  });
  const given = inputs.map(tensorOf);
  const output = packed(built.model.predict(given.length === 1 ? given[0]! : given) as tf.Tensor);
  built.model.dispose();
  const last = plan.steps.at(-1)!;
  return { weights, inputs, output, ...rulesOf(last, weights[last.name]?.[0]) };
}

function settingCase(setting: Setting): Case {
  const plan = planFor(setting);
  const name = `${setting.type} ${JSON.stringify(setting.params)} on ${JSON.stringify(setting.in)}`;
  const step = plan.steps.at(-1)!;
  return {
    group: setting.type,
    name,
    script: toKeras(plan),
    rows: rowsOf(plan),
    inner: step.nested ? { [step.name]: rowsOf(step.nested) } : {},
    application: null,
    numbers: step.nested || step.inputs.length === 0 ? null : numbersOf(plan, name, step.type === 'activation' ? 6 : 2),
  };
}

function templateCase(template: AnyTemplate, options: Readonly<Record<string, unknown>>, forward: boolean): Case {
  const plan = compile(buildTemplate(template, options), library);
  const name = `${template.id} ${JSON.stringify(options)}`;
  return {
    group: 'templates',
    name,
    script: toKeras(plan),
    rows: rowsOf(plan),
    inner: {},
    application: template.backbone
      ? { name: template.backbone.keras, settings: parseOptions(template, options) }
      : null,
    numbers: forward ? numbersOf(plan, name, 1) : null,
  };
}

const variants: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { classes: 10 },
  { includeTop: false },
  { includeTop: false, pooling: 'avg' },
  { includeTop: false, pooling: 'max' },
  { includeTop: false, inputShape: [240, 240, 3] },
  { includeTop: false, inputShape: [32, 32, 1] },
];

/** Everything that real Keras is asked about. */
export async function allCases(): Promise<readonly Case[]> {
  await tf.setBackend('cpu');
  const examples = brickList.flatMap(({ type, examples }) =>
    examples.map((example): Setting => ({ type, params: example.params, in: example.in })),
  );
  return [
    ...[...examples, ...grid].map(settingCase),
    ...templates.flatMap((template) =>
      template.backbone
        ? variants.map((options) => templateCase(template, options, false))
        : [templateCase(template, {}, true)],
    ),
  ];
}
