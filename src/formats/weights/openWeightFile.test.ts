import { existsSync, openAsBlob, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writtenHdf5 } from '../saved/hdf5Writer';
import { openWeightFile } from './openWeightFile';
import { type FileLayer, type NamedBlob, type WeightFile, WeightFileError } from './weightFile';
import { wholeTensor } from './wholeTensor';

const data = join(import.meta.dirname, '../../../../shared/data');
const absent = !existsSync(data);

const blobOf = async (path: string): Promise<NamedBlob> => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  blob: await openAsBlob(join(data, path)),
});
const open = async (path: string) => openWeightFile([await blobOf(path)]);
const folder = (path: string) => Promise.all(readdirSync(join(data, path)).map((name) => blobOf(`${path}/${name}`)));
const textFile = (text: string, name = 'weights.h5'): NamedBlob => ({ name, blob: new Blob([text]) });

const flat = (layers: readonly FileLayer[]): readonly FileLayer[] =>
  layers.flatMap((layer) => [layer, ...flat(layer.layers)]);
const parameters = (file: WeightFile) =>
  flat(file.layers)
    .flatMap(({ tensors }) => tensors)
    .reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);

async function troubleOf(opening: Promise<WeightFile>): Promise<unknown> {
  const error: unknown = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WeightFileError);
  return (error as WeightFileError).trouble;
}

describe.skipIf(absent)('files of Keras (needs the shared data)', () => {
  test.each([
    ['weights/mobilenet_2_5_224_tf_no_top.h5', 'kerasH5', 54, 218_544],
    ['import/keras/khmer_cnn_keras215.h5', 'kerasModelH5', 5, 104_906],
    ['import/keras/mnist_cnn_gnsia.h5', 'kerasModelH5', 5, 64_690],
    ['import/keras/mlp_bn_keras215.h5', 'kerasModelH5', 5, 17_736],
    ['import/keras/sentiment_embedding_gru_208tf.h5', 'kerasModelH5', 5, 5_577],
    ['import/keras/mnist_3formats/model.h5', 'kerasModelH5', 4, 53_018],
    ['import/keras/mnist_3formats/model.weights.h5', 'kerasWeightsH5', 4, 53_018],
    ['import/keras/mnist_3formats/model.keras', 'keras', 4, 53_018],
    ['import/keras/mnist_reu.weights.h5', 'kerasWeightsH5', 2, 13_610],
    ['import/keras/mnist_vietlong.keras', 'keras', 4, 121_930],
    ['import/keras/mnist_cnn_subhadip.keras', 'keras', 4, 37_610],
  ] as const)('%s', async (path, format, layers, count) => {
    const file = await open(path);
    expect(file.format).toBe(format);
    expect([file.layers.length, parameters(file)]).toEqual([layers, count]);
    for (const { tensors } of flat(file.layers)) {
      for (const tensor of tensors) {
        const values = await wholeTensor(tensor);
        expect(values.length).toBe(tensor.shape.reduce((product, size) => product * size, 1));
        expect(values.every(Number.isFinite)).toBe(true);
      }
    }
    file.close();
  });

  test('one model in three formats has the same tensors', async () => {
    const paths = ['model.h5', 'model.weights.h5', 'model.keras'];
    const files = await Promise.all(paths.map((name) => open(`import/keras/mnist_3formats/${name}`)));
    expect(files.map(({ layers }) => layers.map(({ name }) => name))).toEqual(
      Array.from({ length: 3 }, () => ['dense', 'dense_1', 'dense_2', 'dense_3']),
    );
    const [first, ...others] = await Promise.all(
      files.map(({ layers }) =>
        Promise.all(
          layers.flatMap(({ tensors }) => tensors.map(async (tensor) => [tensor.shape, await wholeTensor(tensor)])),
        ),
      ),
    );
    for (const other of others) expect(other).toEqual(first);
    for (const file of files) file.close();
  });

  test('numbered layers get the names of the configuration', async () => {
    const file = await open('import/keras/mnist_vietlong.keras');
    expect(file.layers.map(({ name }) => name)).toEqual(['conv2d', 'conv2d_1', 'dense', 'dense_1']);
    expect(file.config).toHaveProperty('class_name', 'Sequential');
    file.close();
  });

  test('a model inside a model keeps its layers', async () => {
    const file = await open('import/keras/teachable_machine_catdog/keras_model.h5');
    const [sequential, head] = file.layers;
    expect([sequential?.name, head?.name]).toEqual(['sequential_1', 'sequential_3']);
    const [mobilenet] = sequential!.layers;
    expect(mobilenet?.layers.slice(0, 3).map(({ name }) => name)).toEqual([
      'Conv1',
      'bn_Conv1',
      'expanded_conv_depthwise',
    ]);
    expect(mobilenet?.layers[1]?.tensors.map(({ name }) => name)).toEqual([
      'bn_Conv1/gamma:0',
      'bn_Conv1/beta:0',
      'bn_Conv1/moving_mean:0',
      'bn_Conv1/moving_variance:0',
    ]);
    expect(head?.layers.map(({ tensors }) => tensors.length)).toEqual([2, 1]);
    file.close();
  });

  test('h5 and shards of MobileNet hold the same bits', async () => {
    const h5 = await open('weights/mobilenet_2_5_224_tf_no_top.h5');
    const shards = await openWeightFile(await folder('weights/mobilenet_v1_0.25_224'));
    expect(shards.layers).toHaveLength(55);
    let compared = 0;
    for (const layer of h5.layers) {
      const other = shards.layers.find(({ name }) => name === layer.name)!;
      expect(other.tensors.map(({ shape }) => shape)).toEqual(layer.tensors.map(({ shape }) => shape));
      for (const [index, tensor] of layer.tensors.entries()) {
        const [a, b] = await Promise.all([wholeTensor(tensor), wholeTensor(other.tensors[index]!)]);
        expect(Buffer.from(a.buffer).equals(Buffer.from(b.buffer))).toBe(true);
        compared += 1;
      }
    }
    expect(compared).toBe(135);
    h5.close();
  });
});

