import { type Shape, shapeText } from '../../brick/shape';
import type { Wordings } from './wordings';

const ranks: Readonly<Record<number, string>> = {
  0: 'a single value',
  1: 'a vector',
  2: 'a sequence (steps × features)',
  3: 'an image (height × width × channels)',
};
const axes = ['height', 'width', 'number of channels'] as const;
const count = (value: number) => value.toLocaleString('en-US');

// Where a vector is taken, it is what people mean; that Dense takes sequences too would only confuse.
const ranksEn = (expected: readonly number[]) =>
  (expected.includes(1) ? [1] : expected).map((rank) => ranks[rank] ?? `a tensor of ${rank} axes`).join(' or ');

const axisEn = (axis: number, shape: Shape) => (shape.length === 3 && axes[axis] ? axes[axis] : `axis ${axis + 1}`);

/** What is wrong, in English: what was expected, what came, the way out. */
export const problemsEn: Wordings = {
  rank: (name, { expected, shape }) => `${name} needs ${ranksEn(expected)}, but its input is ${shapeText(shape)}.`,
  windowTooLarge: (name, { axis, size, window, shape }) =>
    `The window of ${name} is ${window} in ${axis}, but the input ${shapeText(shape)} has only ${size}. ` +
    'Use a smaller window, or padding “same”.',
  inputsDiffer: (name, { shapes, axis }) =>
    axis === null
      ? `All inputs of ${name} must have the same shape; these are ${shapes.map(shapeText).join(' and ')}. Change one of the bricks before it.`
      : `The inputs of ${name} must agree in ${axisEn(axis, shapes[0]!)}; these are ${shapes.map(shapeText).join(' and ')}. Change one of the bricks before it.`,
  elementsDiffer: (name, { from, to, have, need }) =>
    `${name} must keep the number of values: ${shapeText(from)} has ${count(have)}, but ${shapeText(to)} needs ${count(need)}. ` +
    'Change the target shape.',
  unknownAxis: (name, { axis, shape }) =>
    `${name} must know the ${axisEn(axis, shape)} of its input, but it is not fixed in ${shapeText(shape)}. Set it in the input brick.`,
  axisOutside: (name, { axis, shape }) =>
    `${name} works along axis ${axis}, but ${shapeText(shape)} has ${shape.length} axes. Choose an axis from 1 to ${shape.length}, or −1 for the last.`,
  tooFewInputs: (name, { need, have }) =>
    `${name} needs at least ${need} inputs; ${have === 0 ? 'none is' : have === 1 ? 'one is' : `${have} are`} connected. Connect more bricks to it.`,
  tooManyInputs: (name, { most, have }) =>
    `${name} takes ${most} inputs; ${have} are connected. Disconnect the others.`,
  pictureTooSmall: (name, { shape, minimum }) =>
    `${name} needs an image of at least ${minimum}×${minimum}; its input is ${shapeText(shape)}. Enlarge the input.`,
  channels: (name, { shape, expected }) =>
    `${name} needs ${expected} channels; ${shapeText(shape)} has ${String(shape.at(-1) ?? '?')}. Change the input brick.`,
  parameterMismatch: (name, { param, value, allowed }) =>
    `${param} of ${name} is ${value}, which does not fit its other settings or its input. Allowed: ${allowed}.`,
  unknownLayer: (name, { param, layer, nearest }) =>
    `${param} of ${name} is “${layer}”, but there is no such layer in it.${nearest === null ? '' : ` The closest name is ${nearest}.`} Choose one of its layers.`,
  weightsSource: (name, { weights, architecture, fitting }) =>
    `There are no ${weights} weights for ${architecture}; ${name} can start from ${fitting}, a file or random weights.`,
  weightsFile: (name) =>
    `${name} starts from a file, but no file is chosen. Choose one under Weights…, or use random weights.`,
  weightsAlpha: (name, { alpha, published }) =>
    `Keras publishes weights of this architecture for alpha ${published.join(', ')}; ${name} has ${alpha}. Choose one of these, or use random weights.`,
  weightsClasses: (name, { classes, expected }) =>
    `With its original classifier and these weights, ${name} has ${expected} classes, not ${classes}. Set includeTop to off and add your own head, or set classes to ${expected}.`,
  weightsSize: (name, { shape, sizes }) =>
    `With its original classifier and these weights, ${name} takes images of ${sizes.map((size) => `${size}×${size}`).join(' or ')}; its input is ${shapeText(shape)}. Change the input, or set includeTop to off.`,
  missingInput: (name, { port }) =>
    port === 0
      ? `Nothing is connected to ${name}. Connect a brick to it, or an input.`
      : `Input ${port + 1} of ${name} is open. Connect a brick to it.`,
  loose: (name) => `${name} is not connected, so it is not part of the model. Connect it, or remove it.`,
  cycle: (_, { through }) =>
    `The connections form a cycle: ${[...through, through[0]!].join(' → ')}. Remove one of them.`,
  placeholder: (name, { layer }) =>
    `“${name}” keeps the place of a ${layer}, with its settings; DeepBrick does not compute it. Put a brick in its place to train, predict or export.`,
  unknownBrick: (name, { type }) =>
    `${name} is a brick of type “${type}”, which this version does not know. It is kept as it is; use a newer version, or remove it.`,
  parameter: (name, { param, value, allowed }) =>
    `${param} of ${name} is ${value}. ${allowed === '' ? 'This brick has no settings: take it out.' : `Allowed: ${allowed}.`}`,
  unexpectedInput: (name, { from }) =>
    `${name} is an input brick and takes no input, but ${from} is connected to it. Remove the connection.`,
  doubleInput: (name, { from }) =>
    `${name} takes one input, but ${from.join(' and ')} are connected to it. Keep one, or merge them with Add or Concatenate.`,
  danglingEdge: (name, { from }) => `${name} is connected to ${from}, which does not exist. Remove the connection.`,
  noInput: () => 'The model has no input. Add an image or a vector input and connect it.',
  openBatch: (name) =>
    `${name} keeps its state from batch to batch, so every batch needs the same size: set a fixed batch size in the sequence input, or switch stateful off.`,
  maskRefused: (name, { from }) =>
    `${name} takes no mask of time steps, but one comes from ${from}. Give the layer before it the activation softmax instead, or make no mask.`,
  wholeRefused: (name, { from }) =>
    `${name} computes with fractions, but whole numbers come from ${from}. Put an Embedding or a Rescaling between them, or take a vector input.`,
  sharedShape: (name, { of, expected, got }) =>
    `${name} shares its weights with ${of}, which is built for ${shapeText(expected)}, but ${shapeText(got)} comes in here. Bring the same shape to both, or give ${name} weights of its own.`,
  sharedMask: (name, { of }) =>
    `${name} shares its weights with ${of}, but a mask of time steps comes to one of them only. Bring a mask to both or to neither, or give ${name} weights of its own.`,
  unknownArchitecture: (name, { architecture }) =>
    `${name} uses the architecture “${architecture}”, which this version does not know. Choose another one.`,
};
