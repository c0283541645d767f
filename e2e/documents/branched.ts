import activation from '../../bricks/activation/activation';
import add from '../../bricks/merge/add';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import concatenate from '../../bricks/merge/concatenate';
import conv2d from '../../bricks/convolution/conv2d';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import type { Document } from '../../src/document/document';
import { type Place, buildTemplate, defineTemplate } from '../../src/document/template';

/**
 * A model with `count` bricks of residual units and inception modules in stages of blocks, nested as chance has it;
 * `choose` gives whole numbers. For tests of the layout, the canvas and the summary.
 */
export function branched(count: number, choose: () => number): Document {
  const template = defineTemplate({
    id: 'branched',
    title: `Branched ${count}`,
    about: { en: '', ko: '' },
    options: {},
    optionWords: { en: {}, ko: {} },
    expect: { output: [], weights: 0 },
    build: (place) => model(place, count, choose),
  });
  return buildTemplate(template);
}

function model(place: Place, count: number, choose: () => number): void {
  const stock = { left: count - 1 };
  let units = 0;
  let x = place(inputImage, { shape: [32, 32, 3] }, [], 'picture');
  const unit = (kind: number, name: string, budget: number): number => {
    const before = stock.left;
    const put = <T>(build: () => T) => {
      stock.left--;
      return build();
    };
    const conv = (from: string) => {
      let y = put(() => place(conv2d, { filters: 8, kernelSize: [1, 1], useBias: false }, from));
      if (stock.left > 3 && kind % 2 === 0) y = put(() => place(batchNormalization, {}, y));
      return stock.left > 2 && kind % 3 === 0 ? put(() => place(activation, { activation: 'relu' }, y)) : y;
    };
    place.block(name, () => {
      if (kind % 4 === 0) {
        x = conv(x);
        x = conv(x);
      } else if (kind % 4 === 1) {
        let y = conv(x);
        y = conv(y);
        const shortcut = budget > 12 ? conv(x) : x;
        // A sum needs like channels: without a convolution of its own the shortcut is joined instead.
        const ends = [shortcut, y];
        x = put(() => (budget > 12 ? place(add, {}, ends) : place(concatenate, {}, ends)));
      } else {
        const ends = Array.from({ length: 2 + (kind % 3) }, (_, branch) => {
          let y =
            branch === 3
              ? put(() => place(maxPooling2d, { poolSize: [3, 3], strides: [1, 1], padding: 'same' }, x))
              : x;
          for (let layer = 0; layer <= branch && stock.left > 12; layer++) y = conv(y);
          return y === x ? conv(x) : y;
        });
        x = put(() => place(concatenate, {}, ends));
      }
    });
    return before - stock.left;
  };
  while (stock.left > 30) {
    const several = choose() % 3;
    if (several === 0) unit(choose(), `unit${++units}`, stock.left);
    else
      place.block(`stage${++units}`, () => {
        for (let inner = 0; inner <= several && stock.left > 30; inner++) unit(choose(), `unit${++units}`, stock.left);
      });
  }
  for (; stock.left > 0; stock.left--) x = place(conv2d, { filters: 8, kernelSize: [1, 1] }, x);
}
