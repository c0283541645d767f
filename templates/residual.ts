import activation from '../bricks/activation/activation';
import add from '../bricks/merge/add';
import conv2d from '../bricks/convolution/conv2d';
import dense from '../bricks/core/dense';
import globalAveragePooling2d from '../bricks/pooling/globalAveragePooling2d';
import inputImage from '../bricks/data/inputImage';
import maxPooling2d from '../bricks/pooling/maxPooling2d';
import { type Place, defineTemplate } from '../src/document/template';

/** Two convolutions and a shortcut around them; a 1×1 convolution fits the shortcut where the size changes. */
function residualBlock(place: Place, name: string, x: string, filters: number, stride: number): string {
  return place.block(name, () => {
    const strides = [stride, stride] as const;
    let y = place(conv2d, { filters, strides, padding: 'same', activation: 'relu' }, x, `${name}_conv1`);
    y = place(conv2d, { filters, padding: 'same' }, y, `${name}_conv2`);
    const shortcut = stride === 1 ? x : place(conv2d, { filters, kernelSize: [1, 1], strides }, x, `${name}_shortcut`);
    const sum = place(add, {}, [shortcut, y], `${name}_add`);
    return place(activation, { activation: 'relu' }, sum, `${name}_out`);
  });
}

export default defineTemplate({
  id: 'residual',
  title: 'Residual network',
  group: 'start',
  paper: 'https://arxiv.org/abs/1512.03385',
  about: {
    en: 'A small residual network for digits: shortcuts add a block’s input to its output (after He et al., 2015).',
    ko: '숫자를 위한 작은 잔차 신경망이에요. 잔차 연결이 블록의 입력을 출력에 더해요 (He 외, 2015의 방식).',
  },
  options: {},
  optionWords: { en: {}, ko: {} },
  expect: { output: [10], weights: 19_562 },
  build(place) {
    let x = place(inputImage, {}, [], 'digit');
    x = place(conv2d, { filters: 16, padding: 'same', activation: 'relu' }, x, 'stem');
    x = place(maxPooling2d, {}, x, 'stem_pool');
    x = residualBlock(place, 'res1', x, 16, 1);
    x = residualBlock(place, 'res2', x, 32, 2);
    x = place(globalAveragePooling2d, {}, x);
    place(dense, { units: 10, activation: 'softmax' }, x, 'predictions');
  },
});
