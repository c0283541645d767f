import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import flatten from '../../bricks/shape/flatten';
import inputVideo from '../../bricks/data/inputVideo';
import lstm from '../../bricks/recurrent/lstm';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import timeDistributed from '../../bricks/wrapper/timeDistributed';
import { type Brick, initialParams } from '../../src/brick/brick';
import type { Fields, Values } from '../../src/brick/fields';
import { defineTemplate } from '../../src/document/template';

/** A brick with these parameters as the layer that is applied to every frame. */
function everyFrame<F extends Fields>(brick: Brick<F>, params: Partial<Values<F>>) {
  return { layer: { type: brick.type, params: { ...initialParams(brick), ...params } } };
}

/** DeepBrick's example for video: the same CNN on every frame, an LSTM over the frames. */
export const video = defineTemplate({
  id: 'deepbrick-video',
  title: 'Video → classes: CNN + RNN',
  names: { en: 'Video → classes: CNN + RNN', ko: '동영상 → 클래스: CNN + RNN' },
  group: 'video',
  about: {
    en: 'Applies the same filters to every frame; an LSTM reads the frames in order. Trained on synthetic clips of a moving square.',
    ko: '모든 프레임에 같은 필터를 적용하고 LSTM이 순서대로 읽어요. 사각형이 움직이는 인공 동영상으로 학습해요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [2], weights: 3_752_866 },
  training: { dataset: 'clips', loss: 'sparseCategoricalCrossentropy', batchSize: 16 },
  build(place) {
    let x = place(inputVideo, { shape: [null, 32, 32, 1] });
    const conv = everyFrame(conv2d, { filters: 32, kernelSize: [2, 2], activation: 'relu' });
    for (const layer of [conv, everyFrame(maxPooling2d, {}), everyFrame(flatten, {})]) {
      x = place(timeDistributed, layer, x);
    }
    x = place(lstm, { units: 128 }, x);
    place(dense, { units: 2, activation: 'softmax' }, x);
  },
});
