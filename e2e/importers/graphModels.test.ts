import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { randomNumbers } from '../../src/data/random';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { importNotes } from '../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { complete, matchWeights, matchedWeights } from '../../src/pretrained/matching/match';
import { library } from '../../templates/index';
import { GraphModelWriter, is } from './graphModel';
import { predicted } from './node';

const same = { padding: is.text('SAME'), data_format: is.text('NHWC') };
const valid = { padding: is.text('VALID'), data_format: is.text('NHWC') };
const one = { strides: is.ints(1, 1, 1, 1), dilations: is.ints(1, 1, 1, 1) };
const two = { strides: is.ints(1, 2, 2, 1), dilations: is.ints(1, 1, 1, 1) };
const window = (size: number) => ({ ksize: is.ints(1, size, size, 1), strides: is.ints(1, size, size, 1) });
const fused = (...ops: readonly string[]) => ({ fused_ops: is.texts(...ops), num_args: is.int(1) });

interface Case {
  readonly name: string;
  readonly input: readonly number[];
  /** What comes out, and the classes of the bricks in their order. */
  readonly types: string;
  write(graph: GraphModelWriter, input: string): string;
}

const cases: readonly Case[] = [
  {
    name: 'a small CNN as Keras exports it',
    input: [9, 9, 2],
    types: 'inputImage conv2d activation maxPooling2d flatten dense activation dense activation',
    write(graph, input) {
      const kernel = graph.weight('call/sequential/conv2d/convolution/ReadVariableOp', [3, 3, 2, 4]);
      const bias = graph.weight('call/sequential/conv2d/Squeeze', [4]);
      const ops = fused('BiasAdd', 'Relu');
      const conv = graph.node('call/sequential/conv2d/Relu', '_FusedConv2D', [input, kernel, bias], {
        ...same,
        ...two,
        ...ops,
      });
      const pool = graph.node('call/sequential/pool/MaxPool', 'MaxPool', [conv], { ...valid, ...window(2) });
      const flat = graph.flat('call/sequential/flatten', pool);
      const first = graph.weight('call/sequential/dense/MatMul/ReadVariableOp', [16, 5]);
      const own = graph.weight('call/sequential/dense/BiasAdd/ReadVariableOp', [5]);
      const dense = graph.node('call/sequential/dense/Sigmoid', '_FusedMatMul', [flat, first, own], {
        ...fused('BiasAdd', 'Sigmoid'),
      });
      const last = graph.weight('call/sequential/dense_1/MatMul/ReadVariableOp', [3, 5]);
      const logits = graph.node('call/sequential/dense_1/MatMul', 'MatMul', [dense, last], {
        transpose_b: is.flag(true),
      });
      return graph.node('call/sequential/dense_1/Softmax', 'Softmax', [logits]);
    },
  },
  {
    name: 'MobileNet’s parts: padding, depthwise, normalization, pooling over all',
    input: [8, 8, 3],
    types:
      'inputImage zeroPadding2d depthwiseConv2d activation conv2d batchNormalization leakyReLU globalAveragePooling2d',
    write(graph, input) {
      const pads = graph.ints('mobile/pad/paddings', [0, 0, 0, 1, 0, 1, 0, 0], [4, 2]);
      const padded = graph.node('mobile/pad/Pad', 'Pad', [input, pads]);
      const kernel = graph.weight('mobile/dw/weights', [3, 3, 3, 1]);
      const bias = graph.weight('mobile/dw/bias', [3]);
      const depthwise = graph.node('mobile/dw/Relu6', 'FusedDepthwiseConv2dNative', [padded, kernel, bias], {
        ...valid,
        ...two,
        ...fused('BiasAdd', 'Relu6'),
      });
      const pointwise = graph.node(
        'mobile/pw/Conv2D',
        'Conv2D',
        [depthwise, graph.weight('mobile/pw/weights', [1, 1, 3, 6])],
        { ...same, ...one },
      );
      const parts = ['gamma', 'beta', 'mean'].map((part) => graph.weight(`mobile/bn/${part}`, [6]));
      const variance = graph.weight('mobile/bn/variance', [6], 0.1);
      const normal = graph.node('mobile/bn/FusedBatchNormV3', 'FusedBatchNormV3', [pointwise, ...parts, variance], {
        epsilon: is.float(0.001),
        is_training: is.flag(false),
      });
      const active = graph.node('mobile/act/LeakyRelu', 'LeakyRelu', [normal], { alpha: is.float(0.3) });
      return graph.node('mobile/gap/Mean', 'Mean', [active, graph.ints('mobile/gap/axes', [1, 2])], {
        keep_dims: is.flag(false),
      });
    },
  },
  {
    name: 'branches that are added and joined',
    input: [6, 6, 2],
    types: 'inputImage conv2d averagePooling2d add concatenate activation',
    write(graph, input) {
      const conv = graph.node('net/a/Conv2D', 'Conv2D', [input, graph.weight('net/a/w', [3, 3, 2, 2])], {
        ...same,
        ...one,
      });
      const pool = graph.node('net/b/AvgPool', 'AvgPool', [input], {
        ...same,
        ksize: is.ints(1, 3, 3, 1),
        strides: is.ints(1, 1, 1, 1),
      });
      const sum = graph.node('net/sum/add', 'AddV2', [conv, pool]);
      const joined = graph.node('net/join/concat', 'ConcatV2', [sum, input, graph.ints('net/join/axis', [3], [])]);
      return graph.node('net/end/Sigmoid', 'Sigmoid', [joined]);
    },
  },
  {
    name: 'upwards: resized, and by a transposed convolution',
    input: [3, 3, 2],
    types: 'inputImage upSampling2d conv2dTranspose elu',
    write(graph, input) {
      const size = graph.ints('up/size', [6, 6]);
      const larger = graph.node('up/a/ResizeNearestNeighbor', 'ResizeNearestNeighbor', [input, size], {
        half_pixel_centers: is.flag(true),
      });
      const shape = graph.ints('up/b/shape', [2, 12, 12, 3]);
      const kernel = graph.weight('up/b/w', [3, 3, 3, 2]);
      const back = graph.node('up/b/conv2d_transpose', 'Conv2DBackpropInput', [shape, kernel, larger], {
        ...same,
        ...two,
      });
      return graph.node('up/c/Elu', 'Elu', [back]);
    },
  },
  {
    name: 'numbers: explicit padding, swish, rescaling',
    input: [5, 5, 1],
    types: 'inputImage rescaling zeroPadding2d conv2d activation',
    write(graph, input) {
      const scale = graph.weight('n/scale', [], 0.5);
      const small = graph.node('n/a/mul', 'Mul', [input, scale]);
      const conv = graph.node('n/b/Conv2D', 'Conv2D', [small, graph.weight('n/b/w', [3, 3, 1, 2])], {
        ...one,
        padding: is.text('EXPLICIT'),
        data_format: is.text('NHWC'),
        explicit_paddings: is.ints(0, 0, 1, 0, 2, 1, 0, 0),
      });
      const gate = graph.node('n/c/Sigmoid', 'Sigmoid', [conv]);
      return graph.node('n/c/mul', 'Mul', [conv, gate]);
    },
  },
];

