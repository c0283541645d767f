import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import type { Document, Json, Start } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { initialTraining } from '../../document/training';
import { compile } from '../../compile/compile';
import { toKeras } from './keras';

const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);
const script = (document: Document, changes: Partial<Document['training']> = {}) =>
  toKeras(compile(document, library), { ...document.training, ...changes });
const withParams = (document: Document, name: string, params: Readonly<Record<string, Json>>, trainable = true) => {
  const node = document.nodes[name]!;
  const changed = { ...node, trainable, params: { ...node.params, ...params } };
  return { ...document, nodes: { ...document.nodes, [name]: changed } };
};

describe('the recipe of transfer learning', () => {
  test('cats and dogs: frozen VGG16, then block5 at a tenth of the learning rate', () => {
    const code = script(template('vgg16-transfer'));
    expect(code).toContain('weights="imagenet"');
    expect(code).toContain('    model.get_layer("vgg16").trainable = False\n');
    expect(code).toContain('HEAD_RATE, FINE_TUNE_RATE = 0.0001, 0.00001\n');
    expect(code).toContain('FINE_TUNED = (\n    "block5_conv1",\n    "block5_conv2",\n    "block5_conv3",\n)\n');
    expect(code).toContain('return keras.applications.vgg16.preprocess_input(images)');
    expect(code).toContain('label_mode="binary"');
    expect(code).not.toContain('augmentation');
    expect(code).toContain('model.save("cats_and_dogs_vgg16.keras")');
  });

  test('what is fine-tuned in the editor is what the second phase trains', () => {
    const partly = { trainableLayers: 'from', trainableFrom: 'block5_conv3' };
    const code = script(withParams(template('vgg16-transfer'), 'vgg16', partly));
    expect(code).toContain('FINE_TUNED = (\n    "block5_conv3",\n)\n');
    expect(code).toContain('HEAD_RATE, FINE_TUNE_RATE = 0.001, 0.0001\n');
    expect(code).toContain('for layer in model.get_layer("vgg16").layers:');
  });

  test('augmentation becomes layers, and only training photos go through them', () => {
    const augmentation = { ...initialTraining.augmentation, enabled: true, verticalFlip: true, brightnessRange: 0.3 };
    const code = script(template('transfer'), { augmentation });
    for (const layer of [
      'RandomFlip("horizontal_and_vertical")',
      'RandomRotation(0.083333, fill_mode="nearest")',
      'RandomTranslation(0.1, 0.1, fill_mode="nearest")',
      'RandomZoom(0.2, 0.2, fill_mode="nearest")',
      'RandomShear(x_factor=0.003491, fill_mode="nearest")',
      'RandomBrightness(0.3, value_range=(0, 255))',
    ])
      expect(code).toContain(`    layers.${layer},\n`);
    expect(code.match(/augmentation\(/g)).toHaveLength(1);
    expect(code).toContain(
      'train = train.map(lambda images, labels: (prepare(augmentation(images, training=True)), labels))',
    );
  });

  test('a file of one’s own lies beside the script', () => {
    const own = { weights: 'file', weightsFile: 'a'.repeat(64) };
    expect(script(withParams(template('vgg16-transfer'), 'vgg16', own, false))).toContain('weights="vgg16.h5"');
  });

  test('bricks of an architecture take its weights by name', () => {
    const weights: Start = { source: 'imagenet', architecture: 'mobilenet', includeTop: true, alpha: 1, file: '' };
    const code = script({ ...template('mobilenet'), weights });
    expect(code).toContain('def load_pretrained(model):');
    expect(code).toContain('keras.applications.MobileNet(\n        weights="imagenet",\n        include_top=True,');
    expect(code).toContain('    load_pretrained(model)\n');
    expect(code).not.toContain('train_only');
  });

  test('an explicit preparation is the one that is printed', () => {
    expect(script(template('transfer'), { preprocessing: 'torch' })).toContain(
      'preprocess_input(images, mode="torch")',
    );
    expect(script(template('transfer'), { preprocessing: 'scale' })).toContain('layers.Rescaling(1 / 255)(images)');
  });

  test('models that start at random keep their short script', () => {
    expect(script(template('vgg16'))).not.toContain('photos');
    expect(script(withParams(template('vgg16-transfer'), 'vgg16', { weights: 'random' }, false))).not.toContain(
      'photos',
    );
  });

  test('names of layers, bricks and titles stay inside their strings', () => {
    const hostile = 'x"); import os; os.system("echo';
    const document = template('vgg16-transfer');
    const { vgg16, ...others } = document.nodes;
    const renamed = (name: string) => (name === 'vgg16' ? hostile : name);
    const edges = document.edges.map((edge) => ({ ...edge, from: renamed(edge.from), to: renamed(edge.to) }));
    const code = script({ ...document, title: hostile, nodes: { ...others, [hostile]: vgg16! }, edges });
    const bare = code.replace(/^ *#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '');
    expect(bare).not.toMatch(/system\(|import os|os\.system/);
  });
});
