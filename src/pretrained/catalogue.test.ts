import { describe, expect, test } from 'vitest';
import { library } from '../../templates/index';
import { catalogueOf, entryOf, entryOfFile, isPublished, servers } from './catalogue';

const catalogue = catalogueOf(library);

describe('catalogue', () => {
  test('knows each file by its id and by its name', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ places }) => places[0]!.path)).size).toBe(catalogue.length);
    for (const { id } of catalogue) expect(entryOf(library, id)?.id).toBe(id);
    expect(entryOf(library, 'vgg17')).toBeNull();
    expect(entryOfFile(library, 'mobilenet_2_5_160_tf.h5')?.id).toBe('mobilenet-0.25-160');
    expect(entryOfFile(library, 'model.json')).toBeNull();
    for (const { id, places } of catalogue)
      expect(entryOfFile(library, places[0]!.path.split('/').pop()!)?.id).toBe(id);
    expect(entryOfFile(library, 'mobilenet')).toBeNull();
  });

  test('MobileNet at 224 has a second place, with shards', () => {
    expect(entryOf(library, 'mobilenet-0.5-224-no-top')?.places).toEqual([
      { server: 'keras', path: 'mobilenet/mobilenet_5_0_224_tf_no_top.h5' },
      { server: 'tfjs', path: 'mobilenet_v1_0.50_224/model.json' },
    ]);
    expect(entryOf(library, 'mobilenet-1-192')?.places).toHaveLength(1);
  });

  test('every address stands on its server', () => {
    for (const { places } of catalogue) {
      for (const { server, path } of places) {
        expect(new URL(path, servers[server]).href).toBe(servers[server] + path);
      }
    }
  });

  test('publishes these files and the shards beside them, and nothing else', () => {
    for (const { places } of catalogue) {
      for (const { server, path } of places) expect(isPublished(library, server, path)).toBe(true);
    }
    const published = (server: string, path: string) => isPublished(library, server, path);
    expect(published('tfjs', 'mobilenet_v1_0.50_224/group1-shard1of1')).toBe(true);
    expect(published('tfjs', 'mobilenet_v1_0.50_192/group1-shard1of1')).toBe(false);
    expect(published('tfjs', 'mobilenet_v1_0.50_224/other.bin')).toBe(false);
    expect(published('keras', 'mobilenet_v1_0.50_224/model.json')).toBe(false);
    expect(published('constructor', 'vgg16/vgg16_weights_tf_dim_ordering_tf_kernels.h5')).toBe(false);
  });
});
