import { CodeError } from '../codeError';
import type { Layer } from '../values/value';

/** Sizes that the first layer of a model often gets. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/^Embedding$/, '100'],
  [/(LSTM|GRU|RNN|1D|Bidirectional)$/, '100x1'],
  [/3D|ConvLSTM/, '16x64x64x3'],
  [/2D|^Random|^(Resizing|CenterCrop|Rescaling)$/, '224x224x3'],
  [/^Flatten$/, '28x28'],
];

function firstOf({ model, base }: Layer, depth = 0): string {
  const first = model?.sequence?.[0];
  return first && depth < 16 ? firstOf(first, depth + 1) : base;
}

/** Why a model has no tensors: one of its layers could not be called, or nothing says what goes into it. */
export function noInput(model: Layer, line: number): CodeError {
  if (model.model?.trouble) return model.model.trouble;
  const first = firstOf(model);
  const [, suggestion = '10'] = usual.find(([known]) => known.test(first)) ?? [];
  return new CodeError('noInput', line, { model: model.name, suggestion });
}
