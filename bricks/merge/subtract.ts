import { defineBrick } from '../../src/brick/brick';
import { elementwise, mergedShape, merges, needsInputs } from '../../src/brick/layers/merge';

export default defineBrick({
  ...elementwise,
  type: 'subtract',
  layer: { tfjs: 'subtract', keras: 'Subtract' },
  page: 'merging_layers/subtract',
  also: '빼기',
  drawing: 'subtract',
  own: () => 'merge/subtract',
  traits: () => ({ range: 'free', ...merges }),
  shape(inputs) {
    needsInputs(inputs, { most: 2 });
    return mergedShape(inputs);
  },
  docs: {
    en: {
      name: 'Subtract',
      about: 'Subtracts the second input from the first, elementwise. Takes exactly two inputs.',
      params: {},
    },
    ko: {
      name: 'Subtract',
      about: '첫 번째 입력에서 두 번째 입력을 같은 위치의 값끼리 빼요. 입력은 정확히 두 개여야 해요.',
      params: {},
    },
  },
  examples: [elementwise.examples[0], elementwise.examples[2]],
});
