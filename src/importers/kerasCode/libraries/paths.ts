/** Modules that hold Keras under another name. */
const kerasHomes =
  /^(tensorflow\.(compat\.v\d\.|python\.|_api\.v2\.|contrib\.|api\.)*keras|tf_keras|keras_core|keras\.(src|api)(\.v\d)?|keras\._tf_keras\.keras)(?=\.|$)/;

/** A path as Keras 3 has it: `tensorflow.keras.layers` is `keras.layers`. */
export function plainPath(path: string): string {
  let plain = path.replace(/^\.+/, '').replace(/^tf(?=\.|$)/, 'tensorflow');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(kerasHomes, 'keras');
  }
  return plain;
}