describe.skipIf(absent)('files of TensorFlow.js (needs the shared data)', () => {
  test('quantised shards are restored', async () => {
    const file = await openWeightFile(await folder('weights/vgg19_uint8_notop'));
    expect(file.layers).toHaveLength(16);
    expect(parameters(file)).toBe(20_024_384);
    const bias = file.layers[0]!.tensors[1]!;
    const [scale, min] = [0.006919113356693118, -0.013838226713386236];
    for (const value of await wholeTensor(bias)) {
      const step = (value - min) / scale;
      expect(Math.abs(step - Math.round(step))).toBeLessThan(1e-4);
    }
  });

  test.each([
    ['autoencoder_nested_models_keras216', 2],
    ['emnist_nested_augment_keras29', 5],
    ['keras3_lstm_sequential', 5],
    ['mini_xception_separable_keras222', 29],
    ['mnist_conv_tfjs080', 5],
    ['multi_input_concat_tfjs081', 7],
    ['sentiment_embedding_gru_keras208tf', 5],
    ['xor_keras216', 2],
  ])('%s', async (name, layers) => {
    const files = await folder(`import/tfjs/${name}`);
    const file = await openWeightFile(files);
    expect(file.layers).toHaveLength(layers);
    const bytes = files.filter((given) => given.name !== 'model.json').reduce((sum, { blob }) => sum + blob.size, 0);
    expect(parameters(file) * 4).toBe(bytes);
    expect(flat(file.layers).every((layer) => layer.name !== '')).toBe(true);
  });

  test('everything in one zip, packed or stored', async () => {
    const path = join(data, 'import/tfjs/mnist_cnn_keras29');
    const names = readdirSync(path);
    const bytes = Object.fromEntries(
      names.map((name) => [`model/${name}`, new Uint8Array(readFileSync(join(path, name)))]),
    );
    const plain = await openWeightFile(await folder('import/tfjs/mnist_cnn_keras29'));
    for (const level of [0, 9] as const) {
      const zipped = await openWeightFile([{ name: 'model.zip', blob: new Blob([zipSync(bytes, { level })]) }]);
      expect(zipped.layers.map(({ name }) => name)).toEqual(plain.layers.map(({ name }) => name));
      expect(await wholeTensor(zipped.layers[0]!.tensors[0]!)).toEqual(await wholeTensor(plain.layers[0]!.tensors[0]!));
    }
  });

  test('a graph model is refused', async () => {
    const trouble = await troubleOf(folder('import/tfjs/GRAPH_mnist_cnn').then(openWeightFile));
    expect(trouble).toEqual({ code: 'graphModel', name: 'model.json' });
  });

  test('a missing and a short shard are named', async () => {
    const files = await folder('import/tfjs/mnist_cnn_keras29');
    const alone = files.filter(({ name }) => name === 'model.json');
    const shard = 'group1-shard1of1.bin';
    expect(await troubleOf(openWeightFile(alone))).toEqual({ code: 'missingShard', name: 'model.json', shard });
    const short = files.map(({ name, blob }) => ({ name, blob: name === shard ? blob.slice(0, 1000) : blob }));
    expect(await troubleOf(openWeightFile(short))).toEqual({ code: 'truncated', name: shard });
  });
});

