import { defineBrick } from '../../src/brick/brick';
import { numbers } from '../../src/brick/numbersField';
import { encodedOrWhole, encodedShape, encodingWords } from '../../src/brick/layers/encoded';
import { ShapeError } from '../../src/brick/shape';

export default defineBrick({
  type: 'discretization',
  category: 'augmentation',
  layer: { tfjs: 'discretization', keras: 'Discretization' },
  page: 'preprocessing_layers/numerical/discretization',
  also: '구간, 이산화, 버킷, 비닝, bins, buckets, binning, bucketize',
  drawing: 'ranges',
  inputs: 1,
  own: () => 'preparation/discretization',
  params: { binBoundaries: numbers([0], { rising: true }), outputMode: encodedOrWhole() },
  // What it would learn of the data is in the boundaries.
  without: { numBins: null, epsilon: null, sparse: false },
  always: ['binBoundaries'],
  face: ['binBoundaries', 'outputMode'],
  traits: ({ outputMode }) => ({ scales: true, positions: 'new', ...(outputMode === 'int' && { givesWhole: true }) }),
  shape([x], { binBoundaries, outputMode }) {
    const data = { param: 'binBoundaries', value: '[]', allowed: '[0, …]' };
    if (binBoundaries.length === 0) throw new ShapeError('parameterMismatch', data);
    return encodedShape(x, outputMode, binBoundaries.length + 1);
  },
  // Without boundaries it could only be adapted: then there are none here either.
  fromKeras: ({ binBoundaries }) => (binBoundaries == null ? { binBoundaries: [] } : {}),
  docs: {
    en: {
      name: 'Discretization',
      about: 'Tells in which of several ranges a number lies, such as age groups, and gives the number of that range.',
      params: {
        binBoundaries: 'Where one range ends and the next begins, in rising order',
        outputMode: encodingWords.en.orWhole,
      },
    },
    ko: {
      name: 'Discretization',
      about: '숫자가 어느 구간에 있는지 알려 줘요. 나이를 연령대로 바꿀 때처럼 구간 번호를 내보내요.',
      params: { binBoundaries: '구간이 나뉘는 값, 작은 것부터', outputMode: encodingWords.ko.orWhole },
    },
  },
  examples: [
    { params: { binBoundaries: [-1, 0, 1.5] }, in: [[4]], out: [4], weights: 0 },
    { params: { binBoundaries: [0, 1], outputMode: 'one_hot' }, in: [[1]], out: [3], weights: 0 },
    { params: { binBoundaries: [0, 1], outputMode: 'one_hot' }, in: [[4, 2]], out: [4, 2, 3], weights: 0 },
    { params: { binBoundaries: [-1, 0, 1], outputMode: 'multi_hot' }, in: [[6]], out: [4], weights: 0 },
    { params: { binBoundaries: [-1, 0, 1], outputMode: 'count' }, in: [[6]], out: [4], weights: 0 },
  ],
});
