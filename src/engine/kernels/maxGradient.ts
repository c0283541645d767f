import {
  type GradConfig,
  Max,
  type Tensor,
  type TensorInfo,
  registerGradient,
  tidy,
  unregisterGradient,
  util,
} from '@tensorflow/tfjs-core';

/**
 * The gradient of a maximum over axes is shared evenly by all values that are as large, as Keras has it on every backend
 * (`reduce_max` of JAX and TensorFlow, `amax` of torch). TensorFlow.js gives each of them all of it: padded texts, whose steps
 * are alike, would learn many times as fast.
 */
const shared: GradConfig = {
  kernelName: Max,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc(dy, [x, y], attributes) {
    const axes = util.parseAxisParam(attributes['reductionIndices'] as number[], x!.shape);
    const kept = x!.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    return {
      x: (): TensorInfo & Tensor =>
        tidy(() => {
          const largest = x!.equal(y!.reshape(kept)).toFloat();
          return largest.mul((dy as Tensor).reshape(kept)).div(largest.sum(axes, true));
        }),
    };
  },
};

/** Registers it in place of TensorFlow.js's own. */
export function repairMaxGradient(): void {
  unregisterGradient(Max);
  registerGradient(shared);
}
