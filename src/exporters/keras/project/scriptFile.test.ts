import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import type { Document, Json, Start } from '../../../document/document';
import { buildTemplate } from '../../../document/template';
import { initialTraining } from '../../../document/training';
import { dataPart } from './dataFile';
import { projectFacts } from './facts';
import { modelPart } from '../model/modelFile';
import { scriptFile } from './scriptFile';
import { trainPart } from './trainPart';

const template = (id: string) => buildTemplate(templates.find((candidate) => candidate.id === id)!);
const modelOf = (document: Document) => ({ document, plan: compile(document, library) });
const script = (document: Document, changes: Partial<Document['training']> = {}) =>
  scriptFile(modelOf({ ...document, training: { ...document.training, ...changes } }));
const withParams = (document: Document, name: string, params: Readonly<Record<string, Json>>, trainable = true) => {
  const node = document.nodes[name]!;
  const changed = { ...node, trainable, params: { ...node.params, ...params } };
  return { ...document, nodes: { ...document.nodes, [name]: changed } };
};

describe('the script', () => {
  test('of every template is made of the parts of the project, each defined once', () => {
    for (const one of templates) {
      const model = modelOf(buildTemplate(one));
      const facts = projectFacts(model, null);
      const code = scriptFile(model);
      for (const part of [dataPart(facts), modelPart(model.plan), trainPart(facts)]) {
        for (const definition of part.definitions) expect(code).toContain(`\n\n\n${definition}\n\n\n`);
      }
      const names = [...code.matchAll(/^(?:def|class) (\w+)|^(\w+) = /gm)].map(([, defined, set]) => defined ?? set);
      expect({ id: one.id, twice: names.filter((name, at) => names.indexOf(name) !== at) }).toEqual({
        id: one.id,
        twice: [],
      });
      expect(code.match(/^from (?!keras ).*$/m)).toBeNull();
    }
  });

  test('says what the data are that it does not have', () => {
    const ofDigits = 'x (samples, 28, 28, 1) of values 0 to 255';
    expect(script(template('digits'))).toContain(ofDigits);
    expect(script(template('transfer'))).toContain('needs one folder of photos per class');
  });
});

describe('transfer learning', () => {
  test('cats and dogs: frozen VGG16, then block5 at a tenth of the learning rate', () => {
    const code = script(template('vgg16-transfer'));
    expect(code).toContain('weights="imagenet"');
    expect(code).toContain('    model.get_layer("vgg16").trainable = False\n');
    expect(code).toContain('LEARNING_RATE = 1e-4\n');
    expect(code).toContain('        thaw(model)\n        learning_rate /= 10\n');
    expect(code).toContain('FINE_TUNED = (\n    "block5_conv1",\n    "block5_conv2",\n    "block5_conv3",\n)\n');
    expect(code).toContain('return pictures[..., ::-1] - numpy.float32([103.939, 116.779, 123.68])');
    expect(code).toContain('target.reshape(-1, 1)');
    expect(code).not.toContain('augmented');
    expect(code).toContain('TRAINED = HERE / "trained" / "model.keras"');
  });

  test('what is fine-tuned in the editor is trained from the start', () => {
    const partly = { trainableLayers: 'from', trainableFrom: 'block5_conv3' };
    const code = script(withParams(template('vgg16-transfer'), 'vgg16', partly));
    expect(code).toContain('FINE_TUNED = ("block5_conv3",)\n');
    expect(code).toContain('for layer in model.get_layer("vgg16").layers:');
  });

  test('only training photos are changed at random', () => {
    const augmentation = { ...initialTraining.augmentation, enabled: true, verticalFlip: true, brightnessRange: 0.3 };
    const code = script(template('transfer'), { augmentation });
    for (const part of [
      'numpy.radians(around(0, 30))',
      'around(0, 0.1) * height',
      'numpy.radians(around(0, 0.2))',
      'around(1, 0.2)',
      'bright = around(1, 0.3)',
      'mirrored = rng',
      'overturned = rng',
      'fill_mode="nearest"',
    ])
      expect(code).toContain(part);
    expect(code).toContain('prepare(augmented(values, rng) if augment else values)');
    expect(code).toContain('model_inputs(values, augment=self.training, rng=rng)');
  });

  test('a file of one’s own is named', () => {
    const own = { weights: 'file', weightsFile: 'a'.repeat(64) };
    const code = script(withParams(template('vgg16-transfer'), 'vgg16', own, false));
    expect(code).toContain('weights="vgg16.h5"');
    expect(code).toContain('The model starts from weights of a file');
  });

  test('bricks of an architecture take its weights by name', () => {
    const weights: Start = { source: 'imagenet', architecture: 'mobilenet', includeTop: true, alpha: 1, file: '' };
    const code = script({ ...template('mobilenet'), weights });
    expect(code).toContain('def load_pretrained(model):');
    expect(code).toContain('keras.applications.MobileNet(\n        weights="imagenet",\n        include_top=True,');
    expect(code).toContain('    load_pretrained(model)\n');
    expect(code).not.toContain('thaw');
  });

  test.each([
    ['torch', 'centred / numpy.float32([0.229, 0.224, 0.225])'],
    ['scale', 'return pictures / 255\n'],
    ['tf', 'return pictures / 127.5 - 1\n'],
    ['none', 'return pictures\n'],
  ] as const)('pictures are prepared on any backend: %s', (preprocessing, expected) => {
    const code = script(template('transfer'), { preprocessing, interpolation: 'nearest' });
    expect(code).toContain(expected);
    expect(code).toContain('interpolation="nearest"');
    expect(code).not.toMatch(/image_dataset_from_directory|preprocess_input|tensorflow\./);
  });

  test('names of layers, bricks and titles stay inside their strings', () => {
    const hostile = 'x"); import os; os.system("echo';
    const document = template('vgg16-transfer');
    const { vgg16, ...others } = document.nodes;
    const renamed = (name: string) => (name === 'vgg16' ? hostile : name);
    const edges = document.edges.map((edge) => ({ ...edge, from: renamed(edge.from), to: renamed(edge.to) }));
    const code = script({ ...document, title: hostile, nodes: { ...others, [hostile]: vgg16! }, edges });
    const bare = code
      .replace(/^ *#.*$/gm, '')
      .replace(/"""[^"]*"""/g, '')
      .replace(/"(?:[^"\\\n]|\\.)*"/g, '');
    expect(bare).not.toMatch(/system\(|import os|os\.system/);
  });
});
