import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writtenHdf5 } from '../saved/hdf5Writer';
import { mostParts } from './fileBounds';
import { hdf5Library } from './hdf5Library';
import { emptyPlace } from './hdf5Place';
import { layerConfigs, pythonJson } from './kerasConfig';
import { kerasTopology } from './kerasTopology';
import { openWeightFile } from './openWeightFile';
import { type NamedBlob, type WeightFile, WeightFileError } from './weightFile';
import { wholeTensor } from './wholeTensor';

const named = (name: string, ...parts: BlobPart[]): NamedBlob => ({ name, blob: new Blob(parts) });

async function codeOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WeightFileError);
  return (error as WeightFileError).trouble.code;
}

/** A file whose layers hold, under another name, the group at `target`. */
async function circle(target: string): Promise<Blob> {
  const library = await hdf5Library();
  const place = await emptyPlace(library);
  try {
    const file = new library.File(place.path, 'w');
    const layers = file.create_group('layers');
    layers.create_group('dense').create_group('vars');
    layers.create_hard_link(target, 'model');
    file.close();
    return new Blob([place.bytes()]);
  } finally {
    place.remove();
  }
}

describe('HDF5', () => {
  test.each(['/', '/layers'])('that holds %s in itself is refused', async (target) => {
    const opening = openWeightFile([{ name: 'circle.weights.h5', blob: await circle(target) }]);
    expect(await codeOf(opening)).toBe('tooDeep');
  });

  test('with more names than parts is refused', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `layer_${index}`);
    const bytes = await writtenHdf5(
      async () => undefined,
      async (writer) => {
        for (let part = 0; part * names.length <= mostParts; part++) writer.texts('', `layer_names${part}`, names);
      },
    );
    expect(await codeOf(openWeightFile([named('names.h5', bytes)]))).toBe('tooMany');
  });
});

/** A zip whose directory names one entry again and again. */
function overlapping(count: number): Uint8Array<ArrayBuffer> {
  const zip = Buffer.from(zipSync({ 'model.weights.h5': new Uint8Array(1e6) }));
  const [directory, end] = [zip.indexOf('PK\u0001\u0002'), zip.lastIndexOf('PK\u0005\u0006')];
  const entry = zip.subarray(directory, end);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt32LE(entry.length * count, 12);
  return new Uint8Array(
    Buffer.concat([zip.subarray(0, directory), ...Array.from({ length: count }, () => entry), last]),
  );
}

describe('a zip', () => {
  test('that names the same bytes many times is refused', async () => {
    expect(await codeOf(openWeightFile([named('bomb.keras', overlapping(2))]))).toBe('truncated');
  });

  test.each([400e9, 2e9, 4e9])('that says it unpacks to %i bytes is refused before it is unpacked', async (size) => {
    const zip = Buffer.from(
      zipSync({ 'config.json': new TextEncoder().encode('{}'), 'model.weights.h5': new Uint8Array(1e6) }),
    );
    const directory = zip.lastIndexOf('PK\u0001\u0002');
    zip.writeUInt32LE(size % 2 ** 32, directory + 24);
    expect(await codeOf(openWeightFile([named('bomb.keras', new Uint8Array(zip))]))).toBe('truncated');
  });

  test('of a configuration that is too long is refused', async () => {
    const zip = zipSync({ 'config.json': new Uint8Array(65 * 2 ** 20), 'model.weights.h5': new Uint8Array(10) });
    expect(await codeOf(openWeightFile([named('long.keras', zip)]))).toBe('tooLarge');
  });
});

const manifest = (shape: readonly number[], paths: readonly string[] = ['a.bin']) =>
  named(
    'model.json',
    JSON.stringify({ weightsManifest: [{ paths, weights: [{ name: 'a/kernel', shape, dtype: 'float32' }] }] }),
  );

describe('a model.json', () => {
  test.each([
    [[-1, 4], 'truncated'],
    [[2.5], 'truncated'],
    [[1e308, 1e308], 'truncated'],
    [[2 ** 20, 2 ** 20], 'tooLarge'],
    [[3], 'truncated'],
  ] as const)('with a tensor of shape %j is refused: %s', async (shape, code) => {
    expect(await codeOf(openWeightFile([manifest(shape), named('a.bin', new Uint8Array(8))]))).toBe(code);
  });

  test('with more shards than parts is refused', async () => {
    const paths = Array.from({ length: mostParts + 1 }, () => 'a.bin');
    expect(await codeOf(openWeightFile([manifest([2], paths), named('a.bin', new Uint8Array(8))]))).toBe('tooMany');
  });
});

test.each([
  ['without an end', '{"a": NaN, "b": "' + '\\"'.repeat(200_000)],
  ['without an end, after a backslash', '{"a": NaN, "b": "' + '\\"'.repeat(200_000) + '\\'],
  ['of quotation marks alone', '{"a": NaN ' + '"'.repeat(400_001)],
])('broken JSON %s is told at once', (_, text) => {
  const begun = performance.now();
  expect(() => pythonJson(text)).toThrow(SyntaxError);
  expect(performance.now() - begun).toBeLessThan(1000);
});

test('a configuration nested for ever is none', () => {
  let model: unknown = [];
  for (let depth = 0; depth < 20_000; depth++) {
    model = [{ class_name: 'Functional', name: 'a', config: { layers: model }, inbound_nodes: [] }];
  }
  const nested = { class_name: 'Functional', config: { layers: model } };
  expect(kerasTopology(nested)).toBeNull();
  expect(JSON.stringify(layerConfigs(nested)).length).toBeLessThan(20_000);
});

test.each([
  ['fewer', [2]],
  ['more', [2, 2, 2]],
])('a tensor of %s values than its shape says is refused', async (_, lengths) => {
  const tensor = {
    name: 'kernel',
    shape: [5],
    async *pieces() {
      for (const length of lengths) yield new Float32Array(length);
    },
  };
  expect(await codeOf(wholeTensor(tensor))).toBe('truncated');
});

test('an open file that is no more', async () => {
  const file: WeightFile = await openWeightFile([manifest([2]), named('a.bin', new Float32Array([1, 2]))]);
  expect([...(await wholeTensor(file.layers[0]!.tensors[0]!))]).toEqual([1, 2]);
  file.close();
});
