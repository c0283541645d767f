import { type AnyBrick, defineBrick, initialParams } from '../../src/brick/brick';
import { layer } from '../../src/brick/fields';
import { needsRank } from '../../src/brick/shape';

const adapts = (brick: AnyBrick) => brick.traits?.(initialParams(brick), [[1]]).adapts === true;
/** Any layer with one input. What is a model or a wrapper itself keeps to its own place, and what learns of the data first. */
const accepts = (brick: AnyBrick) =>
  brick.inputs === 1 && brick.wraps === undefined && brick.nested === undefined && !adapts(brick);

export default defineBrick({
  type: 'timeDistributed',
  category: 'wrapper',
  layer: { tfjs: 'timeDistributed', keras: 'TimeDistributed' },
  page: 'recurrent_layers/time_distributed',
  also: '타임스텝마다, 시간 분산',
  inputs: 1,
  params: { layer: layer({ type: 'dense', params: { units: 10 } }) },
  face: ['layer'],
  everyday: true,
  positional: ['layer'],
  traits: () => ({ mask: 'passes', wrapsOnly: true }),
  own: () => 'recurrent/timeDistributed',
  wraps: {
    accepts,
    inner: ([x]) => needsRank(x, 2, 3, 4, 5).slice(1),
    shape: (inner, [x]) => [x![0]!, ...inner],
    copies: [''],
    // Statistics are others at every step, a stateful layer goes on from step to step.
    args: ({ call: { traits } }) => (traits.statistics || traits.stateful ? { oneByOne: true } : {}),
  },
  shape: ([x]) => needsRank(x, 2, 3, 4, 5),
  docs: {
    en: {
      name: 'TimeDistributed',
      about: 'Applies the brick inside to every time step, with the same weights: e.g. a convolution to every frame.',
      params: { layer: 'The brick that is applied to every step' },
    },
    ko: {
      name: 'TimeDistributed',
      about: '안에 든 브릭을 타임스텝마다 같은 가중치로 적용해요. 예를 들어 동영상의 프레임마다 합성곱을 적용해요.',
      params: { layer: '타임스텝마다 적용할 브릭' },
    },
  },
  examples: [
    { params: {}, in: [[8, 16]], out: [8, 10], weights: 170 },
    {
      params: {
        layer: { type: 'conv2d', params: { filters: 32, kernelSize: [2, 2], strides: [1, 1], activation: 'relu' } },
      },
      in: [[null, 32, 32, 1]],
      out: [null, 31, 31, 32],
      weights: 160,
    },
    { params: { layer: { type: 'flatten', params: {} } }, in: [[3, 4, 5]], out: [3, 20], weights: 0 },
    { params: {}, in: [[1, 3]], out: [1, 10], weights: 40 },
  ],
});
