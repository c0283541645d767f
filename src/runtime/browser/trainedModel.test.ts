import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import type { Learned } from '../../data/learned';
import { answersOf } from '../predictions';
import { type Served, trainedModel } from './trainedModel';

const settings = { editorNames: {}, preprocessing: 'scale' } as const;
const learned: Learned = {
  kind: 'numbers',
  shape: [2],
  words: ['a', 'b'],
  answers: { kind: 'numbers', names: ['sum'] },
  example: [1, 2],
};

function create(): tf.LayersModel {
  const inputs = ['left', 'right'].map((name) => tf.input({ name, shape: [2] }));
  const both = tf.layers.add({ name: 'add' }).apply(inputs) as tf.SymbolicTensor;
  const [one, two] = ['one', 'two'].map(
    (name) =>
      tf.layers
        .dense({ name, units: 1, useBias: false, kernelInitializer: 'glorotUniform' })
        .apply(both) as tf.SymbolicTensor,
  );
  return tf.model({ inputs, outputs: [one!, two!] });
}

const address = (content: string | Uint8Array<ArrayBuffer>) =>
  `data:application/octet-stream;base64,${Buffer.from(content).toString('base64')}`;

/** A folder as Vite serves it: two files of values, the second kernel in the second. */
function served(folder: string, scale: number, names = ['one', 'two']): Served {
  const group = (name: string, file: string) => ({
    paths: [file],
    weights: [{ name: `${name}/kernel`, shape: [2, 1], dtype: 'float32' }],
  });
  const bytes = (values: readonly number[]) => new Uint8Array(Float32Array.from(values).buffer);
  const json = { weightsManifest: [group(names[0]!, 'a.bin'), group(names[1]!, 'b.bin')] };
  return {
    [`${folder}model.json`]: address(JSON.stringify(json)),
    [`${folder}a.bin`]: address(bytes([scale, 2 * scale])),
    [`${folder}b.bin`]: address(bytes([0, scale])),
  };
}

const numbers = (...values: number[]) => ({ kind: 'numbers', shape: [2], values: Float32Array.from(values) }) as const;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('has the weights of the last training, and answers for a sample of each input', async () => {
  const files = { ...served('../weights/', 1), ...served('../weights/trained/', 10) };
  const known = { ...files, '../weights/trained/data.json': address(JSON.stringify(learned)) };
  const trained = await trainedModel(create, settings, known);
  expect(trained!.learned).toEqual(learned);
  const samples = [numbers(1, 2), numbers(3, 4)];
  expect(await answersOf(trained!.model, samples, 0, settings)).toEqual([[160], [60]]);
  const before = await trainedModel(create, settings, files);
  expect(before!.learned).toBeNull();
});

test('is none without weights', async () => {
  expect(await trainedModel(create, settings, {})).toBeNull();
});

test('says what is wrong with weights', async () => {
  const other = served('../weights/', 1, ['one', 'three']);
  await expect(trainedModel(create, settings, other)).rejects.toThrow(
    '../weights/model.json has the weights of another',
  );
  const { '../weights/b.bin': _gone, ...part } = served('../weights/', 1);
  await expect(trainedModel(create, settings, part)).rejects.toThrow('../weights/b.bin is missing');
  const short = { ...served('../weights/', 1), '../weights/b.bin': address(new Uint8Array(4)) };
  await expect(trainedModel(create, settings, short)).rejects.toThrow('The values of two/kernel are missing');
});
