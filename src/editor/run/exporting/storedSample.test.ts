import { expect, it } from 'vitest';
import { stripes, stripesTraining } from '../../../../e2e/fixtures/stripes';
import { library } from '../../../../templates/index';
import { initialParams } from '../../../brick/brick';
import { sampleValues } from '../../../data/dataset';
import { type Node, emptyDocument } from '../../../document/document';
import { createPreferences } from '../../preferences';
import { createRunner } from '../runner';
import { createEditor } from '../../store';
import { memoryStorage } from '../../testStorage';
import { engineHere } from '../../../engine/testEngine';
import { storedSample } from './storedSample';

function place(type: string, changes: object): Node {
  const params = { ...initialParams(library.bricks[type]!), ...changes } as Node['params'];
  return { type, params, trainable: true, at: [0, 0] };
}

it('the stored input is what the model took, in whatever way pictures are prepared', async () => {
  const nodes = {
    picture: place('inputImage', { shape: [12, 12, 1] }),
    flat: place('flatten', {}),
    number: place('dense', { units: 1, activation: 'linear' }),
  };
  const edges = [
    { from: 'picture', to: 'flat', port: 0 },
    { from: 'flat', to: 'number', port: 0 },
  ];
  const document = { ...emptyDocument('stripes'), nodes, edges, training: stripesTraining({ preprocessing: 'tf' }) };
  const editor = createEditor(document, library);
  const preferences = createPreferences(memoryStorage());
  preferences.setState({ backend: 'wasm' });
  const engine = engineHere();
  const data = stripes();
  const runner = createRunner({ editor, engine, preferences });
  const sample = await storedSample(editor.store.getState().plan, data, runner);

  const first = sampleValues(data, data.count - data.validation);
  expect(sample?.shape).toEqual([12, 12, 1]);
  sample!.input.forEach((value, at) => expect(value).toBeCloseTo(first[at]! / 127.5 - 1, 6));
  const about = { project: '', plan: editor.store.getState().plan, seed: 0 };
  const weights = await engine.request({ type: 'weights', about });
  const kernel = weights['number/kernel']!.values;
  const sum = sample!.input.reduce((total, value, at) => total + value * kernel[at]!, 0);
  expect(sample!.output[0]).toBeCloseTo(sum, 5);
});
