import { bricks } from '../../bricks/index';
import { initialParams } from '../../src/brick/brick';
import { type Document, type Json, emptyDocument } from '../../src/document/document';

/** One brick of a chain: `[type, name, parameters]`. */
export type Link = readonly [type: string, name: string, params?: Readonly<Record<string, Json>>];

/** A chain of bricks as a document; for tests. */
export function chain(title: string, links: readonly Link[], frozen: readonly string[] = []): Document {
  const nodes = links.map(([type, name, params], index) => [
    name,
    {
      type,
      params: { ...(initialParams(bricks[type]!) as Record<string, Json>), ...params },
      trainable: !frozen.includes(name),
      at: [0, index * 100] as const,
    },
  ]);
  const edges = links.slice(1).map(([, to], index) => ({ from: links[index]![1], to, port: 0 }));
  return { ...emptyDocument(title), nodes: Object.fromEntries(nodes), edges };
}

/** Head 2 of the course: a frozen VGG16 without its top, Flatten, Dense 512, Dropout, Dense 1. */
export function frozenHead(size = 224): Document {
  const links: readonly Link[] = [
    ['inputImage', 'photo', { shape: [size, size, 3] }],
    ['pretrainedBackbone', 'vgg16'],
    ['flatten', 'flatten'],
    ['dense', 'dense', { units: 512, activation: 'relu' }],
    ['dropout', 'dropout', { rate: 0.5 }],
    ['dense', 'dense_1', { units: 1, activation: 'sigmoid' }],
  ];
  return chain('Cats and dogs', links, ['vgg16']);
}
