import { type Training, trainingSchema } from '../../../document/training';
import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import type { ImportNote } from '../../importer';
import type { Config, Json, KerasGraph, KerasTraining } from '../../kerasGraph/kerasGraph';
import type { TorchText } from '../torchModels';
import { trainingLoops } from './loops';

/** How code for PyTorch trains its model. */
export interface TorchTraining {
  readonly keras: KerasTraining | null;
  /** The activation that the loss has inside, or takes the logarithm of. */
  readonly activation: 'softmax' | 'sigmoid' | null;
  readonly loss: string | null;
  readonly document: Partial<Training>;
  readonly dropped: readonly ImportNote[];
}

/** Losses by PyTorch's classes: Keras's, and the activation that is inside. */
const losses: Readonly<Record<string, readonly [loss: string, inside: TorchTraining['activation']]>> = {
  CrossEntropyLoss: ['sparse_categorical_crossentropy', 'softmax'],
  NLLLoss: ['sparse_categorical_crossentropy', 'softmax'],
  BCEWithLogitsLoss: ['binary_crossentropy', 'sigmoid'],
  BCELoss: ['binary_crossentropy', null],
  MSELoss: ['mean_squared_error', null],
  L1Loss: ['mean_absolute_error', null],
  SmoothL1Loss: ['huber', null],
  HuberLoss: ['huber', null],
};

/** The same as functions. */
const functions: Readonly<Record<string, string>> = {
  cross_entropy: 'CrossEntropyLoss',
  nll_loss: 'NLLLoss',
  binary_cross_entropy_with_logits: 'BCEWithLogitsLoss',
  binary_cross_entropy: 'BCELoss',
  mse_loss: 'MSELoss',
  l1_loss: 'L1Loss',
  smooth_l1_loss: 'SmoothL1Loss',
};

/** The loss with what it was made with: smoothing asks for rows, which class numbers become here anyway. */
function kerasLossOf({ session }: TorchText, name: string, keras: string): Json {
  const given = session.losses.find((each) => each.name === name)?.given;
  const smoothing = numberIn(given?.get('label_smoothing'));
  if (smoothing !== null && smoothing !== 0)
    return { class_name: 'CategoricalCrossentropy', config: { label_smoothing: smoothing } };
  const delta = numberIn(given?.get('delta'));
  return delta !== null && keras === 'huber' ? { class_name: 'Huber', config: { delta } } : keras;
}

/** Optimizers by PyTorch's classes: Keras's, and PyTorch's own learning rate. */
const optimizers: Readonly<Record<string, readonly [name: string, rate: number]>> = {
  Adam: ['Adam', 0.001],
  AdamW: ['AdamW', 0.001],
  SGD: ['SGD', 0.001],
  RMSprop: ['RMSprop', 0.01],
  Adagrad: ['Adagrad', 0.01],
  Adadelta: ['Adadelta', 1],
  Adamax: ['Adamax', 0.002],
  NAdam: ['Nadam', 0.002],
};

/** What PyTorch's AdamW takes away by itself. */
const torchDecay = 0.01;

const numberIn = (value: Value | undefined) => (value?.kind === 'number' ? value.value : null);

function optimizerOf({ session }: TorchText): {
  readonly chosen: Json | null;
  readonly dropped: readonly ImportNote[];
} {
  const [first, ...others] = session.optimizers;
  // Several train several models.
  if (!first || others.length > 0) return { chosen: null, dropped: [] };
  const known = Object.hasOwn(optimizers, first.name) ? optimizers[first.name]! : null;
  const left = (setting: string, value: string): ImportNote => ({
    code: 'trainingSetting',
    where: null,
    data: { setting, value },
  });
  if (!known) return { chosen: null, dropped: [left('optimizer', first.name)] };
  const number = (name: string) => numberIn(first.given.get(name));
  const decay = number('weight_decay');
  const config: Record<string, Json> = { learning_rate: number('lr') ?? known[1] };
  const momentum = number('momentum');
  if (momentum !== null) config['momentum'] = momentum;
  // Only AdamW's is Keras's; that of others is added to the gradients.
  if (first.name === 'AdamW') config['weight_decay'] = decay ?? torchDecay;
  const isLeft = first.name !== 'AdamW' && decay !== null && decay !== 0;
  const dropped = isLeft ? [left('weight_decay', String(decay))] : [];
  return { chosen: { class_name: known[0], config: config as Config }, dropped };
}

