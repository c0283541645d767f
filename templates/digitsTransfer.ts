import dense from '../bricks/core/dense';
import inputImage from '../bricks/data/inputImage';
import pretrainedBackbone from '../bricks/pretrained/pretrainedBackbone';
import { defineTemplate } from '../src/document/template';
import { optimizerSettings } from '../src/document/training/trainingChoices';

/** The classic exercise: what was learnt on the digits 0 to 4 tells the digits 5 to 9 apart. */
export default defineTemplate({
  id: 'digits-transfer',
  title: 'Digits: transfer from 0–4 to 5–9',
  names: { en: 'Digits: transfer from 0–4 to 5–9', ko: '숫자 전이 학습: 0–4에서 5–9로' },
  group: 'start',
  about: {
    en: 'A frozen backbone that knows the digits 0 to 4, and one new layer that learns 5 to 9 in seconds. Works offline.',
    ko: '숫자 0–4를 배운 백본을 동결하고, 새 층 하나로 5–9를 몇 초 만에 학습해요. 오프라인에서도 돼요.',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [5], weights: 35_189 },
  training: {
    dataset: 'digits-5-9',
    epochs: 6,
    batchSize: 32,
    optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 0.005 } },
  },
  frozen: ['backbone'],
  build(place) {
    let x = place(inputImage, {}, [], 'digit');
    const backbone = { architecture: 'digits-backbone', weights: 'digits', pooling: 'avg' } as const;
    x = place(pretrainedBackbone, backbone, x, 'backbone');
    place(dense, { units: 5, activation: 'softmax' }, x, 'predictions');
  },
});
