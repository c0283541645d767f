import type { InnerLayer } from '../../../brick/call';
import { activationOf } from '../activations';
import type { Asked, LayerPrinter, LayerPrinters, Printed, TorchTensor } from '../layer';
import { LayerRefused, construct } from '../layer';
import type { PythonPart } from '../python/part';
import { bidirectional, gru, lstm, perStep, simpleRnn } from '../python/recurrent';

const parts: Readonly<Record<string, PythonPart>> = { LSTM: lstm, GRU: gru, SimpleRNN: simpleRnn };

const unlessZero = (value: unknown) => (Number(value ?? 0) === 0 ? null : String(value));

/** The module alone, with what it needs. */
function moduleOf({ call, inputShapes }: Pick<Asked, 'call' | 'inputShapes'>): Pick<Printed, 'module' | 'parts'> {
  const { keras, kerasArgs: given } = call;
  if (given['stateful'] === true) throw new LayerRefused('stateful', keras);
  const activate = activationOf(given['activation'], 'last');
  const gate = activationOf(given['recurrentActivation'], 'last');
  const callable = (one: string | null, usual: string) => (one === usual ? null : (one ?? 'nn.Identity()'));
  const module = construct(keras, [inputShapes[0]!.at(-1)!, Number(given['units'])], {
    activation: callable(activate.callable, 'torch.tanh'),
    gate_activation: given['recurrentActivation'] === undefined ? null : callable(gate.callable, 'torch.sigmoid'),
    bias: given['useBias'] === false ? 'False' : null,
    return_sequences: given['returnSequences'] === true ? 'True' : null,
    go_backwards: given['goBackwards'] === true ? 'True' : null,
    dropout: unlessZero(given['dropout']),
    recurrent_dropout: unlessZero(given['recurrentDropout']),
    reset_after: given['resetAfter'] === false ? 'False' : null,
  });
  return { module, parts: [parts[keras]!, ...activate.parts, ...gate.parts] };
}

const tensorsOf = (given: Asked['call']['kerasArgs'], before = '', of = ''): TorchTensor[] =>
  Object.entries({ kernel: 'kernel', recurrent_kernel: 'recurrentKernel', bias: 'bias' })
    .filter(([path]) => path !== 'bias' || given['useBias'] !== false)
    .map(([path, name]) => ({
      path: `${before}${path}`,
      of: `${of}${name}`,
      ...(path === 'bias' && { starts: 'zeros' as const }),
    }));

const called = ([x, mask]: readonly string[], self: string) => `${self}(${x}${mask === undefined ? '' : `, ${mask}`})`;

const recurrent: LayerPrinter = (asked) => ({
  takes: 'last',
  ...moduleOf(asked),
  tensors: tensorsOf(asked.call.kerasArgs),
  forward: called,
});

const insideOf = ({ call }: Asked): InnerLayer => {
  const value = call.kerasArgs['layer'];
  if (typeof value === 'object' && value !== null && 'role' in value && value.role === 'layer') return value.layer;
  throw new Error(`${call.keras} has no layer inside.`);
};

const both: LayerPrinter = (asked) => {
  const inner = insideOf(asked);
  const { module, parts: needed } = moduleOf(inner);
  const merge = String(asked.call.kerasArgs['mergeMode']);
  return {
    takes: 'last',
    module: construct('Bidirectional', [module!, module!], { merge: merge === 'concat' ? null : `"${merge}"` }),
    tensors: [
      ...tensorsOf(inner.call.kerasArgs, 'forward_layer.', 'forward/'),
      ...tensorsOf(inner.call.kerasArgs, 'backward_layer.', 'backward/'),
    ],
    forward: called,
    parts: [bidirectional, ...needed!],
  };
};

/** Prints a layer inside: its input and output lie as Keras has them. */
export const timeDistributed =
  (print: LayerPrinter): LayerPrinter =>
  (asked) => {
    const inner = insideOf(asked);
    const printed = print({
      ...inner,
      inputShapes:
        asked.inputShapes.length > 1 ? [...inner.inputShapes, asked.inputShapes[1]!.slice(1)] : inner.inputShapes,
      weights: asked.weights,
      trainable: asked.trainable,
      arriving: { layout: 'last', flattened: null },
    });
    const oneByOne = asked.call.args['oneByOne'] === true;
    const rank = inner.inputShapes[0]!.length;
    return {
      ...printed,
      takes: 'last',
      gives: 'last',
      forward([x, mask], self) {
        const value = printed.takes === 'first' && rank > 1 ? 'x.movedim(-1, 1)' : 'x';
        const inside = printed.forward(mask === undefined ? [value] : [value, 'mask'], self);
        const gives = printed.gives ?? printed.takes;
        const back = gives === 'first' && inner.shape.length > 1 ? `${wrapped(inside)}.movedim(1, -1)` : inside;
        const given = mask === undefined ? 'x' : 'x, mask';
        const layer = back === `${self}(${given})` ? self : `lambda ${given}: ${back}`;
        const rest = `${mask === undefined ? '' : `, ${mask}`}${oneByOne ? ', one_by_one=True' : ''}`;
        return `per_step(${layer}, ${x}${rest})`;
      },
      parts: [perStep, ...(printed.parts ?? [])],
    };
  };

/** An expression that a method can be called on. */
const wrapped = (text: string) => (/^[\w.]+(\(.*\))?$/.test(text) ? text : `(${text})`);

export const recurrents: LayerPrinters = {
  LSTM: recurrent,
  GRU: recurrent,
  SimpleRNN: recurrent,
  Bidirectional: both,
};
