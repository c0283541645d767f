// Digits CNN: TensorFlow.js, exported by DeepBrick.
import * as tf from "@tensorflow/tfjs";

/** What a layer makes of a value, or of several. */
function apply(
  x: tf.SymbolicTensor | tf.SymbolicTensor[],
  layer: tf.layers.Layer,
): tf.SymbolicTensor {
  return layer.apply(x) as tf.SymbolicTensor;
}

/** Builds the model with fresh weights. */
export function createModel(): tf.LayersModel {
  const digit = tf.input({ name: "digit", shape: [28, 28, 1] });
  let x = apply(
    digit,
    tf.layers.conv2d({
      name: "conv2d",
      filters: 8,
      kernelSize: [5, 5],
      activation: "relu",
      kernelInitializer: "glorotUniform",
    }),
  );
  x = apply(
    x,
    tf.layers.maxPooling2d({ name: "max_pooling2d", poolSize: [2, 2] }),
  );
  x = apply(
    x,
    tf.layers.conv2d({
      name: "conv2d_1",
      filters: 16,
      kernelSize: [3, 3],
      activation: "relu",
      kernelInitializer: "glorotUniform",
    }),
  );
  x = apply(
    x,
    tf.layers.maxPooling2d({ name: "max_pooling2d_1", poolSize: [2, 2] }),
  );
  x = apply(x, tf.layers.flatten({ name: "flatten" }));
  const predictions = apply(
    x,
    tf.layers.dense({
      name: "predictions",
      units: 10,
      activation: "softmax",
      kernelInitializer: "glorotUniform",
    }),
  );

  return tf.model({ inputs: digit, outputs: predictions, name: "digits_cnn" });
}