/** The loss that the text names; null where it names several, or none. */
function lossIn({ session, code }: TorchText): string | null {
  const called = [...code.text.matchAll(/\bF\.(\w+)\s*\(/g)].flatMap(([, name]) =>
    Object.hasOwn(functions, name!) ? [functions[name!]!] : [],
  );
  const found = new Set([...session.losses.map(({ name }) => name), ...called]);
  return found.size === 1 ? [...found][0]! : null;
}

function epochsIn(text: TorchText): number | null {
  const { machine, statements } = text;
  machine.renew();
  for (const values of trainingLoops(statements)) {
    try {
      const range = machine.evaluate(values, machine.globals);
      if (range.kind === 'range') return Math.max(1, Math.ceil((range.stop - range.start) / range.step));
    } catch (error) {
      // Names of a function are not known out here.
      if (!(error instanceof CodeError)) throw error;
    }
  }
  return ['epochs', 'num_epochs', 'n_epochs', 'EPOCHS', 'NUM_EPOCHS', 'max_epochs']
    .map((name) => numberIn(machine.globals.get(name)))
    .reduce((found, value) => found ?? value, null);
}

/** What the text says of training. */
export function trainingFrom(text: TorchText): TorchTraining {
  const { session } = text;
  const { chosen, dropped } = optimizerOf(text);
  const name = lossIn(text);
  const known = name !== null && Object.hasOwn(losses, name) ? losses[name]! : null;
  const strange: readonly ImportNote[] =
    name !== null && !known ? [{ code: 'trainingSetting', where: null, data: { setting: 'loss', value: name } }] : [];
  const [batch] = session.batchSizes;
  const epochs = epochsIn(text);
  const isSaid = chosen !== null || known !== null;
  const keras: KerasTraining = {
    ...(chosen ? { optimizer: chosen } : {}),
    ...(known ? { loss: kerasLossOf(text, name!, known[0]) } : {}),
    ...(epochs === null ? {} : { epochs }),
    ...(batch === undefined ? {} : { batchSize: batch }),
  };
  const seed = trainingSchema.shape.seed.safeParse(session.seed);
  return {
    keras: isSaid || epochs !== null || batch !== undefined ? keras : null,
    activation: known?.[1] ?? null,
    loss: name,
    document: seed.success ? { seed: seed.data } : {},
    dropped: [...dropped, ...strange],
  };
}

/** A model whose last activation is inside the loss has it itself: this is what the loss here takes. */
export function withLossActivation(
  given: KerasGraph,
  { keras, activation, loss }: TorchTraining,
): { readonly graph: KerasGraph; readonly notes: readonly ImportNote[] } {
  const graph = { ...given, training: keras };
  const [output, ...others] = graph.outputs;
  const last = graph.layers.find(({ name }) => name === output?.layer);
  if (activation === null || loss === null || others.length > 0 || !output || !last) return { graph, notes: [] };
  const own = last.config['activation'];
  const note = (where: string): ImportNote => ({ code: 'lossActivation', where, data: { activation, loss } });
  const replaced = (config: Config) => ({
    graph: { ...graph, layers: graph.layers.map((layer) => (layer === last ? { ...layer, config } : layer)) },
    notes: [note(last.name)],
  });
  const isUsed = graph.layers.some(({ calls }) =>
    calls.some(({ inputs }) => inputs.some(({ layer }) => layer === last.name)),
  );
  // The logarithm of it is the loss's here.
  if (own === 'log_softmax' && activation === 'softmax') return replaced({ ...last.config, activation });
  if (own === activation || last.className === 'Softmax') return { graph, notes: [] };
  if (/^(Dense|Conv\dD)$/.test(last.className) && own === undefined && !isUsed)
    return replaced({ ...last.config, activation });
  const name = graph.layers.some((layer) => layer.name === activation) ? `${last.name}_${activation}` : activation;
  const added = {
    name,
    className: 'Activation',
    module: 'keras.layers',
    config: { activation },
    calls: [{ inputs: [output], kwargs: {} }],
  };
  return {
    graph: { ...graph, layers: [...graph.layers, added], outputs: [{ layer: name, call: 0, tensor: 0 }] },
    notes: [note(name)],
  };
}
