import { defineBrick } from '../../src/brick/brick';
import type { Arguments } from '../../src/brick/call';
import { number, optionalNumber } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

interface Params {
  readonly maxValue: number | null;
  readonly negativeSlope: number;
  readonly threshold: number;
}

/** tf.layers' ReLU knows an upper limit only. */
const plain = ({ negativeSlope, threshold }: Params) => negativeSlope === 0 && threshold === 0;

export default defineBrick({
  type: 'relu',
  category: 'activation',
  thin: true,
  layer: { tfjs: 'reLU', keras: 'ReLU' },
  page: 'activation_layers/relu',
  also: '렐루, 활성화 함수, 액티베이션',
  drawing: 'relu',
  inputs: 1,
  own: (params) => (plain(params) ? null : 'activation/slopedReLU'),
  params: {
    maxValue: optionalNumber({ min: 0 }),
    negativeSlope: number(0, { min: 0, step: 0.1 }),
    threshold: number(0, { min: 0, step: 0.1 }),
  },
  face: ['maxValue'],
  positional: ['maxValue'],
  traits: () => ({ activation: 'relu', mask: 'passes' }),
  shape: ([x]) => needsRank(x, 1, 2, 3, 4, 5),
  args: (params): Arguments => (plain(params) ? { maxValue: params.maxValue } : { ...params }),
  kerasArgs: (params): Arguments => ({ ...params }),
  docs: {
    en: {
      name: 'ReLU',
      about: 'Keeps positive values and sets negative ones to zero; with a maximum of 6 it is MobileNet’s ReLU6.',
      params: {
        maxValue: 'Maximum output value; empty: no limit',
        negativeSlope: 'Slope below the threshold; 0 makes these values zero',
        threshold: 'Values up to this one count as negative',
      },
    },
    ko: {
      name: 'ReLU',
      about: '양수는 그대로 두고 음수는 0으로 만들어요. 최댓값을 6으로 두면 MobileNet의 ReLU6가 돼요.',
      params: {
        maxValue: '출력의 최댓값. 비우면 제한 없음',
        negativeSlope: '임계값보다 작은 값의 기울기. 0이면 모두 0이 됨',
        threshold: '기준값. 이 값 이하는 음수처럼 처리',
      },
    },
  },
  examples: [
    { params: {}, in: [[14, 14, 8]], out: [14, 14, 8], weights: 0 },
    { params: { maxValue: 6 }, in: [[10]], out: [10], weights: 0 },
    { params: { maxValue: 3, negativeSlope: 0.2, threshold: 0.5 }, in: [[4, 3]], out: [4, 3], weights: 0 },
  ],
});