describe.skipIf(absent)('wrong and broken files (needs the shared data)', () => {
  test('HDF5 of something else', async () => {
    const name = 'rstudio_keras3_test.h5';
    expect(await troubleOf(open(`import/keras/${name}`))).toEqual({ code: 'notWeights', name });
  });

  test.each([1000, 100_000, 2_000_000])('HDF5 cut at %i bytes', async (length) => {
    const { name, blob } = await blobOf('weights/mobilenet_2_5_224_tf_no_top.h5');
    expect(await troubleOf(openWeightFile([{ name, blob: blob.slice(0, length) }]))).toEqual({
      code: 'truncated',
      name,
    });
  });

  test('a cut .keras', async () => {
    const { name, blob } = await blobOf('import/keras/mnist_vietlong.keras');
    const cut = { name, blob: blob.slice(0, blob.size / 2) };
    expect(await troubleOf(openWeightFile([cut]))).toEqual({ code: 'truncated', name });
  });

  test('a photo', async () => {
    const name = 'pillow_hopper.webp';
    expect(await troubleOf(open(`images-odd/${name}`))).toEqual({ code: 'notWeights', name });
  });
});

test.each([
  ['text', textFile('<!doctype html><title>404</title>'), 'notWeights'],
  ['pointer of Git LFS', textFile('version https://git-lfs.github.com/spec/v1\n'), 'gitLfs'],
  ['other JSON', textFile('{"a": 1}', 'model.json'), 'notWeights'],
  ['broken JSON', textFile('{"weightsManifest": [', 'model.json'), 'notWeights'],
  ['nothing', textFile(''), 'truncated'],
] as const)('%s is refused', async (_, file, code) => {
  expect(await troubleOf(openWeightFile([file]))).toEqual({ code, name: file.name });
});

test('half precision is exact', async () => {
  const halves = new Uint16Array([0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x8000]);
  const weights = [{ name: 'dense/kernel', shape: [6], dtype: 'float32', quantization: { dtype: 'float16' } }];
  const json = { modelTopology: null, weightsManifest: [{ paths: ['a.bin'], weights }] };
  const files = [textFile(JSON.stringify(json), 'model.json'), { name: 'a.bin', blob: new Blob([halves]) }];
  const file = await openWeightFile(files);
  expect([...(await wholeTensor(file.layers[0]!.tensors[0]!))]).toEqual([1, -2, 65504, 2 ** -24, 2 ** -14, -0]);
});

test.each([
  [{ dtype: 'complex64' }, 'complex64'],
  [{ dtype: 'float32', quantization: { dtype: 'uint32', min: 0, scale: 1 } }, 'uint32'],
])('a tfjs weight stored as %j is refused with its type', async (stored, type) => {
  const weights = [{ name: 'dense/kernel', shape: [2], ...stored }];
  const model = {
    format: 'layers-model',
    modelTopology: { class_name: 'Sequential', config: { layers: [] } },
    weightsManifest: [{ paths: ['shard.bin'], weights }],
  };
  const files = [textFile(JSON.stringify(model), 'model.json'), textFile('12345678', 'shard.bin')];
  expect(await troubleOf(openWeightFile(files))).toEqual({
    code: 'unsupportedType',
    name: 'model.json: dense/kernel',
    type,
  });
});

test('a list of names that is cut into pieces, as Keras cuts a long one, is read whole; an empty one is none', async () => {
  // More than one attribute of 64 KB holds.
  const names = Array.from({ length: 3100 }, (_, at) => `dense_${at}`);
  const bytes = await writtenHdf5(
    async () => undefined,
    async (writer) => {
      writer.texts('', 'layer_names', names);
      for (const name of names) writer.texts(name, 'weight_names', name === 'dense_3099' ? ['bias:0'] : []);
      await writer.tensor('dense_3099/bias:0', [2], new Float32Array([1, 2]));
    },
  );
  const file = await openWeightFile([{ name: 'long.h5', blob: new Blob([bytes]) }]);
  expect(file.layers.at(-1)).toMatchObject({ name: 'dense_3099' });
  expect(await wholeTensor(file.layers.at(-1)!.tensors[0]!)).toEqual(new Float32Array([1, 2]));
  file.close();
});
