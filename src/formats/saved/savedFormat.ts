/** `keras`: Keras 3's `.keras`; `h5`: its legacy `.h5`; `weights`: `.weights.h5`; `tfjs`: `model.json` and shards in a zip. */
export type SavedFormat = 'keras' | 'h5' | 'weights' | 'tfjs';

export const savedFormats: readonly SavedFormat[] = ['keras', 'h5', 'tfjs', 'weights'];

/** What a file of each format is called, after the model's name. */
export const savedEndings: Readonly<Record<SavedFormat, string>> = {
  keras: '.keras',
  h5: '.h5',
  weights: '.weights.h5',
  tfjs: '.tfjs.zip',
};