async function opened({ write, input }: Case) {
  const graph = new GraphModelWriter(7);
  const { json, files } = graph.files(write(graph, graph.input('pictures', ...input)));
  const read = await importModel(files[0]!, library, { beside: files.slice(1) });
  return { json, files, read };
}

const valuesFor = (shape: readonly number[]) =>
  Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, at) => Math.sin(at));

test.each(cases)('$name: opens as bricks and answers as TensorFlow.js', async (one) => {
  const { json, files, read } = await opened(one);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { document, weights } = read.value;
  const plan = compile(document, library);
  expect(plan.steps.map(({ name }) => document.nodes[name]!.type).join(' ')).toBe(one.types);
  const saved = await readSavedModel(weights!);
  const match = matchWeights(plan, saved.weights);
  expect(complete(match)).toBe(true);
  const shape = [2, ...one.input];
  const values = valuesFor(shape);
  const [got] = await predicted(plan, await matchedWeights(match), [{ shape, values }]);
  await tf.setBackend('cpu');
  const weightData = await files[1]!.blob.arrayBuffer();
  const { modelTopology, signature } = json;
  const weightSpecs = json.weightsManifest[0]!.weights as tf.io.WeightsManifestEntry[];
  const model = await tf.loadGraphModel(tf.io.fromMemory({ modelTopology, signature, weightSpecs, weightData }));
  const wanted = [...(await (model.predict(tf.tensor(values, shape)) as tf.Tensor).data())];
  expect(got!.length).toBe(wanted.length);
  expect(Math.max(...got!.map((value, at) => Math.abs(value - wanted[at]!)))).toBeLessThan(1e-5);
});

test('an operator that no brick does is refused by its name', async () => {
  const { read } = await opened({
    name: '',
    input: [4],
    types: '',
    write: (graph, input) => graph.node('net/best/ArgMax', 'ArgMax', [input, graph.ints('axis', [1], [])]),
  });
  expect(read).toMatchObject({ ok: false, error: { code: 'layer', data: { layer: 'ArgMax' } } });
});

test('without its shard it is refused, and says which file is missing', async () => {
  const { files } = await opened(cases[0]!);
  const read = await importModel(files[0]!, library);
  const data = { code: 'missingShard', name: 'model.json', shard: 'group1-shard1of1.bin' };
  expect(read).toMatchObject({ ok: false, error: { code: 'weightFile', data } });
});

const others: readonly unknown[] = [null, -1, 'x', [], {}, { i: '1e9' }, [0], true];

/** The text with one value in it another one. */
function tampered(text: string, seed: number): string {
  const random = randomNumbers(seed);
  let left = Math.floor(random() * (text.match(/[:,[]/g)?.length ?? 1));
  return JSON.stringify(
    JSON.parse(text, (_, value: unknown) => (left-- === 0 ? others[Math.floor(random() * others.length)] : value)),
  );
}

test('tampered files are opened or refused in words, never thrown out of', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { files } = await opened(cases[seed % cases.length]!);
    const blob = new Blob([tampered(await files[0]!.blob.text(), seed)]);
    const read = await importModel({ name: 'model.json', blob }, library, { beside: files.slice(1) });
    const said = read.ok ? importNotes(read.value.report, 'ko') : [importTroubleText(read.error, 'ko')];
    expect(said.filter((text) => text === '' || /undefined|\[object/.test(text))).toEqual([]);
  }
});
