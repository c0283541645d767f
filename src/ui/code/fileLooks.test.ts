import { expect, test } from 'vitest';
import { type FileLook, fileLook } from './fileLooks';

const bytes = new Uint8Array(3);
test.each<[string, string | Uint8Array, FileLook]>([
  ['src/model.ts', 'x', { kind: 'text', colours: 'typescript' }],
  ['model.py', 'x', { kind: 'text', colours: 'python' }],
  ['README.md', 'x', { kind: 'text', colours: 'markdown' }],
  ['pyproject.toml', 'x', { kind: 'text', colours: 'ini' }],
  ['Digits.deepbrick.json', '{}', { kind: 'text', colours: 'json' }],
  ['.gitignore', 'x', { kind: 'text', colours: null }],
  ['a.toString', 'x', { kind: 'text', colours: null }],
  ['model.dot', 'digraph', { kind: 'text', colours: null }],
  ['notebook.ipynb', '{}'.repeat(300_000), { kind: 'notebook' }],
  ['large.json', 'x'.repeat(400_001), { kind: 'long' }],
  ['data/digits.png', bytes, { kind: 'binary', holds: 'picture' }],
  ['data/data.npz', bytes, { kind: 'binary', holds: 'arrays' }],
  ['weights/model.weights.h5', bytes, { kind: 'binary', holds: 'weights' }],
  ['weights.safetensors', bytes, { kind: 'binary', holds: 'weights' }],
  ['model.onnx', bytes, { kind: 'binary', holds: 'model' }],
  ['weights/group1-shard1of1.bin', bytes, { kind: 'binary', holds: 'values' }],
  ['a.constructor', bytes, { kind: 'binary', holds: 'values' }],
])('%s', (path, content, look) => {
  expect(fileLook(path, content)).toEqual(look);
});
