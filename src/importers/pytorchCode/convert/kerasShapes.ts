import type { Operation } from '../../onnx/operation';
import { pad } from '../../onnx/operators/resizing';
import { pictureAt } from '../../onnx/operators/windows';
import { identity } from '../../onnx/value';
import { openSize } from '../trace/trace';
import { className, configOf } from './kerasNode';

/** A layer that takes a picture, which may have another size afterwards. */
export function picture(operation: Operation): void {
  const input = pictureAt(operation, 0);
  const { name } = operation.layer(className(operation), configOf(operation), [input]);
  const size = operation.ints('out')!.slice(2);
  const dims = size.map((each) => (each === openSize ? null : each));
  operation.give({ ...input, layer: name, dims: [...input.dims.slice(0, 2), ...dims] });
}

/** A layer that takes everything as Keras has it, and gives it another shape. */
export function shaped(operation: Operation): void {
  const given = operation.conversion.turned(operation.straight(0), identity(operation.straight(0).axes.length));
  const { name } = operation.layer(className(operation), configOf(operation), [given]);
  const dims = operation.ints('out')!.map((size, at) => (at === 0 || size === openSize ? null : size));
  operation.give({ kind: 'tensor', layer: name, axes: identity(dims.length), dims });
}

export function rescaling(operation: Operation): void {
  const config = { scale: operation.float('scale', 1), offset: operation.float('offset', 0) };
  operation.giveEach('Rescaling', config, operation.tensor(0));
}

export function dot(operation: Operation): void {
  const inputs = [0, 1].map((at) =>
    operation.conversion.turned(operation.straight(at), identity(operation.straight(at).axes.length)),
  );
  const axes = operation.ints('axes')!;
  const config = { axes, normalize: operation.int('normalize', 0) === 1 };
  const { name } = operation.layer('Dot', config, inputs);
  const sizes = inputs.flatMap(({ dims }, at) => dims.filter((_, axis) => axis > 0 && axis !== axes[at]));
  const dims = [null, ...(sizes.length === 0 ? [1] : sizes)];
  operation.give({ kind: 'tensor', layer: name, axes: identity(dims.length), dims });
}

/** Zeros around a picture, as a layer of the node's own name. */
export function zeroPadding(operation: Operation): void {
  const { conversion, node } = operation;
  pad(operation);
  const value = conversion.values.get(node.outputs[0]!);
  const draft = value?.kind === 'tensor' ? conversion.layers.get(value.layer) : undefined;
  if (value?.kind !== 'tensor' || draft?.className.startsWith('ZeroPadding') !== true) throw operation.unfit();
  conversion.layers.delete(draft.name);
  operation.give({ ...value, layer: conversion.layer(node.name, draft.className, draft.config, draft.inputs).name });
}

/** Axes in another order, as a layer. */
export function permute(operation: Operation): void {
  const value = operation.straight(0);
  const perm = operation.ints('perm') ?? [];
  const input = operation.conversion.turned(value, identity(value.axes.length));
  if (perm[0] !== 0) throw operation.unfit();
  const { name } = operation.layer('Permute', { dims: perm.slice(1) }, [input]);
  const dims = perm.map((axis) => input.dims[axis]!);
  operation.give({ kind: 'tensor', layer: name, axes: identity(perm.length), dims });
}
