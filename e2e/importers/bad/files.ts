import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { savedModels } from '../savedModels';
import type { BadInput } from './badInput';

const json = (what: string, value: unknown): BadInput => ({ what, name: 'model.json', content: JSON.stringify(value) });

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const saved = (name: string) => bytesOf(savedModels[name]!.file);
const onnxFiles = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/onnx.bin')).toString()) as Readonly<
  Record<string, { readonly file: string }>
>;
const torchFiles = JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
  Record<string, { readonly weights: string }>
>;

const layer = (name: string, from: string | null, className = 'Dense') => ({
  class_name: className,
  name,
  config: className === 'InputLayer' ? { name, batch_shape: [null, 4] } : { name, units: 3 },
  inbound_nodes: from === null ? [] : [[[from, 0, 0, {}]]],
});
const functional = (layers: readonly unknown[], output: string) => ({
  class_name: 'Functional',
  config: { name: 'model', layers, input_layers: [['x', 0, 0]], output_layers: [[output, 0, 0]] },
  keras_version: '2.15.0',
});

/** A pickle that would call a function: `os.system`. */
const pickle = Uint8Array.from(Buffer.from('\x80\x04cos\nsystem\nX\x04\x00\x00\x00echo\x85R.', 'latin1'));

/** Files that are damaged, of another kind, or made to harm. */
export const badFiles = (): readonly BadInput[] => {
  const [keras, h5] = [saved('channels first: nested'), saved('channels first: h5')];
  const onnx = bytesOf(onnxFiles['lenet, TorchScript']!.file);
  const torch = bytesOf(torchFiles['lenet_module']!.weights);
  const cut = (bytes: Uint8Array, part: number) => Uint8Array.from(bytes.subarray(0, Math.floor(bytes.length * part)));
  const wrong = (bytes: Uint8Array) =>
    Uint8Array.from(bytes, (byte, at) => (at > 200 && at % 97 === 0 ? byte ^ 255 : byte));
  return [
    { what: '.keras, cut off', name: 'model.keras', content: cut(keras, 0.5) },
    { what: '.keras, wrong bytes', name: 'model.keras', content: wrong(keras) },
    { what: '.h5, cut off', name: 'model.h5', content: cut(h5, 0.5) },
    { what: '.h5, wrong bytes', name: 'model.h5', content: wrong(h5) },
    { what: '.onnx, cut off', name: 'model.onnx', content: cut(onnx, 0.5) },
    { what: '.onnx, wrong bytes', name: 'model.onnx', content: wrong(onnx) },
    { what: '.pt alone', name: 'model.pt', content: torch },
    { what: '.pt, cut off', name: 'model.pt', content: cut(torch, 0.5) },
    { what: 'a pickle', name: 'model.pkl', content: pickle },
    { what: 'a pickle called .pt', name: 'model.pt', content: pickle },
    { what: 'weights of Keras alone', name: 'model.weights.h5', content: saved('weights alone: unclear') },
    {
      what: 'TensorFlow Lite',
      name: 'model.tflite',
      content: Uint8Array.from([28, 0, 0, 0, 84, 70, 76, 51, 0, 0, 0, 0]),
    },
    {
      what: 'SavedModel',
      name: 'saved_model.pb',
      content: Uint8Array.from([8, 1, 18, 20, 10, 5, 115, 101, 114, 118, 101]),
    },
    {
      what: 'a picture called .h5',
      name: 'model.h5',
      content: Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]),
    },
    { what: 'a page of HTML called .h5', name: 'model.h5', content: '<!DOCTYPE html><html><body>404</body></html>' },
    {
      what: 'a pointer of Git LFS',
      name: 'model.h5',
      content: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2\nsize 12345\n',
    },
    { what: 'an empty .h5', name: 'model.h5', content: '' },
    {
      what: 'a zip of nothing',
      name: 'model.keras',
      content: Uint8Array.from([80, 75, 5, 6, ...Array.from({ length: 18 }, () => 0)]),
    },
    json('layers in a circle', functional([layer('x', null, 'InputLayer'), layer('a', 'b'), layer('b', 'a')], 'b')),
    json('a layer that takes from itself', functional([layer('x', null, 'InputLayer'), layer('a', 'a')], 'a')),
    json('two layers of one name', functional([layer('x', null, 'InputLayer'), layer('a', 'x'), layer('a', 'x')], 'a')),
    json('a layer that is not there', functional([layer('x', null, 'InputLayer'), layer('a', 'nowhere')], 'a')),
    json('the name __proto__', functional([layer('x', null, 'InputLayer'), layer('__proto__', 'x')], '__proto__')),
    json(
      'a name of HTML',
      functional(
        [layer('x', null, 'InputLayer'), layer('<img src=x onerror=alert(1)>', 'x')],
        '<img src=x onerror=alert(1)>',
      ),
    ),
    json('no layers', functional([], 'a')),
    json('an unknown class', functional([layer('x', null, 'InputLayer'), layer('a', 'x', 'Mystery')], 'a')),
    json(
      'a Lambda',
      functional(
        [
          layer('x', null, 'InputLayer'),
          {
            ...layer('a', 'x', 'Lambda'),
            config: { name: 'a', function: ['4wEAAAA=', null, null], function_type: 'lambda' },
          },
        ],
        'a',
      ),
    ),
    json('a graph without weights of TensorFlow.js', {
      format: 'layers-model',
      modelTopology: { model_config: functional([layer('x', null, 'InputLayer'), layer('a', 'x')], 'a') },
      weightsManifest: [
        {
          paths: ['group1-shard1of1.bin'],
          weights: [
            { name: 'a/kernel', shape: [4, 3], dtype: 'float32' },
            { name: 'a/bias', shape: [3], dtype: 'float32' },
          ],
        },
      ],
    }),
    json('a JSON of something else', { name: 'package', version: '1.0.0' }),
    {
      what: 'JSON that is cut off',
      name: 'model.json',
      content: '{"class_name": "Sequential", "config": {"layers": [',
    },
    {
      what: 'JSON in JSON',
      name: 'model.json',
      content: JSON.stringify(JSON.stringify(functional([layer('x', null, 'InputLayer'), layer('a', 'x')], 'a'))),
    },
    {
      what: 'lists in lists, 100,000 deep',
      name: 'model.json',
      content: `{"class_name": "Sequential", "config": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    },
  ];
};
