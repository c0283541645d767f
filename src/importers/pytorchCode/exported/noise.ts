import type { Config, Json } from '../../kerasGraph/kerasGraph';
import type { Value } from '../../kerasCode/values/value';
import type { Arguments } from '../arguments';
import type { LayerKind } from '../modules/layerClass';
import { emit } from '../operations/operation';
import { type LayerForm, emitLayer } from './emitLayer';

const layer = (
  signature: string,
  form: LayerForm,
  className: string,
  config: (given: Arguments) => Config,
): LayerKind => ({
  signature,
  run: ({ given, trace, input }) => emitLayer(trace, given, form, className, config(given), input),
});

/** A number, or a pair of numbers, as an argument of Keras. */
function plain(value: Value): Json {
  if (value.kind === 'number' || value.kind === 'string') return value.value;
  return 'items' in value ? value.items.map(plain) : null;
}

const settings = (names: readonly string[]) => (given: Arguments) =>
  Object.fromEntries(names.map((name) => [name, plain(given.value(name))]));

/** What lies outside, and between two pixels. */
const sampling = "fill_mode='reflect' interpolation='bilinear' fill_value=0.0";
const sampled = settings(['fill_mode', 'interpolation', 'fill_value']);

const flips: Readonly<Record<string, string>> = {
  '3': 'horizontal',
  '2': 'vertical',
  '2,3': 'horizontal_and_vertical',
};

/** Layers of `layers.py` that change numbers or pictures while a model is trained, and what is added to the loss. */
export const exportedNoise: Readonly<Record<string, LayerKind>> = {
  GaussianNoise: layer('stddev', 'Each', 'GaussianNoise', settings(['stddev'])),
  GaussianDropout: layer('rate', 'Each', 'GaussianDropout', settings(['rate'])),
  RandomFlip: layer('dims', 'Picture', 'RandomFlip', (given) => {
    const mode = flips[given.wholes('dims').join()];
    if (mode === undefined) throw given.refuse('dims');
    return { mode };
  }),
  RandomBrightness: layer('factor value_range', 'Picture', 'RandomBrightness', settings(['factor', 'value_range'])),
  RandomContrast: layer('factor value_range', 'Picture', 'RandomContrast', settings(['factor', 'value_range'])),
  RandomRotation: layer(`factor ${sampling}`, 'Picture', 'RandomRotation', (given) => ({
    ...settings(['factor'])(given),
    ...sampled(given),
  })),
  RandomTranslation: layer(`height width ${sampling}`, 'Picture', 'RandomTranslation', (given) => ({
    height_factor: plain(given.value('height')),
    width_factor: plain(given.value('width')),
    ...sampled(given),
  })),
  RandomZoom: layer(`height width ${sampling}`, 'Picture', 'RandomZoom', (given) => ({
    height_factor: plain(given.value('height')),
    width_factor: plain(given.value('width')),
    ...sampled(given),
  })),
  PReLU: {
    signature: '*shape',
    weights: (given) => ({ weight: given.wholes('shape') }),
    run: (call) =>
      emit(call.trace, call.given, 'KerasSlopes', [call.input], {}, call.input.dims, {
        own: true,
        more: [call.weight('weight')],
      }),
  },
  ActivityPenalty: {
    signature: 'l1 l2',
    run: ({ given, trace, input }) =>
      emit(
        trace,
        given,
        'ActivityPenalty',
        [input],
        { config: JSON.stringify({ l1: given.number('l1'), l2: given.number('l2') }) },
        input.dims,
        { own: true },
      ),
  },
};
