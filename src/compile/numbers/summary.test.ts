import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../../e2e/documents/chain';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../document/template';
import { compile } from '../compile';
import { summaryRows, summaryText } from './summary';

const vgg16 = templates.find(({ id }) => id === 'vgg16')!;

/** Facts of keras.applications.VGG16: layer, class, output shape, parameters. */
const rows = `
input_layer InputLayer 224,224,3 0
block1_conv1 Conv2D 224,224,64 1792
block1_conv2 Conv2D 224,224,64 36928
block1_pool MaxPooling2D 112,112,64 0
block2_conv1 Conv2D 112,112,128 73856
block2_conv2 Conv2D 112,112,128 147584
block2_pool MaxPooling2D 56,56,128 0
block3_conv1 Conv2D 56,56,256 295168
block3_conv2 Conv2D 56,56,256 590080
block3_conv3 Conv2D 56,56,256 590080
block3_pool MaxPooling2D 28,28,256 0
block4_conv1 Conv2D 28,28,512 1180160
block4_conv2 Conv2D 28,28,512 2359808
block4_conv3 Conv2D 28,28,512 2359808
block4_pool MaxPooling2D 14,14,512 0
block5_conv1 Conv2D 14,14,512 2359808
block5_conv2 Conv2D 14,14,512 2359808
block5_conv3 Conv2D 14,14,512 2359808
block5_pool MaxPooling2D 7,7,512 0
flatten Flatten 25088 0
fc1 Dense 4096 102764544
fc2 Dense 4096 16781312
predictions Dense 1000 4097000`;

describe('summary', () => {
  test('VGG16, row by row as in Keras', () => {
    const plan = compile(buildTemplate(vgg16), library);
    const told = summaryRows(plan).map((row) => [row.name, row.layer, row.shape.join(','), row.parameters].join(' '));
    expect(told).toEqual(rows.trim().split('\n'));
    expect(summaryText(plan)).toContain('Total params: 138,357,544 (527.79 MB)\n');
  });

  test('a nested backbone is one row, or all its layers', () => {
    const plan = compile(frozenHead(), library);
    expect(summaryText(plan)).toBe(`Model: "Cats and dogs"
___________________________________________________
Layer (type)        Output Shape         Param #
===================================================
photo (InputLayer)  (None, 224, 224, 3)  0
vgg16 (Functional)  (None, 7, 7, 512)    14714688
flatten (Flatten)   (None, 25088)        0
dense (Dense)       (None, 512)          12845568
dropout (Dropout)   (None, 512)          0
dense_1 (Dense)     (None, 1)            513
===================================================
Total params: 27,560,769 (105.14 MB)
Trainable params: 12,846,081 (49.00 MB)
Non-trainable params: 14,714,688 (56.13 MB)
___________________________________________________
`);
    const expanded = summaryRows(plan, { expandNested: true });
    expect(expanded).toHaveLength(6 + 19);
    expect(expanded[3]).toMatchObject({ name: 'block1_conv1', depth: 1, parameters: 1792 });
    expect(summaryText(plan, { expandNested: true })).toContain('\n  block1_conv1 (Conv2D) ');
  });

  test('a model with branches says what is connected to what', () => {
    const residual = templates.find(({ id }) => id === 'residual')!;
    const text = summaryText(compile(buildTemplate(residual), library));
    expect(text).toContain('Connected to');
    expect(text).toMatch(/\(Add\) .* \w+, \w+\n/);
  });

  test('wide characters and line breaks keep the columns', () => {
    const plan = compile(
      chain('a\nb', [
        ['inputVector', '입력', { shape: [4] }],
        ['dense', 'x\ny', { units: 2 }],
      ]),
      library,
    );
    const lines = summaryText(plan).split('\n');
    expect(lines[0]).toBe('Model: "a b"');
    expect(lines.slice(4, 6)).toEqual(['입력 (InputLayer)  (None, 4)     0', 'x y (Dense)        (None, 2)     10']);
  });
});
