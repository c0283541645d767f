import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { serialization } from '../tfjsLayers';

const hardSigmoid = (x: Tensor) => x.add(3).clipByValue(0, 6).div(6);

/**
 * Activations of Keras 3 that TensorFlow.js lacks, and `hardSigmoid`, which it computes as Keras 2 did. Importing this
 * file is enough: tf.layers finds them by name.
 */
const functions: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  leakyRelu: (x) => x.leakyRelu(0.2),
  celu: (x) => x.elu(),
  exponential: (x) => x.exp(),
  hardSigmoid,
  // As Keras 1 and 2 had it.
  legacyHardSigmoid: (x) => x.mul(0.2).add(0.5).clipByValue(0, 1),
  hardSilu: (x) => x.mul(hardSigmoid(x)),
  hardTanh: (x) => x.clipByValue(-1, 1),
  hardShrink: (x) => x.mul(x.abs().sub(0.5).step()),
  softShrink: (x) => x.sub(x.clipByValue(-0.5, 0.5)),
  tanhShrink: (x) => x.sub(x.tanh()),
  logSigmoid: (x) => x.neg().softplus().neg(),
  squareplus: (x) => x.add(x.square().add(4).sqrt()).div(2),
  // (x + 1)² / 4 between −1 and 1, and from there on x.
  sparsePlus: (x) => x.clipByValue(-1, 1).add(1).square().div(4).add(x.sub(1).relu()),
  sparseSigmoid: (x) => x.add(1).div(2).clipByValue(0, 1),
};

for (const [name, compute] of Object.entries(functions)) {
  serialization.registerClass(
    class extends serialization.Serializable {
      static readonly className = name;

      /** What tf.layers calls. */
      apply(x: Tensor): Tensor {
        return tidy(() => compute(x));
      }

      override getConfig() {
        return {};
      }
    },
  );
}
