import { initialParams } from '../../brick/brick';
import { type Shape, ShapeError } from '../../brick/shape';
import { architectureBricks } from '../architectureBricks';
import { tooDeepBlock } from '../structure/blockTree';
import type { Block, Document, Edge, Edit, Node } from '../document';
import { architectureIn } from '../library';
import { templateStart } from '../publishedWeights';
import { type Library, optionsOf } from '../template';

/** What the plan knows of a backbone. */
export interface PlannedBackbone {
  readonly name: string;
  /** Of its picture. */
  readonly shape: Shape;
  /** Names of its layers that are trained. */
  readonly trained: ReadonlySet<string>;
}

/**
 * Replaces a backbone by its layers in a block of the same name: names as in Keras, weights and freezing kept. Where a name
 * is taken all of them get the backbone's name in front. Pretrained weights go by name, and a document has them from one
 * source: a backbone that would need another stays as it is.
 */
export function unfoldBackbone({ name, shape, trained }: PlannedBackbone, library: Library): Edit {
  return (document) => {
    const node = Object.hasOwn(document.nodes, name) ? document.nodes[name]! : undefined;
    const brick = node && library.bricks[node.type];
    if (!node || !brick?.nested || node.bypassed) return document;
    const params = { ...initialParams(brick), ...node.params };
    try {
      const { architecture, weights, weightsFile, ...asked } = brick.nested(params, [shape]);
      const template = architectureIn(library, architecture);
      if (!template) return document;
      const options = optionsOf(template, asked.options);
      const start = templateStart(template, options, weights, weightsFile);
      const inside = architectureBricks(template, options);
      const own = [...Object.keys(inside.nodes), ...Object.keys(inside.blocks)];
      const taken = (text: string) =>
        text !== name && (Object.hasOwn(document.nodes, text) || Object.hasOwn(document.blocks, text));
      const collides = own.some((each) => each === name || taken(each));
      if (start && (collides || document.weights)) return document;
      const called = (layer: string) => (collides ? `${name}_${layer}` : layer);
      if (own.some((each) => taken(called(each)))) return document;

      const entry = inside.entries[0]!.to;
      const nodes = Object.entries(document.nodes).flatMap(([key, value]): [string, Node][] =>
        key !== name
          ? [[key, value]]
          : Object.entries(inside.nodes).map(([layer, made]) => [
              called(layer),
              {
                ...made,
                trainable: node.trainable && trained.has(layer),
                at: node.at,
                ...(layer === entry && node.stacked ? { stacked: true } : {}),
              },
            ]),
      );
      const edges = document.edges.flatMap((edge): Edge[] => {
        if (edge.to === name) return inside.entries.map(({ to, port }) => ({ from: edge.from, to: called(to), port }));
        return edge.from === name ? [{ ...edge, from: called(inside.exit) }] : [edge];
      });
      const added = inside.edges.map((edge) => ({ ...edge, from: called(edge.from), to: called(edge.to) }));
      const result = {
        ...document,
        nodes: Object.fromEntries(nodes),
        edges: [...edges, ...added],
        blocks: { ...without(document.blocks, name), ...blocksFor(document, name, inside, called) },
      };
      if (tooDeepBlock(result.blocks)) return document;
      return start ? { ...result, weights: start } : result;
    } catch (error) {
      if (error instanceof ShapeError) return document;
      throw error;
    }
  };
}

const without = (blocks: Document['blocks'], name: string) =>
  Object.fromEntries(
    Object.entries(blocks).map(([key, block]) => [
      key,
      { ...block, nodes: block.nodes.filter((node) => node !== name) },
    ]),
  );

/** The block that stands for the brick, and those of the architecture in it. */
function blocksFor(
  document: Document,
  name: string,
  { nodes, blocks }: Pick<Document, 'nodes' | 'blocks'>,
  called: (name: string) => string,
): Record<string, Block> {
  const around = Object.keys(document.blocks).find((block) => document.blocks[block]!.nodes.includes(name));
  const inBlocks = new Set(Object.values(blocks).flatMap((block) => block.nodes));
  const loose = Object.keys(nodes).filter((layer) => !inBlocks.has(layer));
  const whole: Block = {
    nodes: loose.map(called),
    ...(around === undefined ? {} : { parent: around }),
    folded: false,
    color: 'none',
  };
  const inner = Object.entries(blocks).map(([block, { parent, ...value }]): [string, Block] => [
    called(block),
    { ...value, nodes: value.nodes.map(called), parent: parent === undefined ? name : called(parent) },
  ]);
  return { [name]: whole, ...Object.fromEntries(inner) };
}
