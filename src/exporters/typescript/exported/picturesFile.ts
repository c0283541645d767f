/** `src/pictures.ts` of an exported project that takes pictures as they are, 0 … 1. */
export const plainPicturesFile = `import type * as tf from '@tensorflow/tfjs';

/** Are pictures given as 0 … 255, for \`pictures\` to prepare? */
export const raw = false;

/** Pictures as the model takes them. */
export const pictures = (x: tf.Tensor, _samples: ArrayLike<number>, _epoch: number | null): tf.Tensor => x;
`;

/** `src/pictures.ts` of an exported project that prepares photos and, while training, changes them at random. */
export const photoPicturesFile = `import * as tf from '@tensorflow/tfjs';
import { changeOf, changed } from './augment';
import { settings } from './settings';

/** Are pictures given as 0 … 255, for \`pictures\` to prepare? */
export const raw = true;

const row = (...values: number[]) => tf.tensor(values, [1, 1, 1, values.length]);

/** Values 0 … 255 as the pretrained model expects them (\`keras.applications.imagenet_utils.preprocess_input\`). */
function prepared(x: tf.Tensor): tf.Tensor {
  // ImageNet's colours are known of three channels only.
  const colour = x.shape[3] === 3;
  switch (settings.preprocessing) {
    case 'none':
      return x.clone();
    case 'scale':
      return x.div(255);
    case 'tf':
      return x.div(127.5).sub(1);
    case 'torch':
      return !colour ? x.div(255) : x.div(255).sub(row(0.485, 0.456, 0.406)).div(row(0.229, 0.224, 0.225));
    case 'caffe':
      return !colour ? x.clone() : x.reverse(3).sub(row(103.939, 116.779, 123.68));
  }
}

/** Pictures as the model takes them; in a training epoch under random changes. Disposes what it is given. */
export function pictures(x: tf.Tensor, samples: ArrayLike<number>, epoch: number | null): tf.Tensor {
  const { augmentation, seed } = settings;
  const result = tf.tidy(() => {
    if (epoch === null || !augmentation.enabled) return prepared(x);
    const size = [x.shape[1]!, x.shape[2]!] as const;
    const changes = Array.from(samples, (sample) => changeOf(augmentation, size, seed, epoch, sample));
    return prepared(changed(x, changes, augmentation));
  });
  x.dispose();
  return result;
}
`;
