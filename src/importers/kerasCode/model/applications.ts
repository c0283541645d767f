import type { Json as ConfigJson, Config } from '../../kerasGraph/kerasGraph';
import { compile } from '../../../compile/compile';
import { kerasOrder } from '../../../compile/kerasOrder';
import type { Step } from '../../../compile/plan';
import { type ArchitectureTemplate, buildTemplate, initialOptions, optionsOf } from '../../../document/template';
import { kerasConfig } from '../../../formats/saved/kerasJson';
import type { BatchShape, Call, Layer, NativeValue, Tensor, Value } from '../values/value';
import { freshLayer } from '../values/make';
import { recorded } from './connect';
import { inputTensor } from './inputTensor';
import { emptyBody } from '../keras/layer';
import { nameIn } from '../keras/layerClass';
import { modelLayer } from './models';
import { plainValue } from '../keras/plain';
import { outputShape } from './shapes';
import { byName, signatureOf } from '../keras/signatures';
import { tensorsIn } from './tensor';

/** A function of `keras.applications`. */
export function applicationFunction(name: string): NativeValue {
  return { kind: 'native', name, keras: 'Model', run: (call) => applicationModel(name, call) };
}

/** Arguments that say which model it is, as plain values. */
function optionsIn(given: ReadonlyMap<string, Value>, name: string, line: number): Config {
  const config: Record<string, ConfigJson> = {};
  for (const [argument, value] of given) {
    if (argument === 'name' || argument === 'input_tensor') continue;
    // A file of weights may be anywhere: which model it is does not depend on it.
    config[argument] =
      argument === 'weights' && value.kind === 'unknown'
        ? null
        : plainValue(value, { line, wanted: `${name}.${argument}` });
  }
  return config;
}

/** A pretrained model with its layers under their names; of one that is not known here, only the name. */
function applicationModel(name: string, call: Call): Layer {
  const { machine, line } = call;
  const signature = signatureOf('applications', name) ?? [];
  const given = byName(signature, call, name);
  const config = optionsIn(given, name, line);
  const [tensor] = tensorsIn(given.get('input_tensor'));
  const template = Object.values(machine.library.architectures).find(
    ({ architecture }) => architecture.keras?.model === name,
  );
  const own = signature.find(([argument]) => argument === 'name')?.[1];
  const title = nameIn(given, line) ?? (typeof own === 'string' ? own : machine.session.nameFor(name));
  const model = { ...modelLayer('Functional', title, emptyBody(null, name), line), config, given };
  machine.step(line, 100);
  if (template) fill(model, template, tensor ?? null, call);
  return model;
}

/** The shape of a picture that the call says, else Keras's own; open sizes are null. */
function pictureOf(config: Config, template: ArchitectureTemplate): BatchShape {
  const said = config['input_shape'];
  if (Array.isArray(said)) return [null, ...said.map((size: ConfigJson) => (typeof size === 'number' ? size : null))];
  if (config['include_top'] === false) return [null, null, null, 3];
  return [null, ...(initialOptions(template)['inputShape'] as readonly number[])];
}

function fill(model: Layer, template: ArchitectureTemplate, tensor: Tensor | null, call: Call): void {
  const { config } = model;
  const shape = tensor?.shape ?? pictureOf(config, template);
  const initial = initialOptions(template);
  const size = (initial['inputShape'] as readonly number[]).map((own, axis) => shape[axis + 1] ?? own);
  const wanted: Record<string, unknown> = {
    includeTop: config['include_top'] !== false,
    inputShape: size,
    ...(typeof config['classes'] === 'number' && { classes: config['classes'] }),
    ...(typeof config['alpha'] === 'number' && { alpha: config['alpha'] }),
    ...(typeof config['pooling'] === 'string' && { pooling: config['pooling'] }),
  };
  const options = optionsOf(template, wanted);
  const fits = Object.entries(options).every(
    ([name, value]) => template.options[name]!.schema.safeParse(value).success,
  );
  if (!fits) return;
  const plan = compile(buildTemplate(template, options), call.machine.library);
  if (plan.outputs.length === 0) return;
  const tensors = new Map<string, Tensor>();
  const isOpen = shape.slice(1).includes(null);
  for (const step of kerasOrder(plan)) {
    const input = step.inputs.length === 0;
    const made = input
      ? tensor?.call === null
        ? tensor
        : pictureInput(step, shape, call)
      : stepTensor(step, tensors, isOpen, call);
    tensors.set(step.name, made);
  }
  const body = model.model!;
  body.inputs = plan.inputs.map((name) => tensors.get(name)!);
  body.outputs = plan.outputs.map((name) => tensors.get(name)!);
}

const pictureInput = (step: Step, shape: BatchShape, call: Call): Tensor =>
  inputTensor(shape, { name: step.name, dtype: 'float32', line: call.line }, call.machine);

/** `isOpen`: pictures may have any size, so that the shapes are others than the step's. */
function stepTensor(
  step: Step,
  tensors: ReadonlyMap<string, Tensor>,
  isOpen: boolean,
  { line, machine }: Call,
): Tensor {
  const config = kerasConfig(step.call.kerasArgs) as Config;
  const layer = freshLayer(step.call.keras, { name: step.name, config, line });
  const inputs = step.inputs.map((name) => tensors.get(name)!);
  const open = isOpen
    ? outputShape(
        layer,
        inputs.map(({ shape }) => shape),
        machine.library,
      )
    : null;
  return recorded(layer, inputs, [open ?? [null, ...step.shape]], new Map(), line)[0]!;
}
