// Digits CNN: TensorFlow.js, exported by DeepBrick.
import * as tf from "@tensorflow/tfjs";

/** Builds the model with fresh weights. */
export function createModel(): tf.LayersModel {
  const digit = tf.input({ name: "digit", shape: [28, 28, 1] });
  const conv2d = tf.layers
    .conv2d({
      name: "conv2d",
      filters: 8,
      kernelSize: [5, 5],
      activation: "relu",
      kernelInitializer: "glorotUniform",
    })
    .apply(digit) as tf.SymbolicTensor;
  const maxPooling2d = tf.layers
    .maxPooling2d({
      name: "max_pooling2d",
      poolSize: [2, 2],
      strides: [2, 2],
    })
    .apply(conv2d) as tf.SymbolicTensor;
  const conv2d_1 = tf.layers
    .conv2d({
      name: "conv2d_1",
      filters: 16,
      kernelSize: [3, 3],
      activation: "relu",
      kernelInitializer: "glorotUniform",
    })
    .apply(maxPooling2d) as tf.SymbolicTensor;
  const maxPooling2d_1 = tf.layers
    .maxPooling2d({
      name: "max_pooling2d_1",
      poolSize: [2, 2],
      strides: [2, 2],
    })
    .apply(conv2d_1) as tf.SymbolicTensor;
  const flatten = tf.layers
    .flatten({ name: "flatten" })
    .apply(maxPooling2d_1) as tf.SymbolicTensor;
  const predictions = tf.layers
    .dense({
      name: "predictions",
      units: 10,
      activation: "softmax",
      kernelInitializer: "glorotUniform",
    })
    .apply(flatten) as tf.SymbolicTensor;

  return tf.model({ inputs: digit, outputs: predictions, name: "digits_cnn" });
}
